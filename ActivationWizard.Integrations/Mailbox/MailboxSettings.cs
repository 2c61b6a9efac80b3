using System.Net;
using ActivationWizard.Integrations.Mailbox.Graph;
using ActivationWizard.Integrations.Settings;
using static ActivationWizard.Integrations.Mailbox.MailboxKeys;

namespace ActivationWizard.Integrations.Mailbox;

/// <summary>Section <c>Mailbox</c> of the settings.</summary>
public static class MailboxSettings
{
    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        MailboxOptions.Section,
        "The Wonen mailbox, from which replies go.",
        [
            Mode, SmtpHost, SmtpPort, Security, UserName, Password, .. OAuth, From, FromName, Telephone, Templates,
            .. TemplateKeys.All,
            ImapHost, ImapPort, ImapSecurity, Sent, SentIsFiled, Authority, Deadline,
            .. GraphSettings.All,
            .. RecoverySettings.Of(MailboxOptions.Section),
        ])
    {
        Rules =
        [
            new(Mode, "must be Smtp, Graph or Manual in Production: nothing there is simulated",
                read => read.IsDemo is not false || read.Of(Mode) is not MailboxMode.Sandbox),
            new(Security, "may be None for a server on this machine only",
                read => ModeIn(read) is not MailboxMode.Smtp || IsProtected(read, SmtpHost, Security), SmtpHost, Mode),
            new(ImapSecurity, "may be None for a server on this machine only",
                read => IsProtected(read, ImapHost, ImapSecurity), ImapHost),
            new(UserName, "goes with Password or OAuth",
                read => !Connected.Holds(read) || !read.IsSet(UserName) || read.IsSet(Password) || OAuth.Any(read.IsSet)),
            new(Password, "and OAuth exclude each other",
                read => !Connected.Holds(read) || !read.IsSet(Password) || !OAuth.Any(read.IsSet)),
            new(Templates, "must be a folder that exists", read => Directory.Exists(FolderIn(read))),
            .. GraphSettings.Rules,
            new(TemplateKeys.Source, "may be Mailbox over Graph, or with Mailbox:ImapHost",
                read => read.Of(TemplateKeys.Source) is not TemplateSource.Mailbox || read.IsSet(ImapHost)
                    || ModeIn(read) is MailboxMode.Graph or MailboxMode.Sandbox,
                ImapHost),
            RecoverySettings.ReplyCanBeAsked,
        ],
    };

    /// <summary>Reads the section.</summary>
    internal static MailboxOptions Read(SettingsReader read) => new()
    {
        Mode = ModeIn(read),
        From = read.Of(From),
        FromName = read.Of(FromName),
        Telephone = read.Of(Telephone),
        TemplateFolder = FolderIn(read),
        Templates = read.Of(TemplateKeys.Source),
        TemplateMessages = read.Of(TemplateKeys.Folder),
        TemplateInterval = read.Of(TemplateKeys.Interval),
        SmtpHost = read.Of(SmtpHost),
        SmtpPort = read.Of(SmtpPort),
        Security = read.Of(Security),
        ImapHost = read.Of(ImapHost),
        ImapPort = read.Of(ImapPort),
        ImapSecurity = read.Of(ImapSecurity),
        SentFolder = read.Of(Sent),
        IsSentFiled = read.Of(SentIsFiled),
        UserName = read.Of(UserName),
        Password = read.Of(Password),
        OAuth = new()
        {
            TokenAddress = read.Of(TokenAddress)?.OriginalString ?? "",
            ClientId = read.Of(ClientId),
            ClientSecret = read.Of(ClientSecret),
            Scope = read.Of(Scope),
        },
        CertificateAuthority = read.Of(Authority),
        Timeout = read.Of(Deadline),
        Graph = GraphSettings.Read(read),
    };

    private static string FolderIn(SettingsReader read) => Path.GetFullPath(read.Of(Templates), AppContext.BaseDirectory);

    private static bool IsProtected(SettingsReader read, Setting<string> host, Setting<MailSecurity> security) =>
        !read.IsSet(host)
        || read.Of(security) is not MailSecurity.None
        || IsThisMachine(read.Of(host));

    private static bool IsThisMachine(string host) =>
        string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
