namespace ActivationWizard.Domain.Facts;

/// <summary>What our own journal knows of codes sent before (guard G2).</summary>
public interface ICodeHistory
{
    /// <summary>
    /// The last time a code went out for this tenant in any case, also when one of the two knows the tenant by id and the other
    /// by address only; never sent has no moment.
    /// </summary>
    Task<RecentCodeFinding> LastCodeSentAsync(TenantKeys tenant, CancellationToken cancellation);
}
