using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What was seen of an effect. <paramref name="Done"/> is the event that closes it, when it is there; <paramref name="Why"/> is why nothing was seen.</summary>
public sealed record Sighting(EvidenceKind Kind, EvidenceDetail? Detail = null, EffectDone? Done = null, FailureReason? Why = null);

/// <summary>Looks whether an effect happened. Reads only; that a system cannot be asked at all is a finding as well.</summary>
public sealed class EffectSight(IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, ActivationSettings settings)
{
    private static readonly Sighting Blind = new(EvidenceKind.CannotTell, EvidenceDetail.CannotBeAsked, Why: FailureReason.WorkedByHand);

    /// <summary>What the system says now.</summary>
    public Task<Sighting> LookAsync(ActivationCase activation, EffectRequested effect, CancellationToken cancellation) => effect switch
    {
        _ when !CanBeAsked(effect.Effect) => Task.FromResult(Blind),
        ContactCorrectionRequested correct => SeeAsync(viewpoint.ReadPartyAsync(correct.PartyId, cancellation), party => Contacts(correct, party)),
        PreferenceChangeRequested prefer when PartyCode(activation) is { } party => SeeAsync(
            postex.ReadPreferenceAsync(party, cancellation), preference => Preference(prefer, preference)),
        LetterDispatchRequested letter => DispatchAsync(letter, cancellation),
        DispatchConfirmationRequested confirm => SeeAsync(postex.ReadDispatchAsync(confirm.SessionId, cancellation), status => Session(confirm, status)),
        LetterRegistrationRequested letter => SeeAsync(
            viewpoint.IsLetterRegisteredAsync(letter.Key, cancellation), there => There(there, new LetterRegistered(letter.Key))),
        ContactRegistrationRequested contact => SeeAsync(
            viewpoint.IsContactRegisteredAsync(contact.Key, cancellation), there => There(there, new ContactRegistered(contact.Key))),
        ReplyRequested reply => SeeAsync(mailbox.IsSentAsync(reply.Key, cancellation), there => There(there, new ReplySent(reply.Key))),
        _ when effect.Effect.System is ForeignSystem.Umbrella && Customer(activation) is { } customer => SeeAsync(
            umbrella.ReadAccountAsync(customer, cancellation), account => AccountSight.Of(effect, account)),
        _ => Task.FromResult(Blind),
    };

    // An installation that says a system cannot be asked by our reference does not trust what it would answer: an empty list is no proof.
    private bool CanBeAsked(EffectKind effect) =>
        !effect.Recoverable.Contains(RecoveryCapability.Query) || settings.Recovery.Of(effect) is RecoveryCapability.Query;

    private async Task<Sighting> DispatchAsync(LetterDispatchRequested letter, CancellationToken cancellation)
    {
        var found = await SeeAsync(postex.FindDispatchesAsync(letter.Key, cancellation), sessions => sessions switch
        {
            [] => new Sighting(EvidenceKind.Absent),
            [var one] => new Sighting(EvidenceKind.Present, Done: new LetterDispatched(letter.Key, one.SessionId)),
            _ => new Sighting(EvidenceKind.CannotTell, EvidenceDetail.FoundTwice),
        });
        return found.Done is LetterDispatched { SessionId: { } session }
            && await postex.ReadDispatchAsync(session, cancellation) is Reply<DispatchStatus>.Answered { Value: var status }
                ? found with { Detail = DetailOf(status) }
                : found;
    }

    private static Sighting Session(DispatchConfirmationRequested confirm, DispatchStatus status) => status switch
    {
        DispatchStatus.Done => new(EvidenceKind.Present, DetailOf(status), new DispatchConfirmed(confirm.Key)),
        DispatchStatus.Failed => new(EvidenceKind.Absent, DetailOf(status)),
        _ => new(EvidenceKind.CannotTell, DetailOf(status)),
    };

    private static Sighting Contacts(ContactCorrectionRequested correct, Party? party)
    {
        if (party is null)
            return new(EvidenceKind.CannotTell, EvidenceDetail.PartyGone);
        EmailContact?[] wanted = [correct.Correction.Private, correct.Correction.Business];
        return wanted.OfType<EmailContact>().All(one => party.Emails.Any(has => has.IsPrivate == one.IsPrivate && has.Address.Equals(one.Address)))
            ? new(EvidenceKind.Present, Done: new ContactsCorrected(correct.Key))
            : new(EvidenceKind.Absent, EvidenceDetail.OtherAddress);
    }

    private static Sighting Preference(PreferenceChangeRequested prefer, DeliveryPreference preference) =>
        prefer.SendTo.Equals(preference.Email) ? new(EvidenceKind.Present, Done: new PreferenceSet(prefer.Key, prefer.SendTo))
        : new(EvidenceKind.Absent, preference.IsPaper ? EvidenceDetail.OnPaper : EvidenceDetail.OtherAddress);

    private static Sighting There(bool there, EffectDone done) => there ? new(EvidenceKind.Present, Done: done) : new(EvidenceKind.Absent);

    private static async Task<Sighting> SeeAsync<T>(Task<Reply<T>> question, Func<T, Sighting> see) => await question switch
    {
        Reply<T>.Answered { Value: var value } => see(value),
        Reply<T>.NotAnswered { Why: FailureReason.WorkedByHand } => Blind,
        Reply<T>.NotAnswered silent => new(EvidenceKind.Silent, Why: silent.Why),
        _ => throw new InvalidOperationException("Reply is closed."),
    };

    private static EvidenceDetail DetailOf(DispatchStatus status) => status switch
    {
        DispatchStatus.Done => EvidenceDetail.SessionDone,
        DispatchStatus.Failed => EvidenceDetail.SessionFailed,
        _ => EvidenceDetail.SessionBusy,
    };

    private static string? PartyCode(ActivationCase activation) =>
        activation.AcceptedFacts?.Person.Value?.Party is { Code.Length: > 0 } party ? party.Code : null;

    private static string? Customer(ActivationCase activation) =>
        activation.AcceptedFacts?.Account.Value?.Account is { CustomerId.Length: > 0 } account ? account.CustomerId : null;
}
