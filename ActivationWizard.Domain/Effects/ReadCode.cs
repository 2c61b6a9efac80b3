using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The code is to be read for the letter (2).</summary>
[JournalName("code-reading-requested")]
public sealed record CodeReadingRequested(EffectKey Key) : EffectRequested(EffectKind.ReadCode, Key);

/// <summary>
/// A usable code is there (G3); of the code itself only the keyed fingerprint is kept, none when an employee reads it by hand.
/// </summary>
[JournalName("code-read")]
public sealed record CodeRead(EffectKey Key, string? Fingerprint, DateTimeOffset? ExpiresAt)
    : EffectDone(EffectKind.ReadCode, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) => results with { Fingerprint = Fingerprint };
}

/// <summary>There is no code, or it does not match the pattern, or it is nearly over (G3): a fresh one is made, once.</summary>
[JournalName("code-found-unusable")]
public sealed record CodeFoundUnusable(EffectKey? Key) : EffectTrouble(EffectKind.ReadCode, Key)
{
    internal override EffectStatus? Status => EffectStatus.Refused;

    internal override bool IsSettled => true;

    internal override EffectResults AddTo(EffectResults results) => results with { NeedsFreshCode = true };
}

/// <summary>The fresh code cannot be used either (G3): nothing is sent, a person looks.</summary>
[JournalName("fresh-code-unusable")]
public sealed record FreshCodeUnusable(EffectKey? Key) : EffectTrouble(EffectKind.ReadCode, Key)
{
    internal override EffectStatus? Status => EffectStatus.Refused;
}

/// <summary>Reads the code that the letter is to have, and judges whether it is good for one (G3).</summary>
internal sealed class ReadCode() : AccountEffect<CodeReadingRequested, CodeRead>(EffectKind.ReadCode)
{
    // The letter that a typed code was for is not under way any more: it is asked for anew, once the code is typed again.
    public override EffectKind? Interrupts => EffectKind.DispatchLetter;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new CodeReadingRequested(key);

    /// <summary>
    /// What follows from a code that a person saw, with its fingerprint when it was typed: it is judged by the same measure as
    /// one that the wizard reads itself.
    /// </summary>
    public static CaseEvent Seen(
        IEffectCase activation,
        EffectKey key,
        string? fingerprint,
        DateOnly lastDay,
        DateTimeOffset now,
        IEffectSettings settings) =>
        lastDay < DutchCalendar.DayOf(now).AddDays(settings.MinimumCodeDays)
            ? Unusable(activation, key)
            : new CodeRead(key, fingerprint, DutchCalendar.StartOf(lastDay));

    /// <summary>What follows from a code that is no good for a letter (G3): a fresh one is made, once.</summary>
    public static CaseEvent Unusable(IEffectCase activation, EffectKey key) =>
        activation.HasDone(EffectKind.ActivateAccount) ? new FreshCodeUnusable(key) : new CodeFoundUnusable(key);

    /// <summary>It is still valid for as long as a code in a letter has to be (G3).</summary>
    public static bool IsLongEnough(CodeReading reading, EffectCall call) =>
        reading.ExpiresAt >= DutchCalendar.DaysAfter(call.Time.GetUtcNow(), call.Settings.MinimumCodeDays);

    protected override async Task<CaseEvent?> PerformAsync(CodeReadingRequested asked, EffectCall call)
    {
        var reply = await call.Systems.Umbrella.ReadCodeAsync(call.Case.Customer, call.Cancellation);
        if (reply is Reply<CodeReading>.NotAnswered silent)
            return NotDone(asked, silent.Why);

        var reading = ((Reply<CodeReading>.Answered)reply).Value;
        if (reading.Code is null || !IsLongEnough(reading, call))
            return Unusable(call.Case, asked.Key);

        return new CodeRead(asked.Key, reading.Code.Fingerprint(call.Settings.FingerprintKey.Span), reading.ExpiresAt);
    }

    protected override SeenEvidence See(CodeReadingRequested asked, PortalAccount account) =>
        new(EvidenceKind.CannotTell, account.HasCode ? EvidenceDetail.CodeReady : EvidenceDetail.NoCode);

    // A code is not simply there: the letter needs one that is still good (G3), so its last day has to be said.
    protected override CodeRead? ByHand(EffectKey key, EmailAddress? email) => null;
}
