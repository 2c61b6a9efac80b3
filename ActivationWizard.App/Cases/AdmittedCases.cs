using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>
/// The cases that the person who is signed in may see, as far as this circuit goes: whoever was let in to a case goes on seeing
/// what becomes of it, and no other. Every page that shows a case asks here.
/// </summary>
public sealed class AdmittedCases(CurrentActor current, CaseAdmission admission)
{
    private readonly HashSet<CaseNumber> _admitted = [];

    /// <summary>Asks to see a case, as <see cref="CaseAdmission.OpenAsync"/> says.</summary>
    public async Task<Admission> OpenAsync(CaseNumber number, GivenReason? reason = null)
    {
        // A reason is an act of the person: it needs a session that is not over.
        var actor = reason is null ? await current.GetAsync() : await current.GetToActAsync();
        var admitted = await admission.OpenAsync(number, actor, reason, CancellationToken.None);
        if (admitted is Admission.Admitted)
            _admitted.Add(number);
        return admitted;
    }

    /// <summary>
    /// The case as it is now; null when there is none. Throws <see cref="UnauthorizedAccessException"/> for one that nobody was
    /// let in to here.
    /// </summary>
    public async Task<ActivationCase?> FollowAsync(CaseNumber number) => _admitted.Contains(number)
        ? await admission.FollowAsync(number, await current.GetAsync(), CancellationToken.None)
        : throw new UnauthorizedAccessException($"Case {number} was not opened here.");
}
