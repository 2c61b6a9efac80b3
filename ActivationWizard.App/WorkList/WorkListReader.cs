using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.WorkList;

/// <summary>The work list as one person sees it at one moment.</summary>
/// <param name="Counts">What stands above it, whatever is shown.</param>
/// <param name="Cases">The open cases that were asked for, the longest waiting first.</param>
/// <param name="ToResume">This person's own cases that wait for a person.</param>
public sealed record WorkListView(WorkListCounts Counts, IReadOnlyList<CaseSummary> Cases, IReadOnlyList<CaseSummary> ToResume)
{
    /// <summary>All open cases that are past their term, also those that are not shown.</summary>
    public IReadOnlySet<CaseNumber> Late { get; init; } = new HashSet<CaseNumber>();
}

/// <summary>Reads the work list for the person who is signed in.</summary>
public sealed class WorkListReader(
    CurrentActor current, CaseFeed feed, ICaseJournal journal, WorkSettings settings, TimeProvider time)
{
    private readonly Dictionary<(CaseNumber Number, int Version), Skip?> _skips = [];
    private FeedView? _seen;

    /// <summary>The list as it is now.</summary>
    public async Task<WorkListView> ReadAsync(WorkListFilter filter, CancellationToken cancellation)
    {
        var actor = await ReaderAsync();
        _seen = await feed.LookAsync(cancellation);
        return ViewOf(_seen.Open, filter, actor);
    }

    /// <summary>The list as the feed tells it: nothing is asked.</summary>
    public async Task<WorkListView> ReadAsync(WorkListFilter filter, FeedView told)
    {
        _seen = told;
        return ViewOf(told.Open, filter, await ReaderAsync());
    }

    /// <summary>True when this is what was read last.</summary>
    public bool HasRead(FeedView told) => ReferenceEquals(told, _seen);

    /// <summary>
    /// Who gave these cases back to the list, and why: only of those that nobody has taken since. It is the employee's own words,
    /// so it is read from the journal, once for each time.
    /// </summary>
    public async Task<IReadOnlyDictionary<CaseNumber, Skip>> SkipsAsync(
        IEnumerable<CaseSummary> shown, CancellationToken cancellation)
    {
        var actor = await ReaderAsync();
        var skips = new Dictionary<CaseNumber, Skip>();
        foreach (var one in shown.Where(one => WorkListFilter.Skipped.Shows(one, actor)))
        {
            if (!_skips.TryGetValue((one.Number, one.Version), out var skip))
                _skips[(one.Number, one.Version)] = skip = (await journal.LoadAsync(one.Number, cancellation))?.Skipped;
            if (skip is not null)
                skips[one.Number] = skip;
        }

        return skips;
    }

    private WorkListView ViewOf(IReadOnlyList<CaseSummary> open, WorkListFilter filter, Actor actor) => new(
        WorkListCounts.Of(open, actor),
        [.. open.Where(one => filter.Shows(one, actor)).Take(CaseQueries.MostRows)],
        actor.May(Operation.HandleOwnCase)
            ? [.. open.Where(one => WorkListFilter.Mine.Shows(one, actor) && IsForPerson(one)).OrderBy(one => one.ChangedAt)]
            : [])
    {
        Late = open.Where(one => settings.IsLate(one.ReceivedAt, time.GetUtcNow())).Select(one => one.Number).ToHashSet(),
    };

    // What the wizard is busy with needs nobody, and neither does what waits for a day or for the team lead.
    private static bool IsForPerson(CaseSummary summary) =>
        !summary.IsParked && (!summary.State.WaitsForSystem || summary.IsStuck);

    private async Task<Actor> ReaderAsync()
    {
        var actor = await current.GetAsync();
        actor.Demand(Operation.SeeWorkList);
        return actor;
    }
}
