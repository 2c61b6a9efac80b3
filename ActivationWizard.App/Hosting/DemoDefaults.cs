using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Sandbox.Seeds;
using Microsoft.Extensions.Configuration.Memory;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// What a demonstration with simulators of its own has for settings where nobody says otherwise: its mailbox has post in it.
/// </summary>
public static class DemoDefaults
{
    // Who sets one of these has a mailbox, or simulators, of another kind.
    private static readonly string[] Elsewhere =
    [
        "Sandbox:Address", $"{MailboxOptions.Section}:SmtpHost", $"{MailboxOptions.Section}:ImapHost",
        $"{MailboxOptions.Section}:Graph:ClientId",
    ];

    /// <summary>Whether the mailbox is the one that the app's own simulators have, with its post.</summary>
    public static bool HavePost(IConfiguration configuration) =>
        InstallationOptions.IsDemo(configuration) is true
        && configuration[$"{MailboxOptions.Section}:Mode"] is null or "" or nameof(MailboxMode.Sandbox)
        && Elsewhere.All(key => string.IsNullOrWhiteSpace(configuration[key]));

    /// <summary>Adds them, below everything that is set.</summary>
    public static void Add(IConfigurationBuilder builder, IConfiguration configuration)
    {
        if (!HavePost(configuration))
            return;
        builder.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData = new Dictionary<string, string?>
            {
                [$"{MailboxOptions.Section}:Templates:Source"] = nameof(TemplateSource.Mailbox),
                [$"{MailboxOptions.Section}:Requests:Read"] = "true",
                [$"{MailboxOptions.Section}:Requests:IntervalSeconds"] = "5",
                [$"{MailboxOptions.Section}:Requests:FormSenders"] = MailSeeds.FormSender,
                [$"{MailboxOptions.Section}:Requests:FormSubject"] = MailSeeds.FormSubject,
            },
        });
    }
}
