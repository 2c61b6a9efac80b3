using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.SignIn;

/// <summary>The roles of people, as constants for <c>[Authorize(Roles = …)]</c>.</summary>
public static class RoleNames
{
    public const string Employee = nameof(Role.Employee);
    public const string TeamLead = nameof(Role.TeamLead);
    public const string SystemManager = nameof(Role.SystemManager);

    /// <summary>Those who may see the open cases.</summary>
    public const string SeesWork = $"{Employee},{TeamLead}";

    /// <summary>Those who may see who looked at what.</summary>
    public const string SeesAccessLog = $"{TeamLead},{SystemManager}";

    /// <summary>Those who may see how the systems are doing.</summary>
    public const string SeesStatus = $"{TeamLead},{SystemManager}";
}
