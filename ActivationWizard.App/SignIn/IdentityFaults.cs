using ActivationWizard.App.Words;

namespace ActivationWizard.App.SignIn;

/// <summary>What is said of an <see cref="IdentityFault"/>, to whoever can do something about it.</summary>
internal static class IdentityFaults
{
    /// <summary>For the administrator, in the log: what to change.</summary>
    public static string ForTheLog(IdentityFault fault) => fault switch
    {
        IdentityFault.NoSubject => "no usable sub claim in the identity token",
        IdentityFault.NoName => "no name: neither SignIn:NameClaim nor preferred_username is in the identity token or userinfo",
        IdentityFault.TooManyGroups =>
            "the provider left the groups out because there are too many: give the wizard app roles, or only the groups that "
            + "are assigned to the application",
        _ => "none of SignIn:Roles in SignIn:RoleClaim",
    };

    /// <summary>For the person who is not let in: what happened, and what to ask for.</summary>
    public static string ForThePerson(IdentityFault fault) => fault switch
    {
        IdentityFault.NoSubject => ErrorsText.NoSubjectLead,
        IdentityFault.NoName => ErrorsText.NoNameLead,
        IdentityFault.TooManyGroups => ErrorsText.TooManyGroupsLead,
        _ => ErrorsText.NoRoleLead,
    };

    /// <summary>The fault that an address names; null for anything else.</summary>
    public static IdentityFault? Parse(string? text) =>
        Enum.GetValues<IdentityFault>().Where(one => one.ToString() == text).Cast<IdentityFault?>().FirstOrDefault();
}
