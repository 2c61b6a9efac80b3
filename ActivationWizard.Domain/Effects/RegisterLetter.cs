using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The letter is to be registered in the dossier (2).</summary>
[JournalName("letter-registration-requested")]
public sealed record LetterRegistrationRequested(EffectKey Key, string PartyId) : EffectRequested(EffectKind.RegisterLetter, Key);

/// <summary>The letter is in the dossier.</summary>
[JournalName("letter-registered")]
public sealed record LetterRegistered(EffectKey Key) : EffectDone(EffectKind.RegisterLetter, Key);

/// <summary>Registers the letter in the tenant's dossier; without one that is for the employee.</summary>
internal sealed class RegisterLetter() : Effect<LetterRegistrationRequested, LetterRegistered>(
    EffectKind.RegisterLetter, ForeignSystem.Viewpoint, RecoveryCapability.Query, RecoveryCapability.None)
{
    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new LetterRegistrationRequested(key, activation.Party!.Id);

    protected override async Task<CaseEvent?> PerformAsync(LetterRegistrationRequested asked, EffectCall call)
    {
        if (asked.PartyId.Length is 0)
            return Manual(asked);

        var viewpoint = call.Systems.Viewpoint;
        return await viewpoint.FindDossierAsync(asked.PartyId, call.Cancellation) switch
        {
            Reply<string?>.Answered { Value: { } dossier } => await OutcomeAsync(
                asked,
                viewpoint.RegisterLetterAsync(
                    new LetterRecord(asked.Key, asked.PartyId, dossier, call.Time.GetUtcNow()), call.Cancellation),
                _ => new LetterRegistered(asked.Key)),
            Reply<string?>.NotAnswered silent => NotDone(asked, silent.Why),
            _ => Manual(asked),
        };
    }

    protected override Task<SeenEvidence> FindEvidenceAsync(
        LetterRegistrationRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(
            systems.Viewpoint.FindLetterAsync(asked.Key, asked.PartyId, cancellation),
            match => Matched(match, new LetterRegistered(asked.Key)));

    protected override LetterRegistered ByHand(EffectKey key, EmailAddress? email) => new(key);
}
