using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using static ActivationWizard.Domain.Effects.EffectEnds;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// Carries out one effect that is in the journal as requested, and says what came of it. It makes one call that changes something, never two: asking
/// again is the runner's.
/// </summary>
public sealed class EffectExecution(
    IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, ActivationSettings settings, TimeProvider time)
{
    private readonly LetterEffects _letters = new(umbrella, viewpoint, postex, settings, time);

    /// <summary>
    /// The event that follows; null when the system is busy with what it was asked. <paramref name="run"/> carries the code from the reading to the letter.
    /// </summary>
    public async Task<CaseEvent?> PerformAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        var facts = activation.AcceptedFacts!;
        var customer = facts.Account.Value?.Account?.CustomerId ?? "";
        if (effect.Effect.System is ForeignSystem.Umbrella && customer.Length is 0)
            return Manual(effect);

        return effect switch
        {
            ContactCorrectionRequested { PartyId.Length: 0 } correct => Manual(correct),
            ContactCorrectionRequested correct => await Ended(
                correct, viewpoint.CorrectContactsAsync(correct.PartyId, correct.Correction, correct.Key, cancellation), _ => new ContactsCorrected(correct.Key)),
            PreferenceChangeRequested prefer => await SetPreferenceAsync(prefer, facts.Person.Value?.Party, cancellation),
            BlockRequested block => await Ended(block, umbrella.BlockAsync(customer, block.Key, cancellation), _ => new AccountBlocked(block.Key)),
            UnblockRequested unblock => await UnblockAsync(unblock, customer, cancellation),
            DeletionRequested delete => await DeleteAsync(delete, customer, cancellation),
            CreationRequested create => await Ended(
                create,
                umbrella.CreateAccountAsync(customer, create.Email, create.Key, cancellation),
                account => new AccountCreated(create.Key, account.Id)),
            ActivationRequested activate => await Ended(
                activate,
                umbrella.ActivateAsync(customer, activate.MailTo, activate.Key, cancellation),
                done => activate.MailTo is null || done.Mailed
                    ? new AccountActivated(activate.Key, activate.MailTo, done.CodeExpiresAt)
                    : new CodeNotMailed(activate.Key, "niet-verzonden")),
            CodeReadingRequested read => await _letters.ReadCodeAsync(activation, read, customer, run, cancellation),
            LetterDispatchRequested letter => await _letters.DispatchAsync(activation, letter, customer, run, cancellation),
            DispatchConfirmationRequested confirm => await _letters.ConfirmAsync(activation, confirm, cancellation),
            LetterRegistrationRequested register => await _letters.RegisterAsync(register, cancellation),
            ReplyRequested reply => await Ended(
                reply, mailbox.SendAsync(new OutgoingMail(reply.Key, reply.To, reply.Text), cancellation), _ => new ReplySent(reply.Key)),
            ContactRegistrationRequested { PartyId.Length: 0 } contact => Manual(contact),
            ContactRegistrationRequested contact => await Ended(
                contact,
                viewpoint.RegisterContactAsync(
                    new ContactRecord(contact.Key, contact.PartyId, contact.Subject, contact.Told, time.GetUtcNow(), null), cancellation),
                _ => new ContactRegistered(contact.Key)),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
        };
    }

    private async Task<CaseEvent> SetPreferenceAsync(PreferenceChangeRequested prefer, Party? party, CancellationToken cancellation)
    {
        if (party is not { Code.Length: > 0 })
            return Manual(prefer);

        var set = await Ended(
            prefer,
            postex.SetPreferenceAsync(party.Code, new DeliveryPreference(prefer.SendTo), prefer.Key, cancellation),
            _ => new PreferenceSet(prefer.Key, prefer.SendTo));
        if (set is not PreferenceSet)
            return set;

        return await postex.ReadPreferenceAsync(party.Code, cancellation) switch
        {
            Reply<DeliveryPreference>.Answered { Value.Email: { } email } when email.Equals(prefer.SendTo) => set,
            Reply<DeliveryPreference>.NotAnswered silent => new EffectNotDone(prefer.Effect, prefer.Key, silent.Why),
            _ => new EffectRefused(prefer.Effect, prefer.Key, "voorkeur-niet-overgenomen"),
        };
    }

    private async Task<CaseEvent> UnblockAsync(UnblockRequested unblock, string customer, CancellationToken cancellation)
    {
        var done = await Ended(unblock, umbrella.UnblockAsync(customer, unblock.Key, cancellation), _ => new AccountUnblocked(unblock.Key, default));
        if (done is not AccountUnblocked)
            return done;

        return await umbrella.ReadAccountAsync(customer, cancellation) switch
        {
            Reply<PortalAccount>.Answered { Value: var account } => new AccountUnblocked(unblock.Key, account.Status),
            Reply<PortalAccount>.NotAnswered silent => new EffectNotDone(unblock.Effect, unblock.Key, silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };
    }

    // Only the account that was read may go: one that came since is somebody's new account.
    private async Task<CaseEvent> DeleteAsync(DeletionRequested delete, string customer, CancellationToken cancellation)
    {
        switch (await umbrella.ReadAccountAsync(customer, cancellation))
        {
            case Reply<PortalAccount>.NotAnswered silent:
                return NotDone(delete, silent.Why);
            case Reply<PortalAccount>.Answered { Value: { Id: { } id, Version: { } version, Status: not AccountStatus.None } } when id == delete.AccountId:
                return await Ended(delete, umbrella.DeleteAccountAsync(customer, version, delete.Key, cancellation), _ => new AccountDeleted(delete.Key));
            case Reply<PortalAccount>.Answered { Value.Status: AccountStatus.None }:
                return new AccountDeleted(delete.Key);
            default:
                return new EffectRefused(delete.Effect, delete.Key, "ander-account");
        }
    }
}
