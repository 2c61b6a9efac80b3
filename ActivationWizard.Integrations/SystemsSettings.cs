using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;

namespace ActivationWizard.Integrations;

/// <summary>How this installation reaches every system, and how it recovers the effects in them.</summary>
public sealed record SystemsSettings(
    UmbrellaOptions Umbrella, ViewpointOptions Viewpoint, PostexOptions Postex, MailboxOptions Mailbox, RecoveryPlan Recovery)
{
    /// <summary>By what the mails that come in to the mailbox are told apart.</summary>
    public IncomingMailOptions IncomingMail { get; init; } = new();

    /// <summary>Nothing is written to any of them.</summary>
    public bool IsTrial { get; init; }

    /// <summary>The sections of the systems as they are declared.</summary>
    public static IReadOnlyList<SettingsSection> Declared { get; } =
    [
        UmbrellaOptions.Declared, ViewpointOptions.Declared, PostexOptions.Declared, MailboxSettings.Declared,
        IncomingMailSettings.Declared,
    ];

    /// <summary>Reads them; what is wrong has its default.</summary>
    public static SystemsSettings Read(SettingsReader read) => new(
        UmbrellaOptions.Read(read),
        ViewpointOptions.Read(read),
        PostexOptions.Read(read),
        MailboxOptions.Read(read),
        RecoverySettings.Read(read))
    {
        IncomingMail = IncomingMailOptions.Read(read),
    };
}
