using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Ports;

/// <summary>What our own journal knows of codes sent before (guard G2).</summary>
public interface ICodeHistory
{
    /// <summary>The last time a code went out for this party in any case; never sent has no moment.</summary>
    Task<RecentCodeFinding> LastCodeSentAsync(string partyId, CancellationToken cancellation);
}
