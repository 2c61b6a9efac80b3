using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Integrations.Mailbox.Graph;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>How the Wonen mailbox is reached; <see cref="MailboxSettings"/> declares each, with its default and bounds.</summary>
public sealed record MailboxOptions
{
    /// <summary>The name of its section.</summary>
    public const string Section = "Mailbox";

    /// <summary>Where a reply goes.</summary>
    public MailboxMode Mode { get; init; } = MailboxMode.Sandbox;

    /// <summary>The address that replies come from; its domain ends each Message-ID. Empty when it was not set.</summary>
    public string From { get; init; } = "";

    /// <summary>The name shown beside <see cref="From"/>.</summary>
    public string FromName { get; init; } = "";

    /// <summary>The corporation's telephone number, as a mail shows it. Empty when it was not set.</summary>
    public string Telephone { get; init; } = "";

    /// <summary>Where the Mailsjablonen are, as a full path.</summary>
    public string TemplateFolder { get; init; } = "";

    /// <summary>Where the standard replies come from.</summary>
    public TemplateSource Templates { get; init; } = TemplateSource.Folder;

    /// <summary>The folder of the mailbox with the standard replies; a path of a mail folder.</summary>
    public string TemplateMessages { get; init; } = "Mailsjablonen";

    /// <summary>How often that folder is read.</summary>
    public TimeSpan TemplateInterval { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Empty when it was not set.</summary>
    public string SmtpHost { get; init; } = "";

    /// <summary>Null for that of <see cref="Security"/>.</summary>
    public int? SmtpPort { get; init; }

    /// <summary>STARTTLS then has to be there: the connection never falls back to plain text.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>The server on which the mailbox is read. Empty when there is none.</summary>
    public string ImapHost { get; init; } = "";

    /// <summary>Null for 993 with TLS, 143 otherwise.</summary>
    public int? ImapPort { get; init; }

    public MailSecurity ImapSecurity { get; init; } = MailSecurity.Tls;

    /// <summary>The port of <see cref="SmtpHost"/>, its default filled in: 587 for STARTTLS, 465 for TLS, 25 for none.</summary>
    public int SmtpPortInUse => SmtpPort ?? Security switch
    {
        MailSecurity.Tls => 465,
        MailSecurity.StartTls => 587,
        _ => 25,
    };

    /// <summary>The port of <see cref="ImapHost"/>, its default filled in.</summary>
    public int ImapPortInUse => ImapPort ?? (ImapSecurity is MailSecurity.Tls ? 993 : 143);

    /// <summary>Whether the mail server itself files what is submitted in Sent.</summary>
    public bool IsSentFiled { get; init; } = true;

    /// <summary>The path of the Sent folder. Empty for the one that the server marks as such.</summary>
    public string SentFolder { get; init; } = "";

    /// <summary>Empty for a relay that knows us by our address.</summary>
    public string UserName { get; init; } = "";

    /// <summary>A secret. Empty when it was not set.</summary>
    public string Password { get; init; } = "";

    /// <summary>Instead of a password.</summary>
    public MailboxOAuthOptions OAuth { get; init; } = new();

    /// <summary>PEM file of the authority that signed the server's certificate. Empty where the machine knows it.</summary>
    public string CertificateAuthority { get; init; } = "";

    /// <summary>The most that one sending or one look in Sent may take, all steps together.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How a mailbox of Microsoft 365 is reached.</summary>
    public GraphOptions Graph { get; init; } = new();

    /// <summary>Replies leave through Graph, that of Microsoft or the simulator's.</summary>
    public bool IsOverGraph => Mode is MailboxMode.Graph or MailboxMode.Sandbox;

    /// <summary>The mailbox is read through Graph as well, which it is where no IMAP server is named.</summary>
    public bool IsReadOverGraph => IsOverGraph && ImapHost.Length is 0;

    /// <summary>The mailbox is read, over IMAP or Graph.</summary>
    public bool IsRead => ImapHost.Length > 0 || IsReadOverGraph;

    /// <summary>How a sending whose answer was lost is recovered, where the settings do not say so.</summary>
    public RecoveryCapability Recovery => IsOverGraph ? RecoveryCapability.State
        : CanBeAsked ? RecoveryCapability.Query
        : RecoveryCapability.None;

    /// <summary>Whether somebody can look in Sent for what was sent by SMTP.</summary>
    public bool CanBeAsked => ImapHost.Length > 0 && IsSentFiled;

    /// <summary>What is sent by SMTP is filed in Sent by us, because the server does not.</summary>
    public bool FilesSent => ImapHost.Length > 0 && !IsSentFiled;

    /// <summary>Reads the section.</summary>
    public static MailboxOptions Read(SettingsReader read) => MailboxSettings.Read(read);
}

/// <summary>OAuth2 client credentials, for a mailbox that has no password.</summary>
public sealed record MailboxOAuthOptions
{
    /// <summary>Where a token is asked, https; http only on this machine.</summary>
    public string TokenAddress { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>A secret.</summary>
    public string ClientSecret { get; init; } = "";

    public string Scope { get; init; } = "";

    /// <summary>True when any of it was set.</summary>
    public bool IsUsed => TokenAddress.Length + ClientId.Length + ClientSecret.Length + Scope.Length > 0;
}

/// <summary>Where a reply goes when it is sent.</summary>
public enum MailboxMode
{
    /// <summary>A mail server, and IMAP where it is set.</summary>
    Smtp,

    /// <summary>A mailbox of Microsoft 365.</summary>
    Graph,

    /// <summary>The simulator of one; what is sent becomes an <c>.eml</c> file in the data folder as well.</summary>
    Sandbox,

    /// <summary>The employee sends it in a mail program of their own.</summary>
    Manual,
}

/// <summary>Where the standard replies come from.</summary>
public enum TemplateSource
{
    /// <summary>Files.</summary>
    Folder,

    /// <summary>Messages in a folder of the mailbox.</summary>
    Mailbox,
}

/// <summary>How the connection with a mail server is protected.</summary>
public enum MailSecurity
{
    StartTls,
    Tls,

    /// <summary>Not at all: for a server on this machine only.</summary>
    None,
}
