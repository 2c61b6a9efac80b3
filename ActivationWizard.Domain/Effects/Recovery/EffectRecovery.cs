using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>
/// Finds out what became of an effect whose answer was lost, as the installation's plan says: the same request under the same key
/// while the system honours it; a question by our reference, whose <em>no</em> counts after the quiet period; a look at the
/// wanted state; or nothing at all, and then it is for a person. A system that stays silent is asked again with growing pauses,
/// until the key is over or the limit is reached. It never calls twice: asking again is an event of its own first.
/// </summary>
public sealed class EffectRecovery(EvidenceSearch evidence, RecoveryWays ways, IEffectSettings settings, TimeProvider time)
{
    /// <summary>
    /// What follows an answer that was lost, to a call or to the question whether it was carried out: a moment to find out, at
    /// once the first time, or unknown when that cannot be.
    /// </summary>
    public async Task<CaseEvent> LostAsync(
        IEffectCase activation, EffectRequested effect, FailureReason why, CancellationToken cancellation)
    {
        var capability = (await ways.OfAsync(effect.Effect, cancellation)).By;
        var now = time.GetUtcNow();
        var next = Next(activation, now);
        if (capability is RecoveryCapability.None || why is FailureReason.WorkedByHand || next >= Until(activation, effect))
            return Unknown(effect, why);

        // The quiet period counts from what was sent last, by this run or by one that died, and may have left a moment ago.
        var quiet = IsFoundByKey(effect.Effect, capability) ? now + settings.QuietPeriod : now;
        return new AnswerLost(effect.Effect, effect.Key, why, quiet, next);
    }

    /// <summary>Nothing reached the system: when it is tried again.</summary>
    public EffectNotDone NotDone(IEffectCase activation, EffectNotDone missed) =>
        missed with { Again = time.GetUtcNow() + settings.Retries.After(activation.Failures + 1) };

    /// <summary>
    /// The event that follows once it is time: done, asked again, lost again, a trouble, or unknown when nobody can tell.
    /// </summary>
    public async Task<CaseEvent> RecoverAsync(IEffectCase activation, EffectRequested effect, CancellationToken cancellation)
    {
        var why = activation.Lost?.Why ?? FailureReason.Unreachable;
        var capability = (await ways.OfAsync(effect.Effect, cancellation)).By;
        if (capability is RecoveryCapability.None)
            return Unknown(effect, why);
        var (now, quietUntil) = (time.GetUtcNow(), activation.Lost?.NotBefore);
        // It was counted by a clock that was put back since: it begins anew.
        if (quietUntil - now > settings.QuietPeriod)
            return await LostAsync(activation, effect, why, cancellation);
        if (capability is RecoveryCapability.Key)
            return now < Until(activation, effect) ? Repeated(effect) : Unknown(effect, why);

        var seen = await evidence.FindAsync(activation, effect, cancellation);
        // Until the quiet period is over only presence counts: what is not there, or not as it should be, may still come.
        if (IsFoundByKey(effect.Effect, capability) && quietUntil is { } until && until > now
            && seen is { Done: null, Kind: not EvidenceKind.Silent })
            return new AnswerLost(effect.Effect, effect.Key, why, until, Sooner(until, Next(activation, now)));
        return seen switch
        {
            { Done: { } done } => done,
            { Kind: EvidenceKind.Absent } => Repeated(effect),
            { Kind: EvidenceKind.Silent, Why: { } silence } => await LostAsync(activation, effect, silence, cancellation),
            { Detail: EvidenceDetail.CannotBeAsked } => Unknown(effect, FailureReason.WorkedByHand),
            { Detail: EvidenceDetail.OfAnother or EvidenceDetail.CannotCompare or EvidenceDetail.NeverSeen } =>
                Unknown(effect, FailureReason.Nonsense),
            { Detail: var detail } => new EffectRefused(effect.Effect, effect.Key, CodeOf(detail)),
        };
    }

    /// <summary>
    /// The end of a call, read with what is known: that this call reached nobody does not say that an earlier one, whose answer
    /// was lost, did not.
    /// </summary>
    public async Task<CaseEvent> ReadAsync(
        IEffectCase activation, EffectRequested effect, CaseEvent ended, CancellationToken cancellation) => ended switch
        {
            OutcomeUnknown unknown when !effect.Effect.IsRead => await LostAsync(activation, effect, unknown.Why, cancellation),
            EffectNotDone missed when activation.Lost is not null && !effect.Effect.IsRead =>
                await LostAsync(activation, effect, missed.Why, cancellation),
            ManualStepNeeded manual when activation.Lost is not null => Unknown(effect, manual.Why),
            EffectNotDone missed => NotDone(activation, missed),
            _ => ended,
        };

    private DateTimeOffset Next(IEffectCase activation, DateTimeOffset now) =>
        activation.Lost is { Looks: var looks } ? now + settings.Retries.After(looks) : now;

    private static DateTimeOffset Sooner(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private DateTimeOffset Until(IEffectCase activation, EffectRequested effect)
    {
        var requested = activation.Effects.Find(one => one.Key == effect.Key)?.RequestedAt ?? time.GetUtcNow();
        return settings.Recovery.Of(effect.Effect) is RecoveryCapability.Key
            ? settings.Recovery.KeyValidUntil(requested)
            : requested + settings.RecoveryLimit;
    }

    // What bears our key and is on its way may still come, also where the state says that it has not; an account is or is not.
    private static bool IsFoundByKey(EffectKind effect, RecoveryCapability capability) => capability is RecoveryCapability.Query
        || (capability is RecoveryCapability.State && effect.Recoverable.Contains(RecoveryCapability.Query));

    private static RequestRepeated Repeated(EffectRequested effect) => new(effect.Effect, effect.Key);

    private static OutcomeUnknown Unknown(EffectRequested effect, FailureReason why) => new(effect.Effect, effect.Key, why);

    private static string CodeOf(EvidenceDetail? detail) => detail switch
    {
        EvidenceDetail.FoundTwice => RefusalCodes.FoundTwice,
        EvidenceDetail.OtherAccount => RefusalCodes.OtherAccount,
        EvidenceDetail.NoAccount => RefusalCodes.NoAccount,
        EvidenceDetail.PartyGone => RefusalCodes.PartyGone,
        _ => RefusalCodes.NotVisible,
    };
}
