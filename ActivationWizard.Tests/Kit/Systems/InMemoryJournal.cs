using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>The journal, its leases and what it knows of codes sent, kept to the same promises as the real one.</summary>
internal sealed class InMemoryJournal(Boundaries boundaries, TimeProvider time) : ICaseJournal, ITenantLeases, ICodeHistory
{
    // More than any case of a test has.
    private const int MostEvents = 500;

    private readonly Dictionary<CaseNumber, List<RecordedEvent>> _cases = [];
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(6);

    private readonly Dictionary<string, Lease> _leases = [];
    private readonly Dictionary<string, CaseNumber> _intakes = [];

    /// <summary>Happens just before an append of which the first event is of this kind, once: somebody else was first.</summary>
    public Dictionary<Type, Action> Before { get; } = [];

    /// <summary>Happens just after such an append, once: the process is frozen, and much goes on without it.</summary>
    public Dictionary<Type, Action> After { get; } = [];

    /// <summary>Happens just before a tenant is reserved, once.</summary>
    public Func<Task>? BeforeReserving { get; set; }

    /// <summary>The case that acts for the tenant; null when none does.</summary>
    public CaseNumber? HolderOf(string tenant) => Of(tenant).Holder;

    /// <summary>Another takes the lease away, as after a pause that took too long.</summary>
    public void TakeAway(string tenant, CaseNumber by) => _leases[tenant] = new(by, Of(tenant).Number + 1, default);

    /// <summary>Another process runs the case now, for as long as a right to it lasts.</summary>
    public void RunElsewhere(string tenant, CaseNumber number) =>
        _leases[tenant] = new(number, Of(tenant).Number + 1, time.GetUtcNow() + Term);

    /// <summary>Somebody else is first, every time.</summary>
    public bool LosesEveryRace { get; set; }

    public IReadOnlyList<RecordedEvent> Of(CaseNumber number) => _cases[number];

    /// <summary>The journal as it was when the case was at this version; nobody acts for anybody any more.</summary>
    public void GoBack(CaseNumber number, int version)
    {
        _cases[number].RemoveRange(version, _cases[number].Count - version);
        _leases.Clear();
    }

    /// <summary>How many times a case was read, and so folded, since it was last set.</summary>
    public int Loads { get; set; }

    public Task<OpenedCase> OpenAsync(ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        if (intakeKey is not null && _intakes.TryGetValue(intakeKey, out var earlier))
            return Task.FromResult(new OpenedCase(earlier, ActivationCase.Fold(_cases[earlier]), IsNew: false));

        var number = CaseNumber.Of(2026, _cases.Count + 1);
        _cases[number] = [new(number, 1, new CaseOpened(number, request), actor, time.GetUtcNow())];
        if (intakeKey is not null)
            _intakes[intakeKey] = number;
        return Task.FromResult(new OpenedCase(number, ActivationCase.Open(_cases[number][0]), IsNew: true));
    }

