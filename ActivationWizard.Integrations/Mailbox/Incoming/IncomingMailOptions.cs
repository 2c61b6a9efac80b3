using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
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

    /// <summary>True when mail that comes in is taken in.</summary>
    public bool IsRead { get; init; }

    /// <summary>Where mail comes in.</summary>
    public MailFolderPath Folder { get; init; } = MailFolderPath.Inbox;

    /// <summary>Where the messages of open cases are put.</summary>
    public MailFolderPath InProgress { get; init; } = MailFolderPath.Parse("Aanvragen/In behandeling");

    /// <summary>Where messages are put that nothing more is done with.</summary>
    public MailFolderPath Done { get; init; } = MailFolderPath.Parse("Aanvragen/Klaar");

    /// <summary>How often the folder is listed, besides whenever the server says that something came.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Reads the section.</summary>
    public static IncomingMailOptions Read(SettingsReader read) => IncomingMailSettings.Read(read);
}
