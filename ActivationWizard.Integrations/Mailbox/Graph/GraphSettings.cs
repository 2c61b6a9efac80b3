using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>The settings <c>Mailbox:Graph</c>.</summary>
internal static class GraphSettings
{
    private const string Name = $"{MailboxOptions.Section}:Graph";

    private static readonly SettingCondition OverGraph = new(
        $"when `{MailboxOptions.Section}:Mode` is `Graph`, which it is by default with `{Name}:ClientId`",
        MailboxKeys.IsOverGraph);

    private static readonly SettingKind<string> KeyFile = new(
        "PEM file", "a PEM file with a certificate and its RSA private key", (string text, out string value) =>
            IsWithKey(value = text.Trim()));

    private static readonly SettingKind<string> TenantId = new(
        "id or domain", "the id or a domain of the tenant", (string text, out string value) =>
        {
            value = text.Trim();
            return Uri.CheckHostName(value) is UriHostNameType.Dns;
        });

    public static readonly Setting<string> ClientId = new($"{Name}:ClientId", Kinds.Text, "")
    {
        Meaning = "The application (client) id of the app that Entra ID knows, with `Mail.ReadWrite` and `Mail.Send` for this "
            + "mailbox.",
        RequiredWhen = OverGraph,
    };

    private static readonly Setting<string> Tenant = new($"{Name}:Tenant", TenantId, "")
    {
        Meaning = "The directory (tenant) id, or a domain of it: tokens are asked of it.",
        RequiredWhen = new(
            $"{OverGraph.When}, unless `{Name}:TokenAddress` is set",
            read => MailboxKeys.IsOverGraph(read) && !read.IsSet(Token!)),
    };

    private static readonly Setting<Uri?> Token = new($"{Name}:TokenAddress", Kinds.Address, null)
    {
        Meaning = "Where tokens are asked.",
        DefaultInWords = "`https://login.microsoftonline.com/{Tenant}/oauth2/v2.0/token`",
    };

    private static readonly Setting<string> Secret = new($"{Name}:ClientSecret", Kinds.Secret, "")
    {
        Meaning = "That app's secret.",
        IsSecret = true,
        RequiredWhen = new(
            $"{OverGraph.When}, unless `{Name}:Certificate` is set",
            read => MailboxKeys.IsOverGraph(read) && !read.IsSet(Certificate!)),
    };

    private static readonly Setting<string> Certificate = new($"{Name}:Certificate", KeyFile, "")
    {
        Meaning = "That app's certificate with its private key, instead of a secret: only who has the file can ask for tokens.",
    };

    private static readonly Setting<Uri?> Base = new(
        $"{Name}:BaseAddress", Kinds.Address, new Uri("https://graph.microsoft.com/v1.0"))
    {
        Meaning = "Where Graph is; another for a national cloud.",
    };

    private static readonly Setting<string> Scope = new($"{Name}:Scope", Kinds.Text, "https://graph.microsoft.com/.default")
    {
        Meaning = "What a token is asked for; another for a national cloud.",
    };

    private static readonly Setting<string> Box = new($"{Name}:Mailbox", Kinds.Email, "")
    {
        Meaning = "The address of the shared mailbox, where replies come from an alias of it.",
        DefaultInWords = $"`{MailboxOptions.Section}:From`",
    };

    public static readonly IReadOnlyList<Setting> All = [ClientId, Tenant, Token, Secret, Certificate, Base, Scope, Box];

    public static readonly IReadOnlyList<SettingsRule> Rules =
    [
        new(Secret, "and Certificate exclude each other", read => !read.IsSet(Secret) || !read.IsSet(Certificate)),
        new(ClientId, "and SmtpHost exclude each other, unless Mode says which of the two replies go by",
            read => read.IsSet(MailboxKeys.Mode) || !read.IsSet(ClientId) || !read.IsSet(MailboxKeys.SmtpHost)),
    ];

    public static GraphOptions Read(SettingsReader read)
    {
        var deadline = read.Of(MailboxKeys.Deadline).TotalSeconds;
        return new GraphOptions
        {
            Mode = SystemMode.Http,
            BaseAddress = read.Of(Base),
            // One call: a sending is at most three of them, and a draft five.
            TimeoutSeconds = deadline,
            AttemptTimeoutSeconds = deadline / 3,
            Retries = 2,
            RetryPauseSeconds = 0.5,
            RetryAfterCapSeconds = Math.Min(10, deadline / 3),
            CircuitMinimumCalls = 10,
            CircuitBreakSeconds = 15,
            Mailbox = read.TextOf(Box) ?? read.Of(MailboxKeys.From),
            TokenAddress = read.Of(Token)?.AbsoluteUri
                ?? $"https://login.microsoftonline.com/{read.Of(Tenant)}/oauth2/v2.0/token",
            ClientId = read.Of(ClientId),
            ClientSecret = read.Of(Secret),
            Certificate = read.Of(Certificate),
            Scope = read.Of(Scope),
        };
    }

    private static bool IsWithKey(string file)
    {
        try
        {
            using var certificate = X509Certificate2.CreateFromPemFile(file);
            using var key = certificate.GetRSAPrivateKey();
            return key is not null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return false;
        }
    }
}
