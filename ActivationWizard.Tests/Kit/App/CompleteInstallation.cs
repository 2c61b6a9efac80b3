using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>Settings of a real installation in which nothing is missing.</summary>
internal static class CompleteInstallation
{
    /// <summary>All but how it reaches the systems.</summary>
    public static Dictionary<string, string?> Production => new()
    {
        ["AllowedHosts"] = "wizard.example",
        ["Installation:Mode"] = "Production",
        ["Journal:MasterKey"] = FixedKey.Master,
        ["Activation:FingerprintKey"] = FixedKey.Fingerprint,
        ["SignIn:Authority"] = "https://login.example",
        ["SignIn:ClientId"] = "wizard",
        ["SignIn:ClientSecret"] = "sleutel",
        ["SignIn:Roles:Employee"] = "e",
        ["SignIn:Roles:TeamLead"] = "t",
        ["SignIn:Roles:SystemManager"] = "b",
    };

    /// <summary>On SQLite, with every system worked by hand.</summary>
    public static Dictionary<string, string?> ByHand => new(Production)
    {
        ["Umbrella:Mode"] = "Manual",
        ["Viewpoint:Mode"] = "Manual",
        ["Postex:Mode"] = "Manual",
        ["Mailbox:Mode"] = "Manual",
    };
}
