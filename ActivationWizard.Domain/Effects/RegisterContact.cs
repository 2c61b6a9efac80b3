using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The contact with the tenant or the administrator is to be registered.</summary>
[JournalName("contact-registration-requested")]
public sealed record ContactRegistrationRequested(EffectKey Key, string PartyId, ContactSubject Subject, Channel Told)
    : EffectRequested(EffectKind.RegisterContact, Key);

/// <summary>The contact is in Viewpoint.</summary>
[JournalName("contact-registered")]
public sealed record ContactRegistered(EffectKey Key) : EffectDone(EffectKind.RegisterContact, Key);

/// <summary>Registers the contact in Viewpoint: that a code was sent or refused, and how the person was told.</summary>
internal sealed class RegisterContact() : Effect<ContactRegistrationRequested, ContactRegistered>(
    EffectKind.RegisterContact, ForeignSystem.Viewpoint, RecoveryCapability.Query, RecoveryCapability.None)
{
    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new ContactRegistrationRequested(key, activation.Party!.Id, SubjectOf(proposal.Route), ToldBy(activation, proposal));

    protected override async Task<CaseEvent?> PerformAsync(ContactRegistrationRequested asked, EffectCall call) =>
        asked.PartyId.Length is 0
            ? Manual(asked)
            : await OutcomeAsync(
                asked,
                call.Systems.Viewpoint.RegisterContactAsync(
                    new ContactRecord(asked.Key, asked.PartyId, asked.Subject, asked.Told, call.Time.GetUtcNow(), null),
                    call.Cancellation),
                _ => new ContactRegistered(asked.Key));

    protected override Task<SeenEvidence> FindEvidenceAsync(
        ContactRegistrationRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(
            systems.Viewpoint.FindContactAsync(asked.Key, asked.PartyId, asked.Told, cancellation),
            match => Matched(match, new ContactRegistered(asked.Key)));

    protected override ContactRegistered ByHand(EffectKey key, EmailAddress? email) => new(key);

    private static ContactSubject SubjectOf(Route route) =>
        route is Route.Refusal ? ContactSubject.Refusal
        : route.IsForAdministrator ? ContactSubject.CodeToAdministrator
        : ContactSubject.CodeByEmail;

    // Who has an address was told by mail, whatever else was filled in.
    private static Channel ToldBy(IEffectCase activation, Proposal proposal) =>
        proposal.Email is null ? activation.Acceptance!.ToldBy!.Value : Channel.Mailbox;
}
