using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Postex is to be asked what became of the letter.</summary>
[JournalName("dispatch-confirmation-requested")]
public sealed record DispatchConfirmationRequested(EffectKey Key, string SessionId)
    : EffectRequested(EffectKind.ConfirmDispatch, Key);

/// <summary>Postex says done: this is what the case calls sent.</summary>
[JournalName("dispatch-confirmed")]
public sealed record DispatchConfirmed(EffectKey Key) : EffectDone(EffectKind.ConfirmDispatch, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) => results with { CodeSentAt = at };
}

/// <summary>Asks Postex until the letter is done, and no longer than the limit.</summary>
internal sealed class ConfirmDispatch() : Effect<DispatchConfirmationRequested, DispatchConfirmed>(
    EffectKind.ConfirmDispatch, ForeignSystem.Postex)
{
    // A letter that was never printed is sent anew, under a new reference: asking after the old one again would end the same.
    public override EffectKind? FallsWith => EffectKind.DispatchLetter;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new DispatchConfirmationRequested(key, activation.Results.DispatchSession!);

    protected override async Task<CaseEvent?> PerformAsync(DispatchConfirmationRequested asked, EffectCall call)
    {
        var reply = await call.Systems.Postex.ReadDispatchAsync(asked.SessionId, call.Cancellation);
        if (reply is Reply<DispatchStatus>.Answered { Value: DispatchStatus.Done })
            return new DispatchConfirmed(asked.Key);
        if (reply is Reply<DispatchStatus>.Answered { Value: DispatchStatus.Failed })
            return Refused(asked, RefusalCodes.DispatchFailed);

        var now = call.Time.GetUtcNow();
        var since = call.Case.Effects.Find(one => one.Key == asked.Key)?.RequestedAt ?? now;
        return now < since + call.Settings.ConfirmationLimit
            ? null
            : new OutcomeUnknown(Kind, asked.Key, (reply as Reply<DispatchStatus>.NotAnswered)?.Why ?? FailureReason.Unreachable);
    }

    protected override Task<SeenEvidence> FindEvidenceAsync(
        DispatchConfirmationRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        SeenAsync(systems.Postex.ReadDispatchAsync(asked.SessionId, cancellation), status => See(asked, status));

    protected override DispatchConfirmed ByHand(EffectKey key, EmailAddress? email) => new(key);

    /// <summary>What a session's status shows of the letter.</summary>
    public static EvidenceDetail DetailOf(DispatchStatus status) => status switch
    {
        DispatchStatus.Done => EvidenceDetail.SessionDone,
        DispatchStatus.Failed => EvidenceDetail.SessionFailed,
        _ => EvidenceDetail.SessionBusy,
    };

    private static SeenEvidence See(DispatchConfirmationRequested asked, DispatchStatus status) => status switch
    {
        DispatchStatus.Done => new(EvidenceKind.Present, DetailOf(status), new DispatchConfirmed(asked.Key)),
        DispatchStatus.Failed => new(EvidenceKind.Absent, DetailOf(status)),
        _ => new(EvidenceKind.CannotTell, DetailOf(status)),
    };
}
