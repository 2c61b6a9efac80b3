using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>A new account is wanted, with an e-mail address on e-mail routes.</summary>
[JournalName("creation-requested")]
public sealed record CreationRequested(EffectKey Key, EmailAddress? Email) : EffectRequested(EffectKind.CreateAccount, Key);

/// <summary>The new account is there; the id is null when an employee made it by hand.</summary>
[JournalName("account-created")]
public sealed record AccountCreated(EffectKey Key, string? AccountId) : EffectDone(EffectKind.CreateAccount, Key)
{
    internal override EffectResults AddTo(EffectResults results, DateTimeOffset at) =>
        results with { CreatedAccount = AccountId };
}

/// <summary>Creates the portal account.</summary>
internal sealed class CreateAccount() : AccountEffect<CreationRequested, AccountCreated>(
    EffectKind.CreateAccount, RecoveryCapability.Key, RecoveryCapability.State, RecoveryCapability.None)
{
    public override OwnChanges AddTo(OwnChanges own, IEffectCase activation, bool isByHand) => own with
    {
        Account = activation.Results.CreatedAccount is { } id
            ? new OwnAccount(AccountStatus.Registered, id, Proposal.Of(activation)?.Email)
            : new OwnAccount(AccountStatus.Registered, null, null) { IsOfEmployee = true },
    };

    public override EffectRequested Request(EffectKey key, IEffectCase activation, Proposal proposal) =>
        new CreationRequested(key, proposal.Email);

    protected override Task<CaseEvent?> PerformAsync(CreationRequested asked, EffectCall call) => OutcomeAsync(
        asked,
        call.Systems.Umbrella.CreateAccountAsync(call.Case.Customer, asked.Email, asked.Key, call.Cancellation),
        account => new AccountCreated(asked.Key, account.Id));

    protected override SeenEvidence See(CreationRequested asked, PortalAccount account) => account switch
    {
        { Status: AccountStatus.None } => new(EvidenceKind.Absent, EvidenceDetail.NoAccount),
        { Status: AccountStatus.Registered } when Equals(account.Email, asked.Email) =>
            new(EvidenceKind.Present, EvidenceDetail.AccountRegistered, new AccountCreated(asked.Key, account.Id)),
        _ => new(EvidenceKind.CannotTell, EvidenceDetail.OtherAccount),
    };

    protected override AccountCreated ByHand(EffectKey key, EmailAddress? email) => new(key, null);
}
