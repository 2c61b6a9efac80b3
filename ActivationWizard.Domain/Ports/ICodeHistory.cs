using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Ports;

/// <summary>What our own journal knows of codes sent before (guard G2).</summary>
public interface ICodeHistory
{
    /// <summary>The last time a code went out for this tenant in any case; never sent has no moment.</summary>
    /// <param name="tenant">Viewpoint's id, or what stands in for it when the person was looked up by hand.</param>
    /// <param name="cancellation">Ends the question.</param>
    Task<RecentCodeFinding> LastCodeSentAsync(string tenant, CancellationToken cancellation);
}
