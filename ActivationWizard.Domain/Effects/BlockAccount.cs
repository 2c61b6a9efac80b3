using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The account of a tenant under bewind is to be blocked (3).</summary>
[JournalName("block-requested")]
public sealed record BlockRequested(EffectKey Key) : EffectRequested(EffectKind.BlockAccount, Key);

/// <summary>The account is blocked.</summary>
[JournalName("account-blocked")]
public sealed record AccountBlocked(EffectKey Key) : EffectDone(EffectKind.BlockAccount, Key);

/// <summary>Blocks the portal account.</summary>
internal sealed class BlockAccount() : AccountEffect<BlockRequested, AccountBlocked>(
    EffectKind.BlockAccount, RecoveryCapability.State, RecoveryCapability.None)
{
    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) =>
        own with { Account = Now(own, activation) with { Status = AccountStatus.Blocked } };

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) => new BlockRequested(key);

    protected override Task<CaseEvent?> PerformAsync(BlockRequested asked, EffectCall call) => OutcomeAsync(
        asked,
        call.Systems.Umbrella.BlockAsync(call.Case.Customer, asked.Key, call.Cancellation),
        _ => new AccountBlocked(asked.Key));

    protected override SeenEvidence See(BlockRequested asked, PortalAccount account) => account.Status switch
    {
        AccountStatus.Blocked => new(EvidenceKind.Present, EvidenceDetail.AccountBlocked, new AccountBlocked(asked.Key)),
        AccountStatus.None => new(EvidenceKind.CannotTell, EvidenceDetail.NoAccount),
        _ => new(EvidenceKind.Absent, DetailOf(account)),
    };

    protected override AccountBlocked ByHand(EffectKey key, EmailAddress? email) => new(key);
}
