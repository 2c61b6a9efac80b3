using ActivationWizard.Integrations.Mailbox;

namespace ActivationWizard.App.Status;

/// <summary>
/// Looks at the files of the standard replies when the app starts, so that a fault is in the log before a reply needs the file.
/// It keeps nothing from starting: cases without a refusal do not need them.
/// </summary>
public sealed class TemplateCheck(TemplateFolder templates) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => templates.CheckAsync(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
