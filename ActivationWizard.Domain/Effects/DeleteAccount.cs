using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The account with this id is to go; any other is left alone.</summary>
[JournalName("deletion-requested")]
public sealed record DeletionRequested(EffectKey Key, string? AccountId) : EffectRequested(EffectKind.DeleteAccount, Key);

/// <summary>The old account is gone.</summary>
[JournalName("account-deleted")]
public sealed record AccountDeleted(EffectKey Key) : EffectDone(EffectKind.DeleteAccount, Key);

/// <summary>Deletes the old portal account (4). From here on the case only goes forward.</summary>
internal sealed class DeleteAccount() : AccountEffect<DeletionRequested, AccountDeleted>(
    EffectKind.DeleteAccount, RecoveryCapability.State, RecoveryCapability.None)
{
    public override bool NeedsFreshFacts(Proposal proposal) => true;

    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) =>
        own with { Account = OwnAccount.None };

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new DeletionRequested(key, activation.Basis.Account.Value?.Account?.Id);

    // Only the account that was read may go: one that came since is somebody's new account, and one that was blocked since is
    // not to come back unblocked.
    protected override async Task<CaseEvent?> PerformAsync(DeletionRequested asked, EffectCall call)
    {
        var (umbrella, customer) = (call.Systems.Umbrella, call.Case.Customer);
        var reply = await umbrella.ReadAccountAsync(customer, call.Cancellation);
        if (reply is Reply<PortalAccount>.NotAnswered silent)
            return NotDone(asked, silent.Why);

        return ((Reply<PortalAccount>.Answered)reply).Value switch
        {
            { Status: AccountStatus.None } => new AccountDeleted(asked.Key),
            { Status: AccountStatus.Blocked } => Refused(asked, RefusalCodes.AccountBlocked),
            { Id: { } id, Version: { } version } when id == asked.AccountId => await OutcomeAsync(
                asked,
                umbrella.DeleteAccountAsync(customer, version, asked.Key, call.Cancellation),
                _ => new AccountDeleted(asked.Key)),
            _ => Refused(asked, RefusalCodes.OtherAccount),
        };
    }

    protected override SeenEvidence See(DeletionRequested asked, PortalAccount account) => account switch
    {
        { Status: AccountStatus.None } => new(EvidenceKind.Present, EvidenceDetail.NoAccount, new AccountDeleted(asked.Key)),
        _ when account.Id == asked.AccountId => new(EvidenceKind.Absent, DetailOf(account)),
        _ => new(EvidenceKind.CannotTell, EvidenceDetail.OtherAccount),
    };

    protected override AccountDeleted ByHand(EffectKey key, EmailAddress? email) => new(key);
}
