using System.Collections.Concurrent;
using System.Data.Common;
using ActivationWizard.App.Journal.Secrets;
using ActivationWizard.App.Journal.Store;
using ActivationWizard.App.Journal.Writing;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>How long the right of a process to act for a case lasts unless it is renewed.</summary>
public sealed record LeaseTerm(TimeSpan Length);

/// <summary>
/// One row per name of a tenant, under a pseudonym, that stays: its number only grows, also over a release. A lease that a finished case
/// still has, because the process died before it could give it back, is free.
/// </summary>
public sealed partial class TenantLeases(
    IJournalWriter writer, MasterKey master, LeaseTerm term, TimeProvider time, ILogger<TenantLeases> log) : ITenantLeases
{
    private const int MostRaces = 5;

    // What this process acts for, and until when it has the right to: by this clock, counted from before it was written.
    private readonly ConcurrentDictionary<TenantClaim, DateTimeOffset> _held = new();

    public Task<LeaseOutcome> ReserveAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation) =>
        TakeAsync(tenant, number, TimeSpan.Zero, cancellation);

    public async Task<LeaseOutcome> AcquireAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + term.Length;
        var outcome = await TakeAsync(tenant, number, term.Length, cancellation);
        if (outcome is LeaseOutcome.Held held)
            _held[held.Claim] = until;
        return outcome;
    }

    public async Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation)
    {
        if (_held.TryGetValue(claim, out var until) && time.GetUtcNow() < until)
            return true;
        return await RenewedAsync(claim, cancellation);
    }

    /// <summary>Renews every right of this process, before the first of them ends.</summary>
    public async Task RenewAllAsync(CancellationToken cancellation)
    {
        foreach (var claim in _held.Keys)
            await RenewedAsync(claim, cancellation);
    }

    public async Task YieldAsync(TenantClaim claim)
    {
        if (!_held.TryRemove(claim, out _))
            return;
        try
        {
            await writer.WriteAsync(new LeaseProlonging(RowsOf(claim.Tenant), claim.FencingNumber, 0), CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException or InvalidOperationException or TimeoutException)
        {
            NotYielded(log, failure.GetType().FullName!);
        }
    }

    public Task ReleaseAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation)
    {
        foreach (var claim in _held.Keys.Where(one => one.Tenant.All.Intersect(tenant.All).Any()))
            _held.TryRemove(claim, out _);
        return writer.WriteAsync(new LeaseReleasing(RowsOf(tenant), CaseKey.Of(number)), cancellation);
    }

    private async Task<bool> RenewedAsync(TenantClaim claim, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + term.Length;
        var renewing = new LeaseProlonging(RowsOf(claim.Tenant), claim.FencingNumber, until.UtcTicks);
        await writer.WriteAsync(renewing, cancellation);
        if (!renewing.IsStillHeld)
            _held.TryRemove(claim, out _);
        else if (_held.TryGetValue(claim, out var before))
            _held.TryUpdate(claim, until, before);
        return renewing.IsStillHeld;
    }

    private IReadOnlyList<string> RowsOf(TenantKeys tenant) => LeaseRow.KeysOf(tenant, master);

    private async Task<LeaseOutcome> TakeAsync(TenantKeys tenant, CaseNumber number, TimeSpan length, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            var taking = new LeaseTaking(RowsOf(tenant), CaseKey.Of(number), time.GetUtcNow(), length);
            try
            {
                await writer.WriteAsync(taking, cancellation);
                return taking.IsTaken ? new LeaseOutcome.Held(new TenantClaim(tenant, taking.FencingNumber))
                    : taking.Holder == CaseKey.Of(number) ? new LeaseOutcome.UnderWay(taking.HeldUntil)
                    : new LeaseOutcome.HeldBy(CaseKey.NumberOf(taking.Holder));
            }
            catch (DbUpdateException) when (race < MostRaces)
            {
                // Two made the tenant's first row at once; the next time it is there.
            }
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "The right to act for a tenant could not be given back and ends by itself: {Kind}.")]
    private static partial void NotYielded(ILogger logger, string kind);
}
