using System.Globalization;
using System.Security.Cryptography;
using ActivationWizard.Integrations.Mailbox.Graph;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Every setting of the section <c>Mailbox</c>.</summary>
internal static class MailboxKeys
{
    private const string Name = MailboxOptions.Section;

    private static readonly SettingCondition OverSmtp = new(
        $"when `{Name}:Mode` is `Smtp`, which it is by default with `{Name}:SmtpHost`",
        IsOverSmtp);

    public static readonly SettingCondition Connected = new(
        "with a mail server, to send by or to read from",
        IsConnected);

    private static readonly SettingCondition OAuthUsed = new(
        $"along with another setting of `{Name}:OAuth`",
        IsOAuthUsed);

    private static readonly SettingKind<string> PemFile = new(
        "PEM file", "a PEM file with a certificate", (string text, out string value) => IsPem(value = text.Trim()));

    private static readonly SettingKind<TimeSpan> Clock = new(
        "time, hh:mm:ss", "a time from 00:00:01 to 00:10:00", (string text, out TimeSpan value) =>
            TimeSpan.TryParse(text.Trim(), CultureInfo.InvariantCulture, out value)
            && value >= TimeSpan.FromSeconds(1) && value <= TimeSpan.FromMinutes(10))
    {
        Least = "00:00:01",
        Most = "00:10:00",
    };

    public static readonly Setting<MailboxMode?> Mode = new(
        $"{Name}:Mode", Kinds.Optional(Kinds.Choice<MailboxMode>()), null)
    {
        Meaning = "Where a reply goes: to a mail server, to Microsoft 365, to a simulator of it that writes `.eml` files in the "
            + "data folder (Demo only), or by hand, by the employee.",
        DefaultInWords = "`Smtp` with `SmtpHost`, `Graph` with `Graph:ClientId`, else `Sandbox` in Demo",
        DefaultFrom = read => $"{MailboxOptions.Read(read).Mode}",
    };

    public static readonly Setting<string> SmtpHost = new($"{Name}:SmtpHost", Kinds.Host, "")
    {
        Meaning = "The server that takes mail in.",
        RequiredWhen = new(
            $"when `{Name}:Mode` is `Smtp`, and in Production unless it is `Graph` or `Manual`",
            read => read.IsRight(Mode) && (read.Of(Mode) is MailboxMode.Smtp
                || (read.Of(Mode) is null && read.IsDemo is false && !read.IsSet(GraphSettings.ClientId)))),
    };

    public static readonly Setting<int?> SmtpPort = new($"{Name}:SmtpPort", Kinds.Optional(Kinds.Port), null)
    {
        Meaning = "Its port.",
        DefaultInWords = "587 for StartTls, 465 for Tls, 25 for None",
        DefaultFrom = read => $"{MailboxOptions.Read(read).SmtpPortInUse}",
    };

    public static readonly Setting<MailSecurity> Security = new(
        $"{Name}:Security", Kinds.Choice<MailSecurity>(), MailSecurity.StartTls)
    {
        Meaning = "How that connection is protected. It never falls back to plain text; `None` is for a server on this machine.",
    };

    public static readonly Setting<string> UserName = new($"{Name}:UserName", Kinds.Text, "")
    {
        Meaning = "Who signs in; none for a relay that knows us by our address.",
        RequiredWhen = new(
            $"along with `{Name}:Password` or `{Name}:OAuth`",
            HasProof),
    };

    public static readonly Setting<string> Password = new($"{Name}:Password", Kinds.Secret, "")
    {
        Meaning = "The password that goes with `UserName`, unless OAuth is used.",
        IsSecret = true,
    };

    public static readonly Setting<Uri?> TokenAddress = new($"{Name}:OAuth:TokenAddress", Kinds.Address, null)
    {
        Meaning = "Where a token is asked with client credentials, instead of a password.",
        RequiredWhen = OAuthUsed,
    };

    public static readonly Setting<string> ClientId = new($"{Name}:OAuth:ClientId", Kinds.Text, "")
    {
        Meaning = "The client that asks for the token.",
        RequiredWhen = OAuthUsed,
    };

    public static readonly Setting<string> ClientSecret = new($"{Name}:OAuth:ClientSecret", Kinds.Secret, "")
    {
        Meaning = "That client's secret.",
        IsSecret = true,
        RequiredWhen = OAuthUsed,
    };

    public static readonly Setting<string> Scope = new($"{Name}:OAuth:Scope", Kinds.Text, "")
    {
        Meaning = "What the token is asked for, separated by spaces.",
    };

