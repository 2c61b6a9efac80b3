using System.Globalization;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain;

/// <summary>
/// Carries out one effect that is in the journal as requested, and says what came of it. It makes one call that changes something, never two: asking
/// again is the runner's.
/// </summary>
public sealed class EffectExecution(
    IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, IMailbox mailbox, ActivationSettings settings, TimeProvider time)
{
    /// <summary>The event that follows. <paramref name="run"/> carries the code from the reading to the letter.</summary>
    public Task<CaseEvent> PerformAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        var facts = activation.AcceptedFacts!;
        var customer = facts.Account.Value?.Account?.CustomerId ?? "";
        if (effect.Effect.System is ForeignSystem.Umbrella && customer.Length is 0)
            return Task.FromResult<CaseEvent>(Manual(effect));

        return effect switch
        {
            ContactCorrectionRequested { PartyId.Length: 0 } correct => Task.FromResult<CaseEvent>(Manual(correct)),
            ContactCorrectionRequested correct => Ended(
                correct, viewpoint.CorrectContactsAsync(correct.PartyId, correct.Correction, correct.Key, cancellation), _ => new ContactsCorrected(correct.Key)),
            PreferenceChangeRequested prefer => SetPreferenceAsync(prefer, facts.Person.Value?.Party, cancellation),
            BlockRequested block => Ended(block, umbrella.BlockAsync(customer, block.Key, cancellation), _ => new AccountBlocked(block.Key)),
            UnblockRequested unblock => UnblockAsync(unblock, customer, cancellation),
            DeletionRequested delete => DeleteAsync(delete, customer, cancellation),
            CreationRequested create => Ended(
                create,
                umbrella.CreateAccountAsync(customer, create.Email, create.Key, cancellation),
                account => new AccountCreated(create.Key, account.Id)),
            ActivationRequested activate => Ended(
                activate,
                umbrella.ActivateAsync(customer, activate.MailTo, activate.Key, cancellation),
                done => activate.MailTo is null || done.Mailed
                    ? new AccountActivated(activate.Key, activate.MailTo, done.CodeExpiresAt)
                    : new CodeNotMailed(activate.Key, "niet-verzonden")),
            CodeReadingRequested read => ReadCodeAsync(activation, read, customer, run, cancellation),
            LetterDispatchRequested letter => DispatchAsync(activation, letter, customer, run, cancellation),
            DispatchConfirmationRequested confirm => ConfirmAsync(activation, confirm, cancellation),
            LetterRegistrationRequested register => RegisterLetterAsync(register, cancellation),
            ReplyRequested reply => Ended(
                reply, mailbox.SendAsync(new OutgoingMail(reply.Key, reply.To, reply.Text), cancellation), _ => new ReplySent(reply.Key)),
            ContactRegistrationRequested contact => contact.PartyId.Length is 0
                ? Task.FromResult<CaseEvent>(Manual(contact))
                : Ended(
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

    private async Task<CaseEvent> ReadCodeAsync(
        ActivationCase activation, CodeReadingRequested read, string customer, Run run, CancellationToken cancellation)
    {
        var reply = await umbrella.ReadCodeAsync(customer, cancellation);
        if (reply is Reply<CodeReading>.NotAnswered silent)
            return NotDone(read, silent.Why);

        var reading = ((Reply<CodeReading>.Answered)reply).Value;
        var stillValid = reading.ExpiresAt is { } until && until >= time.GetUtcNow().AddDays(settings.MinimumCodeDays);
        if (reading.Code is null || !stillValid)
        {
            var wasFresh = activation.Effects.Any(one => one.Effect is EffectKind.ActivateAccount && one.IsDone && one.Sequence > activation.AcceptedAt);
            return wasFresh ? new FreshCodeUnusable(read.Key) : new CodeFoundUnusable(read.Key);
        }

        run.Take(reading.Code);
        return new CodeRead(read.Key, reading.Code.Fingerprint(settings.FingerprintKey.Span), reading.ExpiresAt);
    }

    // An address that the employee looked up by hand is not an envelope. The code is not kept: after a crash it is read again, or typed again, and it has to be the very code that the journal has the fingerprint of.
    private async Task<CaseEvent> DispatchAsync(
        ActivationCase activation, LetterDispatchRequested letter, string customer, Run run, CancellationToken cancellation)
    {
        if (letter.PartyCode.Length is 0 || letter.Fingerprint is null || letter.Lines.Count < CodeByHand.FewestLines)
            return Manual(letter);

        var code = run.Code;
        if (code is null)
        {
            var reply = customer.Length is 0
                ? new Reply<CodeReading>.NotAnswered(Silence.WorkedByHand)
                : await umbrella.ReadCodeAsync(customer, cancellation);
            if (reply is Reply<CodeReading>.NotAnswered { Why: Silence.WorkedByHand })
                return new ManualStepNeeded(EffectKind.ReadCode, EffectKey.Of(activation.Number, activation.Version + 1), Silence.WorkedByHand);
            if (reply is Reply<CodeReading>.NotAnswered silent)
                return new EffectNotDone(letter.Effect, letter.Key, silent.Why);
            code = ((Reply<CodeReading>.Answered)reply).Value.Code;
        }

        return code?.Fingerprint(settings.FingerprintKey.Span) == letter.Fingerprint
            ? await Ended(
                letter,
                postex.DispatchAsync(new Letter(letter.Key, letter.PartyCode, letter.Lines, code!), cancellation),
                dispatch => new LetterDispatched(letter.Key, dispatch.SessionId))
            : new EffectRefused(letter.Effect, letter.Key, "andere-code");
    }

    private async Task<CaseEvent> ConfirmAsync(
        ActivationCase activation, DispatchConfirmationRequested confirm, CancellationToken cancellation)
    {
        var until = (activation.Effects.Find(one => one.Key == confirm.Key)?.RequestedAt ?? time.GetUtcNow()) + settings.ConfirmationLimit;
        for (var why = Silence.Unreachable; ;)
        {
            switch (await postex.ReadDispatchAsync(confirm.SessionId, cancellation))
            {
                case Reply<DispatchStatus>.Answered { Value: DispatchStatus.Done }:
                    return new DispatchConfirmed(confirm.Key);
                case Reply<DispatchStatus>.Answered { Value: DispatchStatus.Failed }:
                    return new EffectRefused(confirm.Effect, confirm.Key, "error");
                case Reply<DispatchStatus>.NotAnswered silent:
                    why = silent.Why;
                    break;
            }

            if (time.GetUtcNow() >= until)
                return new OutcomeUnknown(confirm.Effect, confirm.Key, why);
            await Task.Delay(settings.ConfirmationInterval, time, cancellation);
        }
    }

    private async Task<CaseEvent> RegisterLetterAsync(LetterRegistrationRequested register, CancellationToken cancellation)
    {
        if (register.PartyId.Length is 0)
            return Manual(register);

        return await viewpoint.FindDossierAsync(register.PartyId, cancellation) switch
        {
            Reply<string?>.Answered { Value: { } dossier } => await Ended(
                register,
                viewpoint.RegisterLetterAsync(new LetterRecord(register.Key, register.PartyId, dossier, time.GetUtcNow()), cancellation),
                _ => new LetterRegistered(register.Key)),
            Reply<string?>.NotAnswered silent => NotDone(register, silent.Why),
            _ => Manual(register),
        };
    }

    private static async Task<CaseEvent> Ended<T>(EffectRequested effect, Task<EffectOutcome<T>> call, Func<T, CaseEvent> done) => await call switch
    {
        EffectOutcome<T>.Done outcome => done(outcome.Result),
        EffectOutcome<T>.Refused refused when effect is ActivationRequested { MailTo: not null } && refused.Code.StartsWith("emailadres-", StringComparison.Ordinal) =>
            new CodeNotMailed(effect.Key, refused.Code),
        EffectOutcome<T>.Refused refused => new EffectRefused(effect.Effect, effect.Key, refused.Code),
        EffectOutcome<T>.NotDone notDone => NotDone(effect, notDone.Why),
        EffectOutcome<T>.Unknown unknown => new OutcomeUnknown(effect.Effect, effect.Key, unknown.Why),
        _ => throw new InvalidOperationException("EffectOutcome is closed."),
    };

    private static CaseEvent NotDone(EffectRequested effect, Silence why) => why is Silence.WorkedByHand
        ? Manual(effect)
        : new EffectNotDone(effect.Effect, effect.Key, why);

    private static ManualStepNeeded Manual(EffectRequested effect) => new ManualStepNeeded(effect.Effect, effect.Key, Silence.WorkedByHand);
}
