using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>A fresh code is wanted; with <paramref name="MailTo"/> Umbrella mails it there.</summary>
[JournalName("activation-requested")]
public sealed record ActivationRequested(EffectKey Key, EmailAddress? MailTo) : EffectRequested(EffectKind.ActivateAccount, Key);

/// <summary>A fresh code is there, and was mailed when that was asked.</summary>
[JournalName("account-activated")]
public sealed record AccountActivated(EffectKey Key, EmailAddress? MailedTo, DateTimeOffset? CodeExpiresAt)
    : EffectDone(EffectKind.ActivateAccount, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) =>
        results with { NeedsFreshCode = false, CodeSentAt = MailedTo is null ? results.CodeSentAt : at };
}

/// <summary>Umbrella made a code and did not mail it: on hold, nothing more is sent, what was done stands.</summary>
[JournalName("code-not-mailed")]
public sealed record CodeNotMailed(EffectKey? Key, string Code) : EffectTrouble(EffectKind.ActivateAccount, Key)
{
    internal override EffectStatus? Status => EffectStatus.Refused;

    internal override HoldReason? PutsOnHold => HoldReason.EmailNotSent;
}

/// <summary>Has Umbrella make a fresh code; on e-mail routes it mails it as well (1, 3b).</summary>
internal sealed class ActivateAccount() : AccountEffect<ActivationRequested, AccountActivated>(
    EffectKind.ActivateAccount, RecoveryCapability.Key, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => proposal.Email is not null;

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new ActivationRequested(key, proposal.Email);

    protected override Task<CaseEvent?> PerformAsync(ActivationRequested asked, EffectCall call) => OutcomeAsync<Activation>(
        asked,
        call.Systems.Umbrella.ActivateAsync(call.Case.Customer, asked.MailTo, asked.Key, call.Cancellation),
        done => asked.MailTo is null || done.Mailed
            ? new AccountActivated(asked.Key, asked.MailTo, done.CodeExpiresAt)
            : new CodeNotMailed(asked.Key, RefusalCodes.NotMailed));

    protected override CaseEvent Refused(ActivationRequested asked, string code) =>
        asked.MailTo is not null && code.StartsWith(RefusalCodes.EmailPrefix, StringComparison.Ordinal)
            ? new CodeNotMailed(asked.Key, code)
            : base.Refused(asked, code);

    // A code that is there may be an older one: who asked for it cannot be seen.
    protected override SeenEvidence See(ActivationRequested asked, PortalAccount account) => account switch
    {
        { Status: AccountStatus.None } => new(EvidenceKind.Absent, EvidenceDetail.NoAccount),
        { HasCode: true } => new(EvidenceKind.CannotTell, EvidenceDetail.CodeReady),
        _ => new(EvidenceKind.Absent, EvidenceDetail.NoCode),
    };

    protected override AccountActivated ByHand(EffectKey key, EmailAddress? email) => new(key, email, null);
}
