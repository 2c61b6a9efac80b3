using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.StandardReplies;

namespace ActivationWizard.App.Status;

/// <summary>
/// Looks at the files of the standard replies when the app starts, so that a fault is in the log before a reply needs the file.
/// It keeps nothing from starting: cases without a refusal do not need them.
/// </summary>
public sealed class TemplateCheck(TemplateFolder templates, IStandardReplies replies) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        replies.MailFolder is null ? templates.CheckAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
