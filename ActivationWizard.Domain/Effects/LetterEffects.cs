using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Effects.EffectEnds;

namespace ActivationWizard.Domain.Effects;

/// <summary>The effects that only a letter has, and the code on its way from Umbrella to Postex.</summary>
internal sealed class LetterEffects(IUmbrella umbrella, IViewpoint viewpoint, IPostex postex, ActivationSettings settings, TimeProvider time)
{
    /// <summary>Reads the code that the letter is to have, and judges whether it is good for one (G3).</summary>
    public async Task<CaseEvent> ReadCodeAsync(
        ActivationCase activation, CodeReadingRequested read, string customer, Run run, CancellationToken cancellation)
    {
        var reply = await umbrella.ReadCodeAsync(customer, cancellation);
        if (reply is Reply<CodeReading>.NotAnswered silent)
            return NotDone(read, silent.Why);

        var reading = ((Reply<CodeReading>.Answered)reply).Value;
        var stillValid = reading.ExpiresAt is { } until && until >= time.GetUtcNow().AddDays(settings.MinimumCodeDays);
        if (reading.Code is null || !stillValid)
            return UnusableCode.Of(activation, read.Key);

        run.Take(reading.Code);
        return new CodeRead(read.Key, reading.Code.Fingerprint(settings.FingerprintKey.Span), reading.ExpiresAt);
    }

    /// <summary>Hands the letter to Postex.</summary>
    // An address that the employee looked up by hand is not an envelope. The code is not kept: after a crash it is read again, or typed again, and it has to be
    // the very code that the journal has the fingerprint of.
    public async Task<CaseEvent> DispatchAsync(
        ActivationCase activation, LetterDispatchRequested letter, string customer, Run run, CancellationToken cancellation)
    {
        if (letter.PartyCode.Length is 0 || letter.Fingerprint is null || letter.Lines.Count < CodeByHand.FewestLines)
            return Manual(letter);

        var code = run.Code;
        if (code is null)
        {
            var reply = customer.Length is 0
                ? new Reply<CodeReading>.NotAnswered(FailureReason.WorkedByHand)
                : await umbrella.ReadCodeAsync(customer, cancellation);
            if (reply is Reply<CodeReading>.NotAnswered { Why: FailureReason.WorkedByHand })
                return new ManualStepNeeded(EffectKind.ReadCode, EffectKey.Of(activation.Number, activation.Version + 1), FailureReason.WorkedByHand);
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

    /// <summary>Asks once; null while Postex is busy and the limit is not reached.</summary>
    public async Task<CaseEvent?> ConfirmAsync(ActivationCase activation, DispatchConfirmationRequested confirm, CancellationToken cancellation)
    {
        var reply = await postex.ReadDispatchAsync(confirm.SessionId, cancellation);
        if (reply is Reply<DispatchStatus>.Answered { Value: DispatchStatus.Done })
            return new DispatchConfirmed(confirm.Key);
        if (reply is Reply<DispatchStatus>.Answered { Value: DispatchStatus.Failed })
            return new EffectRefused(confirm.Effect, confirm.Key, "error");

        var until = (activation.Effects.Find(one => one.Key == confirm.Key)?.RequestedAt ?? time.GetUtcNow()) + settings.ConfirmationLimit;
        return time.GetUtcNow() < until ? null
            : new OutcomeUnknown(confirm.Effect, confirm.Key, (reply as Reply<DispatchStatus>.NotAnswered)?.Why ?? FailureReason.Unreachable);
    }

    /// <summary>Registers the letter in the dossier; without one that is for the employee.</summary>
    public async Task<CaseEvent> RegisterAsync(LetterRegistrationRequested register, CancellationToken cancellation)
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
}
