using ActivationWizard.Domain;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Domain.Kit;

/// <summary>The journal, its leases and what it knows of codes sent, kept to the same promises as the real one.</summary>
internal sealed class InMemoryJournal(Boundaries boundaries, TimeProvider time) : ICaseJournal, ITenantLeases, ICodeHistory
{
    private readonly Dictionary<CaseNumber, List<JournalEntry>> _cases = [];
    private readonly Dictionary<string, (CaseNumber? Holder, long Number)> _leases = [];
    private readonly Dictionary<string, CaseNumber> _intakes = [];

    /// <summary>Happens just before an append of which the first event is of this kind, once: somebody else was first.</summary>
    public Dictionary<Type, Action> Before { get; } = [];

    /// <summary>The case that acts for the tenant; null when none does.</summary>
    public CaseNumber? HolderOf(string tenant) => _leases.GetValueOrDefault(tenant).Holder;

    /// <summary>Another takes the lease away, as after a pause that took too long.</summary>
    public void TakeAway(string tenant, CaseNumber by) => _leases[tenant] = (by, _leases[tenant].Number + 1);

    /// <summary>Somebody else is first, every time.</summary>
    public bool LosesEveryRace { get; set; }

    public IReadOnlyList<JournalEntry> Of(CaseNumber number) => _cases[number];

    public Task<CaseNumber> OpenAsync(ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        if (intakeKey is not null && _intakes.TryGetValue(intakeKey, out var earlier))
            return Task.FromResult(earlier);

        var number = CaseNumber.Of(2026, _cases.Count + 1);
        _cases[number] = [new(number, 1, new CaseOpened(number, request), actor, time.GetUtcNow())];
        if (intakeKey is not null)
            _intakes[intakeKey] = number;
        return Task.FromResult(number);
    }

    public Task<IReadOnlyList<JournalEntry>> ReadAsync(CaseNumber number, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<JournalEntry>>(_cases.TryGetValue(number, out var entries) ? [.. entries] : []);

    public Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        boundaries.Pass();
        if (Before.Remove(events[0].GetType(), out var act))
            act();
        var entries = _cases[after.Number];
        if (LosesEveryRace || entries.Count != after.Version)
            return Task.FromResult((AppendOutcome.LostRace, after));
        if (claim is not null && _leases[claim.Tenant] != (after.Number, claim.FencingNumber))
            return Task.FromResult((AppendOutcome.Fenced, after));

        List<JournalEntry> added = [];
        foreach (var fact in events)
        {
            var entry = new JournalEntry(after.Number, after.Version + 1, fact, actor, time.GetUtcNow());
            after = after.After(entry);
            added.Add(entry);
        }

        entries.AddRange(added);
        Assert.True(HasUniqueKeys(entries), "An effect key was used twice for one kind of event.");
        boundaries.Pass();
        return Task.FromResult((AppendOutcome.Appended, after));
    }

    public Task<LeaseOutcome> AcquireAsync(string tenant, CaseNumber number, CancellationToken cancellation)
    {
        var (holder, last) = _leases.GetValueOrDefault(tenant);
        if (holder is not null && holder != number)
            return Task.FromResult<LeaseOutcome>(new LeaseOutcome.HeldBy(holder));

        _leases[tenant] = (number, last + 1);
        return Task.FromResult<LeaseOutcome>(new LeaseOutcome.Held(new TenantClaim(tenant, last + 1)));
    }

    public Task ReleaseAsync(string tenant, CaseNumber number, CancellationToken cancellation)
    {
        if (_leases.TryGetValue(tenant, out var lease) && lease.Holder == number)
            _leases[tenant] = (null, lease.Number);
        return Task.CompletedTask;
    }

    public Task<RecentCodeFinding> LastCodeSentAsync(string tenant, CancellationToken cancellation) => Task.FromResult(
        _cases.Values.Select(entries => CaseSummary.Of(ActivationCase.Fold(entries)))
            .Where(summary => summary.PartyId == tenant && summary.CodeSentAt is not null)
            .OrderByDescending(summary => summary.CodeSentAt)
            .Select(summary => new RecentCodeFinding(summary.CodeSentAt, summary.Number))
            .FirstOrDefault(new RecentCodeFinding(null, null)));

    private static bool HasUniqueKeys(IEnumerable<JournalEntry> entries)
    {
        var keys = entries.Select(entry => (Kind: entry.Fact.GetType(), Key: entry.Fact switch
        {
            EffectRequested requested => requested.Key,
            EffectDone done => done.Key,
            _ => null,
        })).Where(one => one.Key is not null).ToList();
        return keys.Count == keys.Distinct().Count();
    }
}
