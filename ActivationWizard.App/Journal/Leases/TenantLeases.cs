using System.Collections.Concurrent;
using System.Data.Common;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Leases;

/// <summary>How long the right of a process to act for a case lasts unless it is renewed.</summary>
public sealed record LeaseTerm(TimeSpan Length);

/// <summary>
/// One row per name of a tenant, under a pseudonym, that stays: its number only grows, also over a release. A lease that a
/// finished case still has, because the process died before it could give it back, is free.
/// </summary>
public sealed partial class TenantLeases(
    IJournalWriter writer, LeaseRows rows, LeaseTerm term, TimeProvider time, JournalMeter meter, ILogger<TenantLeases> log)
    : ITenantLeases
{
    // What this process acts for, and until when it has the right to: by this clock, counted from before it was written.
    private readonly ConcurrentDictionary<TenantClaim, DateTimeOffset> _held = new();

    // Rights that end later than a process with this clock can have put it, and when each was seen first.
    private readonly ConcurrentDictionary<(TenantKeys Tenant, DateTimeOffset Until), long> _late = new();

    public Task<LeaseOutcome> ReserveAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation) =>
        TakeAsync(tenant, Question(tenant, number), TimeSpan.Zero, cancellation);

    /// <summary>
    /// Looks before it takes: every instance asks again and again for cases that another acts for, and must not keep that one
    /// from renewing.
    /// </summary>
    public async Task<LeaseOutcome> AcquireAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        var question = Question(tenant, number);
        if (await rows.InTheWayAsync(question, cancellation) is { } inTheWay)
            return Refusal(tenant, question, inTheWay);
        var outcome = await TakeAsync(tenant, question, term.Length, cancellation);
        if (outcome is LeaseOutcome.Held held)
            _held[held.Claim] = question.Now + term.Length;
        return outcome;
    }

    public async Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation)
    {
        // With a clock that was put back it is not known how long ago that was.
        if (_held.TryGetValue(claim, out var until)
            && until - time.GetUtcNow() is var left && left > TimeSpan.Zero && left <= term.Length)
            return true;
        return await RenewedAsync(claim, cancellation);
    }

    /// <summary>
    /// Renews every right of this process, before the first of them ends. One that is given back meanwhile stays given back: the
    /// case goes on at once and not when the right is over.
    /// </summary>
    public async Task RenewAllAsync(CancellationToken cancellation)
    {
        foreach (var claim in _held.Keys)
        {
            await RenewedAsync(claim, cancellation);
            if (!_held.ContainsKey(claim))
                await EndAsync(claim);
        }
    }

    public async Task YieldAsync(TenantClaim claim)
    {
        if (_held.TryRemove(claim, out _))
            await EndAsync(claim);
    }

    public Task ReleaseAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        foreach (var claim in _held.Keys.Where(one => one.Tenant.All.Intersect(tenant.All).Any()))
            _held.TryRemove(claim, out _);
        return writer.WriteAsync(new LeaseReleasing(rows.NamesOf(tenant), CaseKey.Of(number)), cancellation);
    }

    private async Task<bool> RenewedAsync(TenantClaim claim, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + term.Length;
        var renewing = new LeaseProlonging(rows.NamesOf(claim.Tenant), claim.FencingNumber, until.UtcTicks);
        await writer.WriteAsync(renewing, cancellation);
        if (!renewing.IsStillHeld)
        {
            if (_held.TryRemove(claim, out _))
                meter.LeaseEnded();
        }
        else if (_held.TryGetValue(claim, out var before))
            _held.TryUpdate(claim, until, before);
        return renewing.IsStillHeld;
    }

    private async Task EndAsync(TenantClaim claim)
    {
        try
        {
            var ending = new LeaseProlonging(rows.NamesOf(claim.Tenant), claim.FencingNumber, until: 0);
            await writer.WriteAsync(ending, CancellationToken.None);
        }
        catch (Exception failure)
            when (failure is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            NotYielded(log, failure.GetType().FullName!);
        }
    }

    // Whoever lives renews within the term: what stayed as it was for so long is a dead process's, or another clock's.
    private DateTimeOffset? Over(TenantKeys tenant)
    {
        foreach (var (late, since) in _late.Where(one => one.Key.Tenant == tenant))
        {
            if (time.GetElapsedTime(since) >= term.Length && _late.TryRemove(late, out _))
                return late.Until;
        }

        return null;
    }

    private DateTimeOffset End(TenantKeys tenant, DateTimeOffset until)
    {
        var latest = time.GetUtcNow() + term.Length;
        if (until <= latest)
            return until;
        foreach (var (other, _) in _late.Where(one => one.Key.Tenant == tenant && one.Key.Until != until))
            _late.TryRemove(other, out _);
        _late.TryAdd((tenant, until), time.GetTimestamp());
        return latest;
    }

    private LeaseQuestion Question(TenantKeys tenant, CaseNumber number) =>
        new(rows.NamesOf(tenant), CaseKey.Of(number), time.GetUtcNow(), Over(tenant));

    private async Task<LeaseOutcome> TakeAsync(
        TenantKeys tenant, LeaseQuestion question, TimeSpan length, CancellationToken cancellation)
    {
        var taking = new LeaseTaking(question, length);
        // Another may have made the tenant's first rows.
        await writer.WriteRacingAsync(taking, cancellation);
        return taking.InTheWay is { } inTheWay
            ? Refusal(tenant, question, inTheWay) : new LeaseOutcome.Held(new TenantClaim(tenant, taking.FencingNumber));
    }

    private LeaseOutcome Refusal(TenantKeys tenant, LeaseQuestion question, LeaseRow inTheWay) =>
        inTheWay.Case == question.Case
            ? new LeaseOutcome.UnderWay(End(tenant, new DateTimeOffset(inTheWay.HeldUntil, TimeSpan.Zero)))
            : new LeaseOutcome.HeldBy(CaseKey.NumberOf(inTheWay.Case!.Value));

    [LoggerMessage(1, LogLevel.Warning, "The right to act for a tenant could not be given back and ends by itself: {Kind}.")]
    private static partial void NotYielded(ILogger logger, string kind);
}
