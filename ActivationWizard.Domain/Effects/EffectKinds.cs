using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects;

/// <summary>What is true of an effect wherever it stands in a route.</summary>
public static class EffectKinds
{
    extension(EffectKind effect)
    {
        /// <summary>The system that does it.</summary>
        public ForeignSystem System => EffectRegistry.Of(effect).System;

        /// <summary>
        /// How an installation may declare that it is recovered, the default first; empty for an effect that only looks, and is
        /// simply asked again.
        /// </summary>
        public IReadOnlyList<RecoveryCapability> Recoverable => EffectRegistry.Of(effect).Recoverable;

        /// <summary>It only looks: asking twice changes nothing.</summary>
        public bool IsRead => effect.Recoverable is [];

        /// <summary>
        /// Something leaves for a person with it, or will from then on, or it unblocks or deletes an account: what it rests on is
        /// read just before it (G4).
        /// </summary>
        public bool NeedsFreshFacts(Proposal proposal) => EffectRegistry.Of(effect).NeedsFreshFacts(proposal);
    }
}
