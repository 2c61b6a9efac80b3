using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Words;

/// <summary>The roles in words for people.</summary>
public static class RoleText
{
    public static string For(Role role) => role switch
    {
        Role.Employee => ShellText.RoleEmployee,
        Role.TeamLead => ShellText.RoleTeamLead,
        Role.SystemManager => ShellText.RoleSystemManager,
        Role.Machine => ShellText.RoleMachine,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };

    /// <summary>What somebody with this role comes to do.</summary>
    public static string Task(Role role) => role switch
    {
        Role.Employee => ShellText.RoleEmployeeDoes,
        Role.TeamLead => ShellText.RoleTeamLeadDoes,
        Role.SystemManager => ShellText.RoleSystemManagerDoes,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
