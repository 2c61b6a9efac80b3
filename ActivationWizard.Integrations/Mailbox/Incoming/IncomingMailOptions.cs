using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>By what incoming mail is told apart; <see cref="IncomingMailSettings"/> declares each.</summary>
public sealed record IncomingMailOptions
{
    /// <summary>Our own addresses, that of our replies first. The domain of each may end a Message-ID of ours.</summary>
    public IReadOnlyList<EmailAddress> Own { get; init; } = [];

    /// <summary>Whom the website's form mails as. Empty when it does not.</summary>
    public IReadOnlyList<EmailAddress> FormSenders { get; init; } = [];

    /// <summary>What the subject of the form's mail begins with.</summary>
    public string FormSubject { get; init; } = "";

    /// <summary>From which level of Exchange's spam mark a mail is spam, 1 to 9.</summary>
    public int SpamLevel { get; init; } = 5;

    /// <summary>Reads the section.</summary>
    public static IncomingMailOptions Read(SettingsReader read) => IncomingMailSettings.Read(read);
}
