using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Domain.Codes;

/// <summary>
/// When a code passes through a person: shown for a letter that is made by hand, typed for a letter that Postex makes.
/// </summary>
public static class CodeByHand
{
    /// <summary>The wizard read the code, and a person has to put it in the letter.</summary>
    public static bool MayBeShown(ActivationCase activation) =>
        activation is
        {
            State: ActivationState.AwaitingManualStep,
            Trouble: ManualStepNeeded { Effect: EffectKind.DispatchLetter },
            Fingerprint: not null,
        }
        && CustomerOf(activation).Length > 0;

    /// <summary>A person looks in Umbrella whether there is a code, and until when it is good (G3).</summary>
    public static bool IsLookedFor(ActivationCase activation) =>
        activation is { State: ActivationState.AwaitingManualStep, Trouble: ManualStepNeeded { Effect: EffectKind.ReadCode } };

    /// <summary>A person reads the code in Umbrella, and Postex can make the letter: then it is typed, once.</summary>
    public static bool IsAsked(ActivationCase activation) =>
        IsLookedFor(activation)
        && activation.AcceptedFacts is
        {
            Preference: { Status: FactStatus.Known, Source: Source.Postex },
            Person.Value.Party.Code.Length: > 0,
        }
        && Proposal.Of(activation) is { Route.IsLetter: true, Envelope.Count: >= DispatchLetter.FewestLines };

    internal static string CustomerOf(ActivationCase activation) =>
        activation.AcceptedFacts?.Account.Value?.Account?.CustomerId ?? "";

    /// <summary>
    /// What follows from the code that a person saw, with the fingerprint of one that was typed: good for a letter, or a fresh
    /// one is needed, by the same measure as when the wizard reads it itself (G3).
    /// </summary>
    internal static CaseEvent Judge(
        ActivationCase activation, string? fingerprint, DateOnly lastDay, DateTimeOffset now, ActivationSettings settings) =>
        ReadCode.Seen(activation, StepByHand.KeyOf(activation, activation.Trouble), fingerprint, lastDay, now, settings);

    /// <summary>What follows when there is no code (G3).</summary>
    internal static CaseEvent None(ActivationCase activation) =>
        ReadCode.Unusable(activation, StepByHand.KeyOf(activation, activation.Trouble));
}
