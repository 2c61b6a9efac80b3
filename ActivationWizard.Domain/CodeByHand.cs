using System.Collections.Concurrent;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain;

/// <summary>
/// When a code passes through a person: shown for a letter that is made by hand, typed for a letter that Postex makes. A typed code lives in this process, until the
/// run that takes it has ended; after a crash the question is asked again.
/// </summary>
public sealed class CodeByHand(IUmbrella umbrella, ActivationSettings settings)
{
    internal const int FewestLines = 3;

    private readonly ConcurrentDictionary<CaseNumber, ActivationCode> _typed = new();

    /// <summary>The wizard read the code, and a person has to put it in the letter.</summary>
    public static bool MayBeShown(ActivationCase activation) =>
        activation is { State: ActivationState.AwaitingManualStep, Trouble: ManualStepNeeded { Effect: EffectKind.DispatchLetter }, Fingerprint: not null }
        && CustomerOf(activation).Length > 0;

    /// <summary>A person reads the code in Umbrella, and Postex can make the letter: then it is typed, once.</summary>
    public static bool IsAsked(ActivationCase activation) =>
        activation is { State: ActivationState.AwaitingManualStep, Trouble: ManualStepNeeded { Effect: EffectKind.ReadCode } }
        && activation.AcceptedFacts is { Preference: { Status: FactStatus.Known, Source: Source.Postex }, Person.Value.Party.Code.Length: > 0 }
        && Proposal.Of(activation) is { Route.IsLetter: true, Envelope.Count: >= FewestLines };

    internal static string CustomerOf(ActivationCase activation) => activation.AcceptedFacts?.Account.Value?.Account?.CustomerId ?? "";

    internal Answer LookedAt(Answer answer) => answer is GiveCode typed ? typed.LookedAt(umbrella, settings.FingerprintKey.Span) : answer;

    internal void Keep(CaseNumber number, Answer taken)
    {
        if (taken is GiveCode { Seen.Code: { } code })
            _typed[number] = code;
    }

    internal ActivationCode? Take(CaseNumber number) => _typed.TryRemove(number, out var code) ? code : null;
}
