using System.Collections.Concurrent;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Codes;

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

    /// <summary>A person looks in Umbrella whether there is a code, and until when it is good (G3).</summary>
    public static bool IsLookedFor(ActivationCase activation) =>
        activation is { State: ActivationState.AwaitingManualStep, Trouble: ManualStepNeeded { Effect: EffectKind.ReadCode } };

    /// <summary>A person reads the code in Umbrella, and Postex can make the letter: then it is typed, once.</summary>
    public static bool IsAsked(ActivationCase activation) =>
        IsLookedFor(activation)
        && activation.AcceptedFacts is { Preference: { Status: FactStatus.Known, Source: Source.Postex }, Person.Value.Party.Code.Length: > 0 }
        && Proposal.Of(activation) is { Route.IsLetter: true, Envelope.Count: >= FewestLines };

    internal static string CustomerOf(ActivationCase activation) => activation.AcceptedFacts?.Account.Value?.Account?.CustomerId ?? "";

    /// <summary>
    /// The code that a person saw, with the fingerprint of one that was typed: good for a letter, or a fresh one is needed, by the same measure as when the wizard reads it
    /// itself (G3).
    /// </summary>
    internal static Decision Judge(
        ActivationCase activation, string? fingerprint, DateOnly? lastDay, DateTimeOffset now, ActivationSettings settings)
    {
        if (!IsLookedFor(activation))
            return new Decision.Declined(Obstacle.NotAskedNow);
        if (lastDay is not { } day)
            return new Decision.Declined(Obstacle.LastDayNeeded);

        var key = ByHand.KeyOf(activation, activation.Trouble);
        return new Decision.Taken(day < DutchCalendar.DayOf(now).AddDays(settings.MinimumCodeDays)
            ? UnusableCode.Of(activation, key)
            : new CodeRead(key, fingerprint, DutchCalendar.StartOf(day)));
    }

    internal Answer LookedAt(Answer answer) => answer is GiveCode typed ? typed.LookedAt(umbrella, settings.FingerprintKey.Span) : answer;

    internal void Keep(CaseNumber number, Answer taken, IReadOnlyList<CaseEvent> events)
    {
        if (taken is GiveCode { Seen.Code: { } code } && events is [CodeRead])
            _typed[number] = code;
    }

    internal ActivationCode? Take(CaseNumber number) => _typed.TryRemove(number, out var code) ? code : null;
}