    public Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation)
    {
        boundaries.Pass();
        if (Before.Remove(typeof(CaseReopened), out var act))
            act();
        if (_cases[ended.Number].Count != ended.Version)
            return Task.FromResult<(ActivationCase?, ActivationCase)>((null, ended));
        var number = CaseNumber.Of(2026, _cases.Count + 1);
        var opened = new CaseOpened(number, request, new ReopenedCase(ended.Number, reason));
        _cases[number] = [new(number, 1, opened, actor, time.GetUtcNow())];
        var entry = new RecordedEvent(
            ended.Number, ended.Version + 1, new CaseReopened(number, reason), actor, time.GetUtcNow());
        _cases[ended.Number].Add(entry);
        return Task.FromResult<(ActivationCase?, ActivationCase)>(
            (ActivationCase.Open(_cases[number][0]), ended.After(entry)));
    }

    public Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        Loads++;
        return Task.FromResult(_cases.TryGetValue(number, out var entries) ? ActivationCase.Fold(entries) : null);
    }

    public Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        boundaries.Pass();
        if (Before.Remove(events[0].GetType(), out var act))
            act();
        var entries = _cases[after.Number];
        if (LosesEveryRace || entries.Count != after.Version || events.Any(IsOverBy))
            return Task.FromResult((AppendOutcome.LostRace, after));
        if (claim is not null && !IsHeld(claim, after.Number))
            return Task.FromResult((AppendOutcome.Fenced, after));

        List<RecordedEvent> added = [];
        foreach (var fact in events)
        {
            // As on disk: no event is earlier than the one before it, also when the clock was put back.
            var at = time.GetUtcNow() > after.ChangedAt ? time.GetUtcNow() : after.ChangedAt;
            var entry = new RecordedEvent(after.Number, after.Version + 1, fact, actor, at);
            after = after.After(entry);
            added.Add(entry);
        }

        entries.AddRange(added);
        Assert.True(entries.Count <= MostEvents, "A case goes on for ever.");
        Assert.True(HasUniqueKeys(entries), "An effect key was used twice for one kind of event.");
        boundaries.Pass();
        if (After.Remove(events[0].GetType(), out var later))
            later();
        return Task.FromResult((AppendOutcome.Appended, after));
    }

    public async Task<LeaseOutcome> ReserveAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        var before = BeforeReserving;
        BeforeReserving = null;
        await (before?.Invoke() ?? Task.CompletedTask);
        return Take(tenant, number, default);
    }

    public Task<LeaseOutcome> AcquireAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation) =>
        Task.FromResult(Take(tenant, number, time.GetUtcNow() + Term));

    public Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation)
    {
        var holds = IsLast(claim);
        if (holds)
            Prolong(claim, time.GetUtcNow() + Term);
        return Task.FromResult(holds);
    }

    public Task YieldAsync(TenantClaim claim)
    {
        if (IsLast(claim))
            Prolong(claim, default);
        return Task.CompletedTask;
    }

    public Task ReleaseAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        foreach (var name in tenant.All.Where(name => HolderOf(name) == number))
            _leases[name] = new(null, Of(name).Number, default);
        return Task.CompletedTask;
    }

    public Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation) => Task.FromResult(
        _cases.Values.Select(entries => CaseSummary.Of(ActivationCase.Fold(entries)))
            .Where(summary => summary.CodeSentAt is not null
                && (tenant.All.Contains(summary.PartyId) || summary.Household == tenant.Own))
            .OrderByDescending(summary => summary.CodeSentAt)
            .Select(summary => new RecentCodeFinding(summary.CodeSentAt, summary.Number))
            .FirstOrDefault(new RecentCodeFinding(null, null)));

    private LeaseOutcome Take(TenantKeys tenant, CaseNumber number, DateTimeOffset until)
    {
        var leases = tenant.All.Select(Of).ToList();
        if (leases.Find(lease => lease.Holder is { } holder && holder != number) is { } others)
            return new LeaseOutcome.HeldBy(others.Holder!);
        if (leases.Find(lease => lease.Holder is not null && lease.Until > time.GetUtcNow()) is { } own)
            return new LeaseOutcome.UnderWay(own.Until);

        var next = leases.Max(lease => lease.Number) + 1;
        foreach (var name in tenant.All)
            _leases[name] = new(number, next, until);
        return new LeaseOutcome.Held(new TenantClaim(tenant, next));
    }

    private void Prolong(TenantClaim claim, DateTimeOffset until)
    {
        foreach (var name in claim.Tenant.All)
            _leases[name] = Of(name) with { Until = until };
    }

    private bool IsLast(TenantClaim claim) => claim.Tenant.All.All(name => Of(name).Number == claim.FencingNumber);

    private bool IsHeld(TenantClaim claim, CaseNumber number) =>
        IsLast(claim) && claim.Tenant.All.All(name => HolderOf(name) == number);

    // Closed as a double of a case that is over by now.
    private bool IsOverBy(CaseEvent happened) =>
        happened is CaseWithdrawn { DoubleOf: { } other } && ActivationCase.Fold(_cases[other]).State.IsFinal;

    private Lease Of(string tenant) => _leases.GetValueOrDefault(tenant) ?? new(null, 0, default);

    private static bool HasUniqueKeys(IEnumerable<RecordedEvent> entries)
    {
        var keys = entries.Select(entry => (Kind: entry.Event.GetType(), Key: entry.Event switch
        {
            EffectRequested requested => requested.Key,
            EffectDone done => done.Key,
            _ => null,
        })).Where(one => one.Key is not null).ToList();
        return keys.Count == keys.Distinct().Count();
    }

    private sealed record Lease(CaseNumber? Holder, long Number, DateTimeOffset Until);
}
