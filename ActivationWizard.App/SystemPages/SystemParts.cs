using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SystemChecks;

namespace ActivationWizard.App.SystemPages;

/// <summary>What belongs to one system of all that is known of the installation.</summary>
public static class SystemParts
{
    /// <summary>The subject that an address names; null for anything else, and for what has no page.</summary>
    public static CheckSubject? Named(string name, bool isDemo) =>
        InstallationCheck.Subjects.Where(one => HasPage(one, isDemo)).Select(one => (CheckSubject?)one)
            .FirstOrDefault(one => name.Equals($"{one}", StringComparison.OrdinalIgnoreCase));

    /// <summary>False for the disk, which is no system, and for the provider of people who sign in nowhere.</summary>
    public static bool HasPage(CheckSubject subject, bool isDemo) =>
        subject is not CheckSubject.Disk && !(isDemo && subject is CheckSubject.SignIn);

    /// <summary>True for a setting of the system, by the name of its section.</summary>
    public static bool HasSection(CheckSubject subject, string section)
    {
        var own = subject is CheckSubject.Database ? "Journal" : $"{subject}";
        return section == own || section.StartsWith($"{own}:", StringComparison.Ordinal);
    }

    /// <summary>True for a disturbance of the system.</summary>
    public static bool IsOf(CheckSubject subject, Disturbance one) => one.Kind switch
    {
        DisturbanceKind.Unanswered => one.Subject == $"{InstallationCheck.SystemOf(subject)}",
        DisturbanceKind.Templates => subject is CheckSubject.Mailbox,
        DisturbanceKind.Database => subject is CheckSubject.Database,
        // It is named by its setting.
        DisturbanceKind.Ending => HasSection(subject, one.Subject.Split(' ')[0]),
        _ => false,
    };
}
