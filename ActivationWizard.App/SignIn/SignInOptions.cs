using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// How people sign in to a Production installation: OpenID Connect, section <c>SignIn</c> of the settings. A Demo installation
/// has its own people and takes none of this.
/// </summary>
public sealed record SignInOptions
{
    private const string Section = "SignIn";

    private static readonly SettingKind<string> HttpsAddress = new(
        "address", "the https address of the identity provider (http on this machine only)", (string text, out string value) =>
            Kinds.Address.Parse(value = text.Trim(), out _));

    private static readonly Setting<string> Provider = Needed(
        "Authority", HttpsAddress, "The address of the identity provider, which speaks OpenID Connect.");

    private static readonly Setting<string> Client = Needed("ClientId", Kinds.Text, "Who the wizard is to it.");

    private static readonly Setting<string> Secret = new($"{Section}:ClientSecret", Kinds.Secret, "")
    {
        Meaning = "The secret that goes with it.",
        IsSecret = true,
        RequiredWhen = SettingCondition.Production,
        RefusedWhen = SettingCondition.Demo,
    };

    private static readonly Setting<string> Claim = new($"{Section}:RoleClaim", Kinds.Text, "roles")
    {
        Meaning = "The claim that holds a person's groups or roles, of the identity token or else of userinfo: a list, or one "
            + "value. Dots lead into it, as in `realm_access.roles`.",
        NeverEmpty = true,
        RefusedWhen = SettingCondition.Demo,
    };

    private static readonly Setting<string> NameClaimed = new($"{Section}:NameClaim", Kinds.Text, "name")
    {
        Meaning = "The claim that holds a person's name, of the identity token or else of userinfo. Without it "
            + "`preferred_username` is taken.",
        NeverEmpty = true,
        RefusedWhen = SettingCondition.Demo,
    };

    private static readonly Setting<string> Scopes = new($"{Section}:Scope", Kinds.Text, "openid profile")
    {
        Meaning = "What is asked of the provider, with spaces between. `openid` has to be there; `offline_access` is what some "
            + "providers want before they let a role be looked up again.",
        NeverEmpty = true,
        RefusedWhen = SettingCondition.Demo,
    };

    private static readonly Setting<string> Employee = Needed(
        "Roles:Employee", Kinds.Text, "The value of that claim for an employee. Each role has a value of its own.");

    private static readonly Setting<string> TeamLead = Needed(
        "Roles:TeamLead", Kinds.Text, "The value of that claim for a team lead.");

    private static readonly Setting<string> SystemManager = Needed(
        "Roles:SystemManager", Kinds.Text, "The value of that claim for a system manager.");

    /// <summary>The section as it is declared.</summary>
    public static SettingsSection Declared { get; } = new(
        Section,
        "How people sign in. A demonstration signs in with its own people, and refuses the whole section.",
        [Provider, Client, Secret, Claim, NameClaimed, Scopes, Employee, TeamLead, SystemManager])
    {
        Rules =
        [
            new(Scopes, "must have openid in it", read => ScopesIn(read.Of(Scopes)).Contains("openid")),
            new(TeamLead, "must differ from SignIn:Roles:Employee", read => Differ(read, TeamLead, Employee), Employee),
            new(SystemManager, "must differ from SignIn:Roles:Employee and SignIn:Roles:TeamLead",
                read => Differ(read, SystemManager, Employee) && Differ(read, SystemManager, TeamLead), Employee, TeamLead),
        ],
    };

    /// <summary>Address of the identity provider, https; http only on this machine. Empty in a demonstration.</summary>
    public string Authority { get; init; } = "";

    public string ClientId { get; init; } = "";

    /// <summary>A secret.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>Where a person's groups or roles are; see <see cref="ClaimPath"/>.</summary>
    public string RoleClaim { get; init; } = Claim.Standard;

    /// <summary>Where a person's name is; see <see cref="ClaimPath"/>.</summary>
    public string NameClaim { get; init; } = NameClaimed.Standard;

    /// <summary>What is asked of the provider.</summary>
    public IReadOnlyList<string> Scope { get; init; } = ScopesIn(Scopes.Standard);

    /// <summary>The value of <see cref="RoleClaim"/> for each role of the wizard.</summary>
    public RoleValues Roles { get; init; } = new();

    /// <summary>Reads the section.</summary>
    public static SignInOptions Read(SettingsReader read) => new()
    {
        Authority = read.Of(Provider),
        ClientId = read.Of(Client),
        ClientSecret = read.Of(Secret),
        RoleClaim = read.Of(Claim),
        NameClaim = read.Of(NameClaimed),
        Scope = ScopesIn(read.Of(Scopes)),
        Roles = new() { Employee = read.Of(Employee), TeamLead = read.Of(TeamLead), SystemManager = read.Of(SystemManager) },
    };

    private static Setting<string> Needed(string key, SettingKind<string> kind, string meaning) => new(
        $"{Section}:{key}", kind, "")
    {
        Meaning = meaning,
        RequiredWhen = SettingCondition.Production,
        RefusedWhen = SettingCondition.Demo,
    };

    private static string[] ScopesIn(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static bool Differ(SettingsReader read, Setting<string> one, Setting<string> other) =>
        !read.IsSet(one) || !read.IsSet(other) || read.Of(one) != read.Of(other);

    /// <summary>What the identity provider calls our roles.</summary>
    public sealed record RoleValues
    {
        public string Employee { get; init; } = "";
        public string TeamLead { get; init; } = "";
        public string SystemManager { get; init; } = "";
    }
}
