namespace ActivationWizard.Integrations.Mailbox;

/// <summary>How the Wonen mailbox is reached: section <c>Mailbox</c> of the settings.</summary>
public sealed class MailboxOptions
{
    public const string Section = "Mailbox";

    /// <summary>Default: <c>Smtp</c> when <see cref="SmtpHost"/> is set, else <c>Sandbox</c>.</summary>
    public MailboxMode? Mode { get; set; }

    /// <summary>The address that replies come from; its domain ends each Message-ID. Needed for SMTP.</summary>
    public string From { get; set; } = "";

    /// <summary>The name shown beside <see cref="From"/>. Default <c>'thuis</c>.</summary>
    public string FromName { get; set; } = "'thuis";

    /// <summary>Where the Mailsjablonen are; relative to the folder of the program. Default <c>templates</c>.</summary>
    public string TemplateFolder { get; set; } = "templates";

    public string SmtpHost { get; set; } = "";

    /// <summary>Default 587 for STARTTLS, 465 for TLS, 25 for none.</summary>
    public int? SmtpPort { get; set; }

    /// <summary>Default STARTTLS, which then has to be there: the connection never falls back to plain text.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>
    /// The server on which Sent is looked at when a sending's answer was lost. Set it only where the mail server itself puts
    /// what is submitted in Sent, with its Message-ID unchanged: what is not there counts as not sent and is sent again.
    /// </summary>
    public string ImapHost { get; set; } = "";

    /// <summary>Default 993 for TLS, 143 otherwise.</summary>
    public int? ImapPort { get; set; }

    /// <summary>Default TLS.</summary>
    public MailSecurity ImapSecurity { get; set; } = MailSecurity.Tls;

    /// <summary>The path of the Sent folder. Default: the one that the server marks as such.</summary>
    public string SentFolder { get; set; } = "";

    /// <summary>Empty for a relay that knows us by our address.</summary>
    public string UserName { get; set; } = "";

    /// <summary>A secret: keep it in an environment variable or a secret store, not in a file.</summary>
    public string Password { get; set; } = "";

    /// <summary>Instead of a password.</summary>
    public MailboxOAuthOptions OAuth { get; set; } = new();

    /// <summary>PEM file of the authority that signed the server's certificate, where the machine does not know it.</summary>
    public string CertificateAuthority { get; set; } = "";

    /// <summary>The most that one sending or one look in Sent may take, all steps together. Default 60 seconds.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>The mode after its default.</summary>
    public MailboxMode ModeInUse => Mode ?? (SmtpHost.Length > 0 ? MailboxMode.Smtp : MailboxMode.Sandbox);
}

/// <summary>OAuth2 client credentials, for a mailbox that has no password.</summary>
public sealed class MailboxOAuthOptions
{
    /// <summary>Where a token is asked, https; http only on this machine.</summary>
    public string TokenAddress { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>A secret: keep it in an environment variable or a secret store, not in a file.</summary>
    public string ClientSecret { get; set; } = "";

    public string Scope { get; set; } = "";

    /// <summary>True when any of it was set.</summary>
    public bool IsUsed => TokenAddress.Length + ClientId.Length + ClientSecret.Length + Scope.Length > 0;
}

/// <summary>Where a reply goes when it is sent.</summary>
public enum MailboxMode
{
    /// <summary>The real mailbox.</summary>
    Smtp,

    /// <summary>An <c>.eml</c> file in the data folder.</summary>
    Sandbox,

    /// <summary>The employee sends it in a mail program of their own.</summary>
    Manual,
}

/// <summary>How the connection with a mail server is protected.</summary>
public enum MailSecurity
{
    StartTls,
    Tls,

    /// <summary>Not at all: for a server on this machine only.</summary>
    None,
}
