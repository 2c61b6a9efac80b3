using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Postex is to e-mail the administrator (3b).</summary>
[JournalName("preference-change-requested")]
public sealed record PreferenceChangeRequested(EffectKey Key, EmailAddress SendTo)
    : EffectRequested(EffectKind.SetPreference, Key);

/// <summary>Postex read back what was asked for.</summary>
[JournalName("preference-set")]
public sealed record PreferenceSet(EffectKey Key, EmailAddress SendTo) : EffectDone(EffectKind.SetPreference, Key);

/// <summary>Tells Postex to send the tenant's post by e-mail.</summary>
internal sealed class SetPreference() : Effect<PreferenceChangeRequested, PreferenceSet>(
    EffectKind.SetPreference, ForeignSystem.Postex, RecoveryCapability.State, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) =>
        own with { Preference = true };

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new PreferenceChangeRequested(key, proposal.Email!);

    protected override async Task<CaseEvent?> PerformAsync(PreferenceChangeRequested asked, EffectCall call)
    {
        if (call.Case.Party is not { Code: { Length: > 0 } party })
            return Manual(asked);

        var postex = call.Systems.Postex;
        var set = await OutcomeAsync(
            asked,
            postex.SetPreferenceAsync(party, new DeliveryPreference(asked.SendTo), asked.Key, call.Cancellation),
            _ => new PreferenceSet(asked.Key, asked.SendTo));
        if (set is not PreferenceSet)
            return set;

        return await postex.ReadPreferenceAsync(party, call.Cancellation) switch
        {
            Reply<DeliveryPreference>.Answered { Value.Email: { } email } when email.Equals(asked.SendTo) => set,
            // It was set, and what Postex made of it is not known: that is looked for as after an answer that was lost.
            Reply<DeliveryPreference>.NotAnswered silent => new OutcomeUnknown(Kind, asked.Key, silent.Why),
            _ => Refused(asked, RefusalCodes.PreferenceNotTaken),
        };
    }

    protected override async Task<SeenEvidence> FindEvidenceAsync(
        PreferenceChangeRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        activation.Party is { Code: { Length: > 0 } party }
            ? await SeenAsync(systems.Postex.ReadPreferenceAsync(party, cancellation), preference => See(asked, preference))
            : SeenEvidence.CannotBeAsked;

    protected override PreferenceSet ByHand(EffectKey key, EmailAddress? email) => new(key, email!);

    private static SeenEvidence See(PreferenceChangeRequested asked, DeliveryPreference preference) =>
        asked.SendTo.Equals(preference.Email) ? new(EvidenceKind.Present, Done: new PreferenceSet(asked.Key, asked.SendTo))
        : new(EvidenceKind.Absent, preference.IsPaper ? EvidenceDetail.OnPaper : EvidenceDetail.OtherAddress);
}
