using System.Collections.Immutable;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>What effects, their plan and the proposal see of their case.</summary>
public interface IEffectCase
{
    /// <summary>The number people call it by.</summary>
    CaseNumber Number { get; }

    /// <summary>The sequence of its last event.</summary>
    int Version { get; }

    /// <summary>What came in.</summary>
    ActivationRequest Request { get; }

    /// <summary>
    /// Where a reply goes: the request's address, or the one that was found when that did not work; null for none.
    /// </summary>
    EmailAddress? ReplyTo { get; }

    /// <summary>What the sources said last.</summary>
    CaseFacts Facts { get; }

    /// <summary>The facts as they were when a person agreed; null while nobody did.</summary>
    CaseFacts? AcceptedFacts { get; }

    /// <summary>What a person agreed to; null while nobody did.</summary>
    Acceptance? Acceptance { get; }

    /// <summary>The reply that a person agreed to is word for word the one that the wizard wrote.</summary>
    bool IsReplyAsComposed { get; }

    /// <summary>
    /// The version at which a person agreed; zero while nobody did. Effects before it belong to an earlier proposal.
    /// </summary>
    int AcceptedAt { get; }

    /// <summary>The last verdict; null before the first.</summary>
    Verdict? Verdict { get; }

    /// <summary>The reason for which a person chose to refuse; null when nobody did.</summary>
    string? RefusalReason { get; }

    /// <summary>The effects, in the order in which they were first asked.</summary>
    ImmutableList<EffectProgress> Effects { get; }

    /// <summary>What the effects left behind for later ones.</summary>
    EffectResults Results { get; }

    /// <summary>The answer of the effect under way that was lost; null when none was.</summary>
    LostAnswer? Lost { get; }

    /// <summary>Attempts in a row that came to nothing; zero when the last one did not.</summary>
    int Failures { get; }

    /// <summary>What went wrong last; null when nothing did, or it was settled.</summary>
    CaseEvent? Trouble { get; }

    /// <summary>What effects rest on: the facts that were agreed to, before that the last ones.</summary>
    internal CaseFacts Basis => AcceptedFacts ?? Facts;

    /// <summary>The tenant, or null while nobody was found.</summary>
    internal Party? Party => Basis.Person.Value?.Party;

    /// <summary>Umbrella's id of the customer; empty when it is not known, as after a look by hand.</summary>
    internal string Customer => Basis.Account.Value?.Account?.CustomerId ?? "";

    /// <summary>The key of an effect that is requested as the next event, in this epoch.</summary>
    internal EffectKey NextKeyIn(Epoch epoch) => EffectKey.Of(Number, Version + 1, epoch);

    /// <summary>The key of a step that begins by hand with the next event.</summary>
    internal EffectKey NextKeyByHand => EffectKey.ByHand(Number, Version + 1);

    /// <summary>Done since a person agreed.</summary>
    internal bool HasDone(EffectKind effect) =>
        Effects.Any(one => one.Effect == effect && one.IsDone && one.Sequence > AcceptedAt);
}
