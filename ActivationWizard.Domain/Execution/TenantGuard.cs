using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// Sees to it that one case acts for a tenant, and one process for that case. A case of which the tenant is not known is guarded
/// under its own number.
/// </summary>
public sealed class TenantGuard(ICaseJournal journal, ITenantLeases leases)
{
    /// <summary>Keeps the tenant for a case that is about to act; null when another case acts.</summary>
    public Task<LeaseOutcome> ReserveAsync(ActivationCase activation, CancellationToken cancellation) =>
        HeldAsync(activation, () => leases.ReserveAsync(Tenant(activation), activation.Number, cancellation), cancellation);

    /// <summary>
    /// Takes the right to act for the case in this process: for its tenant, or while it only reads for the case itself, so that
    /// of several processes one reads.
    /// </summary>
    public Task<LeaseOutcome> AcquireAsync(
        ActivationCase activation, CancellationToken cancellation) => activation.ActsForTenant
        ? HeldAsync(activation, () => leases.AcquireAsync(Tenant(activation), activation.Number, cancellation), cancellation)
        : leases.AcquireAsync(Itself(activation), activation.Number, cancellation);

    /// <summary>
    /// True when the case has just stopped acting for its tenant: the one it acted for, whoever the facts point at now.
    /// </summary>
    public async Task<bool> ReleaseAfterAsync(ActivationCase before, ActivationCase after, CancellationToken cancellation)
    {
        if (!before.ActsForTenant || after.ActsForTenant)
            return false;
        await leases.ReleaseAsync(Tenant(before), before.Number, cancellation);
        return true;
    }

    /// <summary>True while the right is still this run's: asked before it calls a system.</summary>
    public Task<bool> RenewAsync(TenantClaim claim, CancellationToken cancellation) => leases.RenewAsync(claim, cancellation);

    /// <summary>Ends the run's right to act, if it has one; the tenant stays the case's.</summary>
    public async Task YieldAsync(Run run)
    {
        if (run.Claim is { } claim)
            await leases.YieldAsync(claim);
        run.Claim = null;
    }

    // A process that died between its last event and giving the lease back must not lock the tenant: a case with nothing under
    // way has no right to it.
    private async Task<LeaseOutcome> HeldAsync(
        ActivationCase activation, Func<Task<LeaseOutcome>> take, CancellationToken cancellation)
    {
        var outcome = await take();
        if (outcome is not LeaseOutcome.HeldBy { Other: var other } || await IsActingAsync(other, cancellation))
            return outcome;

        await leases.ReleaseAsync(Tenant(activation), other, cancellation);
        return await take();
    }

    private async Task<bool> IsActingAsync(CaseNumber number, CancellationToken cancellation) =>
        (await journal.LoadAsync(number, cancellation))?.ActsForTenant is true;

    private static TenantKeys Tenant(ActivationCase activation) =>
        TenantKeys.Of(activation.AcceptedFacts ?? activation.Facts, activation.Request) ?? Itself(activation);

    private static TenantKeys Itself(ActivationCase activation) => TenantKeys.Of($"case {activation.Number}");
}
