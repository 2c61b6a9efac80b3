namespace ActivationWizard.App.SignIn;

/// <summary>
/// How people sign in to a Production installation: OpenID Connect, section <c>SignIn</c> of the settings. A Demo installation
/// has its own people and takes none of this.
/// </summary>
public sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Address of the identity provider, https; http only on this machine.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    /// <summary>A secret: keep it in an environment variable or a secret store, not in a file.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>The claim of the identity token that holds a person's groups or roles. Default <c>roles</c>.</summary>
    public string RoleClaim { get; set; } = "roles";

    /// <summary>The value of <see cref="RoleClaim"/> for each role of the wizard.</summary>
    public RoleValues Roles { get; set; } = new();

    /// <summary>What the identity provider calls our roles.</summary>
    public sealed class RoleValues
    {
        public string Employee { get; set; } = "";
        public string TeamLead { get; set; } = "";
        public string SystemManager { get; set; } = "";
    }
}
