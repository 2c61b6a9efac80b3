using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The letter of template 263 that is to go, and the fingerprint of the code in it.</summary>
[JournalName("letter-dispatch-requested")]
public sealed record LetterDispatchRequested(EffectKey Key, string PartyCode, IReadOnlyList<string> Lines, string? Fingerprint)
    : EffectRequested(EffectKind.DispatchLetter, Key);

/// <summary>Postex has the letter; <paramref name="SessionId"/> is null when an employee sent it by hand.</summary>
[JournalName("letter-dispatched")]
public sealed record LetterDispatched(EffectKey Key, string? SessionId) : EffectDone(EffectKind.DispatchLetter, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) =>
        results with { DispatchSession = SessionId, CodeSentAt = SessionId is null ? at : results.CodeSentAt };
}

/// <summary>Hands the letter to Postex (2).</summary>
internal sealed class DispatchLetter() : Effect<LetterDispatchRequested, LetterDispatched>(
    EffectKind.DispatchLetter, ForeignSystem.Postex, RecoveryCapability.Query, RecoveryCapability.None)
{
    /// <summary>Lines of the shortest envelope: name, street, postcode and town.</summary>
    public const int FewestLines = 3;

    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new LetterDispatchRequested(key, activation.Party!.Code, proposal.Envelope, activation.Results.Fingerprint);

    // An address that the employee looked up by hand is not an envelope. The code is not kept: it is read once more just before
    // it leaves, or was typed for this run, and it has to be the very code that the journal has the fingerprint of.
    protected override async Task<CaseEvent?> PerformAsync(LetterDispatchRequested asked, EffectCall call)
    {
        if (asked.PartyCode.Length is 0 || asked.Fingerprint is null || asked.Lines.Count < FewestLines)
            return Manual(asked);

        if (call.Typed is { } typed)
            return await DispatchAsync(asked, typed, call);

        return await ReadCodeAsync(call) switch
        {
            Reply<CodeReading>.NotAnswered { Why: FailureReason.WorkedByHand } =>
                new ManualStepNeeded(EffectKind.ReadCode, call.Case.NextKeyByHand, FailureReason.WorkedByHand),
            Reply<CodeReading>.NotAnswered silent => new EffectNotDone(Kind, asked.Key, silent.Why),
            Reply<CodeReading>.Answered { Value: { Code: { } code } reading } => ReadCode.IsLongEnough(reading, call)
                ? await DispatchAsync(asked, code, call)
                : Refused(asked, RefusalCodes.CodeTooShort),
            _ => Refused(asked, RefusalCodes.OtherCode),
        };
    }

    protected override async Task<SeenEvidence> FindEvidenceAsync(
        LetterDispatchRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation)
    {
        var found = await SeenAsync(
            systems.Postex.FindDispatchesAsync(asked.Key, asked.PartyCode, asked.Lines, cancellation),
            sessions => See(asked, sessions));
        return found.Done is LetterDispatched { SessionId: { } session }
            && await systems.Postex.ReadDispatchAsync(session, cancellation)
                is Reply<DispatchStatus>.Answered { Value: var status }
                ? found with { Detail = ConfirmDispatch.DetailOf(status) }
                : found;
    }

    protected override LetterDispatched ByHand(EffectKey key, EmailAddress? email) => new(key, null);

    private static SeenEvidence See(LetterDispatchRequested asked, IReadOnlyList<FoundDispatch> sessions)
    {
        var match = sessions.Select(one => one.Recipient).ToList().Together();
        return match is ReferenceMatch.Ours && sessions.Count > 1
            ? new SeenEvidence(EvidenceKind.CannotTell, EvidenceDetail.FoundTwice)
            : Matched(match, new LetterDispatched(asked.Key, sessions is [var one] ? one.SessionId : null));
    }

    private async Task<CaseEvent?> DispatchAsync(LetterDispatchRequested asked, ActivationCode code, EffectCall call) =>
        code.Fingerprint(call.Settings.FingerprintKey.Span) == asked.Fingerprint
            ? await OutcomeAsync(
                asked,
                call.Systems.Postex.DispatchAsync(new Letter(asked.Key, asked.PartyCode, asked.Lines, code), call.Cancellation),
                dispatch => new LetterDispatched(asked.Key, dispatch.SessionId))
            : Refused(asked, RefusalCodes.OtherCode);

    private static async Task<Reply<CodeReading>> ReadCodeAsync(EffectCall call) => call.Case.Customer is { Length: > 0 } customer
        ? await call.Systems.Umbrella.ReadCodeAsync(customer, call.Cancellation)
        : new Reply<CodeReading>.NotAnswered(FailureReason.WorkedByHand);
}
