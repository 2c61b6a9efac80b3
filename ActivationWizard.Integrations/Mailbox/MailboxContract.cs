using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>
/// What the wizard needs of the mailbox: to be let in to send and to read, the folders, the standard replies. Nothing is sent,
/// moved or marked as read.
/// </summary>
internal sealed class MailboxContract(
    IMailDelivery? delivery, IMailStore store, IStandardReplies replies, IOptions<MailboxOptions> options) : ISystemContract
{
    // In the form of a reference of ours, of a year in which there was no wizard.
    private const string NoReference = "AW-2000-00001-001";

    // An address, and a Message-ID, of a domain that nobody can have.
    private const string Nobody = "controle@bestaat-niet.example";

    private static readonly IReadOnlyList<Expectation<Answers>> All =
    [
        new("SendSignIn", one => Of(one.SendSignIn, _ => true)),
        new("Inbox", one => Of(one.Inbox, found => found is not null)),
        new("Sent", one => Of(one.Sent, found => found is ReferenceMatch.Nothing)),
        new("TemplateMessages", one => Of(one.TemplateMessages, found => found is not null)),
        new("Templates", one => one.Broken.Count is 0
            ? Observation.Works
            : Observation.Differs("", [.. one.Broken.Select(broken => new CheckFault(broken.Fault, broken.File))])),
        new("MessageIdStays"),
    ];

    public ForeignSystem System => ForeignSystem.Mailbox;

    public IReadOnlyList<Assumption> Assumptions { get; } = Expectations.Of(ForeignSystem.Mailbox, All);

    /// <summary>Nobody's data is looked at, so that no party is needed.</summary>
    public async Task<IReadOnlyList<CheckedAssumption>> CheckAsync(CheckedParty? party, CancellationToken cancellation) =>
        Expectations.Judged(System, All, await AskAsync(cancellation), UntoldReason.NoAnswer);

    private async Task<Answers> AskAsync(CancellationToken cancellation)
    {
        var settings = options.Value;
        var reads = settings.IsReadOverGraph || settings.ImapHost.Length > 0;
        return new Answers
        {
            SendSignIn = delivery is null ? null : await delivery.SignInAsync(cancellation),
            Inbox = reads ? await store.ListAsync(MailFolderPath.Inbox, 1, cancellation) : null,
            Sent = delivery is null || !(settings.IsOverGraph || settings.CanBeAsked) ? null : await LookInSentAsync(delivery),
            TemplateMessages = settings.Templates is TemplateSource.Mailbox
                ? await store.ListAsync(MailFolderPath.Parse(settings.TemplateMessages), 1, cancellation)
                : null,
            Broken = await replies.BrokenAsync(cancellation),
        };

        async Task<Reply<ReferenceMatch>?> LookInSentAsync(IMailDelivery sent) =>
            EffectKey.TryParse(NoReference, out var reference) && EmailAddress.TryParse(Nobody, out var nobody)
                ? await sent.FindAsync(new MailTrace(Nobody, reference, nobody, null), cancellation)
                : null;
    }

    // Null where the installation has no use for it.
    private static Observation Of<T>(Reply<T>? reply, Func<T, bool> fits) => reply switch
    {
        null => Observation.Untold(UntoldReason.ByHand),
        Reply<T>.Answered { Value: var value } =>
            fits(value) ? Observation.Works
            : Observation.Differs("", new CheckFault(value is null ? OddAnswer.NotThere : OddAnswer.Found)),
        Reply<T>.NotAnswered { Why: FailureReason.Unreachable } => Observation.Untold(UntoldReason.NoAnswer),
        Reply<T>.NotAnswered { Why: var why } => Observation.Differs("", new CheckFault(why)),
        _ => throw new InvalidOperationException("Reply is closed."),
    };

    private sealed record Answers
    {
        public Reply<NoResult>? SendSignIn { get; init; }

        public Reply<IReadOnlyList<MailHead>?>? Inbox { get; init; }

        public Reply<ReferenceMatch>? Sent { get; init; }

        public Reply<IReadOnlyList<MailHead>?>? TemplateMessages { get; init; }

        public required IReadOnlyList<BrokenTemplate> Broken { get; init; }
    }
}
