using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// The right to act for a tenant, under all names: the number grows with every new holder, so that an old holder is recognised.
/// </summary>
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

    /// <summary>
    /// This very case is under way in another run, here or in another process, which keeps it at least until then.
    /// </summary>
    public sealed record UnderWay(DateTimeOffset Until) : LeaseOutcome;
}

/// <summary>
/// One case at a time acts for a tenant: two would delete each other's account. The lock is on the tenant, not on the case; it is
/// had under all of the tenant's names or not at all. One run at a time acts for the case: its right is short, is renewed while
/// it runs, and dies with its process.
/// </summary>
public interface ITenantLeases
{
    /// <summary>Makes the tenant the case's, without a run; a case that has it gets it again, with a new number.</summary>
    Task<LeaseOutcome> ReserveAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);

    /// <summary>Takes the right to act, with a new number; not while another run has it.</summary>
    Task<LeaseOutcome> AcquireAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);

    /// <summary>
    /// True when the right is still this holder's, renewed where that was due. A process that was frozen for longer than its
    /// right finds out here, before it calls a system.
    /// </summary>
    Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation);

    /// <summary>Ends the run; the tenant stays the case's. Never throws: the right ends by itself as well.</summary>
    Task YieldAsync(TenantClaim claim);

    /// <summary>Gives the tenant back; does nothing when another case has it.</summary>
    Task ReleaseAsync(TenantKeys tenant, CaseNumber number, CancellationToken cancellation);
}
