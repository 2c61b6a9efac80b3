using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>What became of an append. Closed.</summary>
public enum AppendOutcome
{
    /// <summary>The events and the case's summary are on disk.</summary>
    Appended,

    /// <summary>Somebody else appended first: nothing was written, read again.</summary>
    LostRace,

    /// <summary>The tenant's lease is no longer this holder's: nothing was written, and nothing may be done.</summary>
    Fenced,
}

/// <summary>The append-only journal of all cases.</summary>
public interface ICaseJournal
{
    /// <summary>
    /// Opens a case under the next number of the year. The same <paramref name="intakeKey"/> gives the same number again, and no second case.
    /// </summary>
    Task<CaseNumber> OpenAsync(ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation);

    /// <summary>All events of a case in order; empty when there is no such case.</summary>
    Task<IReadOnlyList<RecordedEvent>> ReadAsync(CaseNumber number, CancellationToken cancellation);

    /// <summary>
    /// Appends events after <paramref name="after"/>, the case as the caller knows it, in one durable transaction with the case's summary, and gives the case
    /// after them. With a <paramref name="claim"/> the lease is checked in that same transaction.
    /// </summary>
    Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation);
}

/// <summary>The right to act for a tenant, under all names: the number grows with every new holder, so that an old holder is recognised.</summary>
public sealed record TenantClaim(TenantKeys Tenant, long FencingNumber);

/// <summary>What became of asking for a tenant's lease. Closed.</summary>
public abstract record LeaseOutcome
{
    private LeaseOutcome()
    {
    }

    /// <summary>The lease is the case's.</summary>
    public sealed record Held(TenantClaim Claim) : LeaseOutcome;

    /// <summary>Another case acts for this tenant.</summary>
    public sealed record HeldBy(CaseNumber Other) : LeaseOutcome;

    /// <summary>This very case is under way in another run, here or in another process, which keeps it at least until then.</summary>
    public sealed record UnderWay(DateTimeOffset Until) : LeaseOutcome;
}

/// <summary>
/// One case at a time acts for a tenant: two would delete each other's account. The lock is on the tenant, not on the case; it is had under all of the tenant's
/// names or not at all. One run at a time acts for the
/// case: its right is short, is renewed while it runs, and dies with its process.
/// </summary>
public interface ITenantLeases
{
    /// <summary>Makes the tenant the case's, without a run; a case that has it gets it again, with a new number.</summary>
    Task<LeaseOutcome> ReserveAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);

    /// <summary>Takes the right to act, with a new number; not while another run has it.</summary>
    Task<LeaseOutcome> AcquireAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);

    /// <summary>
    /// True when the right is still this holder's, renewed where that was due. A process that was frozen for longer than its right finds out here, before it
    /// calls a system.
    /// </summary>
    Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation);

    /// <summary>Ends the run; the tenant stays the case's. Never throws: the right ends by itself as well.</summary>
    Task YieldAsync(TenantClaim claim);

    /// <summary>Gives the tenant back; does nothing when another case has it.</summary>
    Task ReleaseAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);
}
