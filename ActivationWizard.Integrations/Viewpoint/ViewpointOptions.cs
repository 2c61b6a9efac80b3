using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// How Viewpoint is reached: section <c>Viewpoint</c> of the settings. Over HTTP there is one way in: a key, or OAuth2 client
/// credentials.
/// </summary>
public sealed record ViewpointOptions : SystemOptions
{
    /// <summary>The name of its section.</summary>
    public const string Section = "Viewpoint";

    private const string AllOfTheWizard =
        "BVG.Eenheden.Read BOG.Overeenkomsten.Read BRG.Relaties.ReadWrite BRG.Signaleringen.Read BRG.Contactmomenten.ReadWrite "
        + "INC.Betalingsregelingen.Read BDO.Dossiers.Read BDO.Informatieobjecten.ReadWrite";

    private static readonly SystemSettings Common = new(Section);

    private static readonly Setting<string> Key = new($"{Section}:ApiKey", Kinds.HeaderText, "")
    {
        Meaning = "The value of the header `X-API-KEY`: one of the two ways in. Not used in sandbox mode.",
        IsSecret = true,
        RequiredWhen = new(
            $"{Common.OverHttp.When}, unless `{Section}:ClientId` and `{Section}:ClientSecret` are set",
            HasNoClient),
    };

    private static readonly Setting<string> Client = new($"{Section}:ClientId", Kinds.Text, "")
    {
        Meaning = "The client that asks for tokens at `oauth/token` under the base address: the other way in.",
        RequiredWhen = new(
            $"along with `{Section}:ClientSecret`", HasSecret),
    };

    private static readonly Setting<string> Secret = new($"{Section}:ClientSecret", Kinds.Secret, "")
    {
        Meaning = "That client's secret.",
        IsSecret = true,
        RequiredWhen = new($"along with `{Section}:ClientId`", read => Common.OverHttp.Holds(read) && read.IsSet(Client)),
    };

    private static readonly Setting<string> Scopes = new($"{Section}:Scope", Kinds.Text, AllOfTheWizard)
    {
        Meaning = "What a token is asked for, separated by spaces: by default what the wizard does and no more, by VERA's names.",
    };

    private static readonly Setting<string> Page = new($"{Section}:TenantPage", Kinds.TenantPage, "")
    {
        Meaning = "The address of a tenant's page in the register's own screens, for a link on the page of a request. `{party}` "
            + "stands for Viewpoint's id and `{code}` for the relatienummer. Not set, there is no link.",
    };

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section,
        "The housing register: homes, tenants, dossiers.",
        [.. Common.All, Key, Client, Secret, Scopes, Page, .. RecoverySettings.Of(Section)])
    {
        Rules =
        [
            .. Common.Rules,
            new(Key, "cannot be set along with ClientId: there is one way in",
                read => !Common.OverHttp.Holds(read) || !read.IsSet(Key) || !read.IsSet(Client)),
        ],
    };

    /// <summary>Sent as <c>X-API-KEY</c>. Null when it was not set.</summary>
    public string? ApiKey { get; init; }

    /// <summary>The client that asks for tokens at <c>oauth/token</c> under the base address. Null when it was not set.</summary>
    public string? ClientId { get; init; }

    /// <summary>That client's secret. Null when it was not set.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>What a token is asked for, separated by spaces.</summary>
    public string Scope { get; init; } = AllOfTheWizard;

    /// <summary>The pattern of a tenant's page in the system's own screens; empty for none.</summary>
    public string TenantPage { get; init; } = "";

    /// <summary>Reads the section.</summary>
    public static ViewpointOptions Read(SettingsReader read) => Common.Fill(read, new ViewpointOptions
    {
        ApiKey = read.TextOf(Key),
        ClientId = read.TextOf(Client),
        ClientSecret = read.TextOf(Secret),
        Scope = read.Of(Scopes),
        TenantPage = read.Of(Page),
    });

    private static bool HasNoClient(SettingsReader read) =>
        Common.OverHttp.Holds(read) && !read.IsSet(Client) && !read.IsSet(Secret);

    private static bool HasSecret(SettingsReader read) => Common.OverHttp.Holds(read) && read.IsSet(Secret);
}
