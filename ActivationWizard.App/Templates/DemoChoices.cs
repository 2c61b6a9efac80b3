using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Sandbox.Seeds;

namespace ActivationWizard.App.Templates;

/// <summary>
/// The Mailsjablonen of a demonstration, read before its requests come in, and as its system manager chose them: so that a
/// refusal can be tried at once. What somebody chose since stays.
/// </summary>
public sealed class DemoChoices(TemplateNotes notes, TemplateWork work) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if ((await notes.ChoicesAsync(cancellationToken)).Count is 0)
        {
            foreach (var subject in MailSeeds.TemplateSubjects)
            {
                if (TemplateProposals.Of(subject) is { } slot)
                    await notes.ChooseAsync(DemoPeople.Bram, slot, subject, cancellationToken);
            }
        }

        await work.ReadAsync(cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
