using ActivationWizard.App.Access;
using ActivationWizard.App.Journal;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Desk;

/// <summary>The work list as one person sees it at one moment.</summary>
/// <param name="Counts">What stands above it, whatever is shown.</param>
/// <param name="Cases">The open cases that were asked for, the longest waiting first.</param>
/// <param name="ToResume">This person's own cases that wait for a person.</param>
public sealed record WorkListView(WorkListCounts Counts, IReadOnlyList<CaseSummary> Cases, IReadOnlyList<CaseSummary> ToResume)
{
    /// <summary>The same list, so that a page need not be drawn again.</summary>
    public bool IsSameAs(WorkListView? other) =>
        other is not null && Counts == other.Counts && Cases.SequenceEqual(other.Cases) && ToResume.SequenceEqual(other.ToResume);
}

/// <summary>Reads the work list for the person who is signed in.</summary>
public sealed class WorkList(CurrentActor current, CaseQueries queries)
{
    /// <summary>The list as it is now.</summary>
    public async Task<WorkListView> ReadAsync(WorkListFilter filter, CancellationToken cancellation)
    {
        var actor = await current.GetAsync();
        var counts = await queries.CountsAsync(actor, cancellation);
        var cases = await queries.WorkListAsync(actor, filter, cancellation);
        var own = actor.May(Operation.HandleOwnCase) ? await queries.WorkListAsync(actor, WorkListFilter.Mine, cancellation) : [];
        return new WorkListView(counts, cases, [.. own.Where(IsForPerson).OrderBy(one => one.ChangedAt)]);
    }

    /// <summary>Only what stands above the list: cheap enough to ask every few seconds.</summary>
    public async Task<WorkListCounts> CountsAsync(CancellationToken cancellation) =>
        await queries.CountsAsync(await current.GetAsync(), cancellation);

    // What the wizard is busy with needs nobody.
    private static bool IsForPerson(CaseSummary summary) => !summary.State.WaitsForSystem || summary.IsStuck;
}
