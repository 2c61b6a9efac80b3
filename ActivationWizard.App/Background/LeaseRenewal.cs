using ActivationWizard.App.Journal.Leases;

namespace ActivationWizard.App.Background;

/// <summary>
/// Keeps the rights of this process to act for its cases alive, as long as it lives itself: a killed or frozen process lets them
/// end, and another goes on.
/// </summary>
public sealed class LeaseRenewal(TenantLeases leases, LeaseTerm term, TimeProvider time, ILogger<LeaseRenewal> log)
    : RepeatedWork("Renewing the rights to act for cases", term.Length / 3, time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) => leases.RenewAllAsync(cancellation);
}
