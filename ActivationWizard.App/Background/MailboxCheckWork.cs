using ActivationWizard.Integrations.Mailbox;

namespace ActivationWizard.App.Background;

/// <summary>
/// Looks at the mailbox at the start, and now and then: so that the status page says what works before a reply needs it, and
/// finds in Sent what was sent since. Does nothing where people send by hand and nothing is read.
/// </summary>
public sealed class MailboxCheckWork(MailboxCheck check, MailParts parts, TimeProvider time, ILogger<MailboxCheckWork> log)
    : RepeatedWork("Looking at the mailbox", TimeSpan.FromMinutes(10), time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) =>
        parts.All.Count is 0 ? Task.CompletedTask : check.RunAsync(cancellation);
}