    public static readonly Setting<string> From = new($"{Name}:From", Kinds.Email, "")
    {
        Meaning = "The address that replies come from; its domain ends each Message-ID.",
        RequiredWhen = new(
            $"when `{Name}:Mode` is `Smtp` or `Graph`, as it is with `{Name}:SmtpHost` or `{Name}:Graph:ClientId`",
            read => IsOverSmtp(read) || IsOverGraph(read)),
    };

    public static readonly Setting<string> FromName = new($"{Name}:FromName", Kinds.Text, "'thuis")
    {
        Meaning = "The name shown beside `From`.",
    };

    public static readonly Setting<string> Telephone = new($"{Name}:Telephone", Kinds.Text, "")
    {
        Meaning = "The corporation's telephone number, as it stands in a reply whose text has the placeholder `{telefoon}` or "
            + "`{telephone}`. Such a reply is not made without it.",
    };

    public static readonly Setting<string> Templates = new($"{Name}:TemplateFolder", Kinds.Text, "templates")
    {
        Meaning = "The standard replies, text files per language and ground, read anew for each reply. A folder that exists; "
            + "relative to the program.",
    };

    public static readonly Setting<string> ImapHost = new($"{Name}:ImapHost", Kinds.Host, "")
    {
        Meaning = "The server on which the mailbox is read: the standard replies, and the Sent folder.",
    };

    public static readonly Setting<int?> ImapPort = new($"{Name}:ImapPort", Kinds.Optional(Kinds.Port), null)
    {
        Meaning = "Its port.",
        DefaultInWords = "993 for Tls, 143 otherwise",
        DefaultFrom = read => $"{MailboxOptions.Read(read).ImapPortInUse}",
    };

    public static readonly Setting<MailSecurity> ImapSecurity = new(
        $"{Name}:ImapSecurity", Kinds.Choice<MailSecurity>(), MailSecurity.Tls)
    {
        Meaning = "How that connection is protected; `None` is for a server on this machine.",
    };

    public static readonly Setting<string> Sent = new($"{Name}:SentFolder", Kinds.Text, "")
    {
        Meaning = "The path of the Sent folder.",
        DefaultInWords = "the folder that the server marks as Sent",
    };

    public static readonly Setting<bool> SentIsFiled = new($"{Name}:SentIsFiled", Kinds.Switch, true)
    {
        Meaning = "Whether the mail server itself files what is submitted in Sent, with its Message-ID unchanged. Then Sent is "
            + "looked at when a sending's answer was lost: what is not found there counts as not sent, and is sent again. If "
            + "not, the wizard files it there, where `ImapHost` is set.",
    };

    public static readonly Setting<string> Authority = new($"{Name}:CertificateAuthority", PemFile, "")
    {
        Meaning = "The authority that signed the server's certificate, where the machine does not know it.",
    };

    public static readonly Setting<TimeSpan> Deadline = new($"{Name}:Timeout", Clock, TimeSpan.FromSeconds(60))
    {
        Meaning = "The most that one sending or one question to the mailbox may take, all steps together.",
    };

    public static readonly IReadOnlyList<Setting> OAuth = [TokenAddress, ClientId, ClientSecret, Scope];

    /// <summary>The mode after its default.</summary>
    public static MailboxMode ModeIn(SettingsReader read) =>
        read.Of(Mode) ?? (read.IsSet(SmtpHost) ? MailboxMode.Smtp
            : read.IsSet(GraphSettings.ClientId) ? MailboxMode.Graph
            : MailboxMode.Sandbox);

    /// <summary>Replies leave through Microsoft's Graph.</summary>
    public static bool IsOverGraph(SettingsReader read) => read.IsRight(Mode) && ModeIn(read) is MailboxMode.Graph;

    private static bool IsOverSmtp(SettingsReader read) => read.IsRight(Mode) && ModeIn(read) is MailboxMode.Smtp;

    // Whoever reads signs in as well, whatever replies go by.
    private static bool IsConnected(SettingsReader read) => IsOverSmtp(read) || read.IsSet(ImapHost);

    private static bool IsOAuthUsed(SettingsReader read) => IsConnected(read) && OAuth.Any(read.IsSet);

    private static bool HasProof(SettingsReader read) => IsConnected(read) && (read.IsSet(Password) || OAuth.Any(read.IsSet));

    private static bool IsPem(string file)
    {
        try
        {
            return CertificateTrust.Read(file).Count > 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
