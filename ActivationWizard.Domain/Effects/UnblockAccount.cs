using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The block is to be lifted for the administrator's code (3b).</summary>
[JournalName("unblock-requested")]
public sealed record UnblockRequested(EffectKey Key) : EffectRequested(EffectKind.UnblockAccount, Key);

/// <summary>
/// The block is off; <paramref name="Status"/> is what the account turned out to be: active means an old password lives.
/// </summary>
[JournalName("account-unblocked")]
public sealed record AccountUnblocked(EffectKey Key, AccountStatus Status) : EffectDone(EffectKind.UnblockAccount, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) => results with { UnblockedTo = Status };
}

/// <summary>Lifts the block on the portal account, and reads what it turned out to be.</summary>
internal sealed class UnblockAccount() : AccountEffect<UnblockRequested, AccountUnblocked>(
    EffectKind.UnblockAccount, RecoveryCapability.State, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) =>
        own with { Account = Now(own, activation) with { Status = isByHand ? null : activation.Results.UnblockedTo } };

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new UnblockRequested(key);

    protected override async Task<CaseEvent?> PerformAsync(UnblockRequested asked, EffectCall call)
    {
        var (umbrella, customer) = (call.Systems.Umbrella, call.Case.Customer);
        var done = await OutcomeAsync(
            asked, umbrella.UnblockAsync(customer, asked.Key, call.Cancellation), _ => new AccountUnblocked(asked.Key, default));
        if (done is not AccountUnblocked)
            return done;

        return await umbrella.ReadAccountAsync(customer, call.Cancellation) switch
        {
            Reply<PortalAccount>.Answered { Value: var account } => new AccountUnblocked(asked.Key, account.Status),
            // It is done, and what came of it is not known: that is looked for as after an answer that was lost.
            Reply<PortalAccount>.NotAnswered silent => new OutcomeUnknown(Kind, asked.Key, silent.Why),
            _ => throw new InvalidOperationException("Reply is closed."),
        };
    }

    protected override SeenEvidence See(UnblockRequested asked, PortalAccount account) => account.Status switch
    {
        AccountStatus.Blocked => new(EvidenceKind.Absent, EvidenceDetail.AccountBlocked),
        AccountStatus.None => new(EvidenceKind.CannotTell, EvidenceDetail.NoAccount),
        _ => new(EvidenceKind.Present, DetailOf(account), new AccountUnblocked(asked.Key, account.Status)),
    };

    // Nobody says what it turned out to be: an old password is taken to live.
    protected override AccountUnblocked ByHand(EffectKey key, EmailAddress? email) => new(key, AccountStatus.Active);
}
