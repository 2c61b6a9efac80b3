using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Privé becomes the administrator's, zakelijk keeps the tenant's own (3b).</summary>
[JournalName("contact-correction-requested")]
public sealed record ContactCorrectionRequested(EffectKey Key, string PartyId, ContactCorrection Correction)
    : EffectRequested(EffectKind.CorrectContacts, Key);

/// <summary>Privé and zakelijk are as they were to become.</summary>
[JournalName("contacts-corrected")]
public sealed record ContactsCorrected(EffectKey Key) : EffectDone(EffectKind.CorrectContacts, Key);

/// <summary>Sets privé and zakelijk right in Viewpoint.</summary>
internal sealed class CorrectContacts() : Effect<ContactCorrectionRequested, ContactsCorrected>(
    EffectKind.CorrectContacts, ForeignSystem.Viewpoint, RecoveryCapability.State, RecoveryCapability.None)
{
    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) =>
        own with { Contacts = true };

    // Whoever looked the addresses up by hand also sets them by hand: the wizard does not know the tenant's own, and
    // would lose it.
    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal)
    {
        var contacts = activation.Basis.Contacts;
        var party = contacts.Source is Source.Employee ? "" : activation.Party!.Id;
        return new ContactCorrectionRequested(key, party, contacts.Value!.Correction!);
    }

    protected override async Task<CaseEvent?> PerformAsync(ContactCorrectionRequested asked, EffectCall call) =>
        asked.PartyId.Length is 0
            ? Manual(asked)
            : await OutcomeAsync(
                asked,
                call.Systems.Viewpoint.CorrectContactsAsync(asked.PartyId, asked.Correction, asked.Key, call.Cancellation),
                _ => new ContactsCorrected(asked.Key));

    protected override Task<SeenEvidence> FindEvidenceAsync(
        ContactCorrectionRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(systems.Viewpoint.ReadPartyAsync(asked.PartyId, cancellation), party => See(asked, party));

    protected override ContactsCorrected ByHand(EffectKey key, EmailAddress? email) => new(key);

    private static SeenEvidence See(ContactCorrectionRequested asked, Party? party)
    {
        if (party is null)
            return new(EvidenceKind.CannotTell, EvidenceDetail.PartyGone);

        EmailContact?[] wanted = [asked.Correction.Private, asked.Correction.Business];
        return wanted.OfType<EmailContact>().All(one => Has(party, one))
            ? new(EvidenceKind.Present, Done: new ContactsCorrected(asked.Key))
            : new(EvidenceKind.Absent, EvidenceDetail.OtherAddress);
    }

    private static bool Has(Party party, EmailContact wanted) =>
        party.Emails.Any(has => has.IsPrivate == wanted.IsPrivate && has.Address.Equals(wanted.Address));
}
