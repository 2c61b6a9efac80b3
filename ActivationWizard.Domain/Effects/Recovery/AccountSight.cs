using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What the account as it is now says of an effect on it.</summary>
internal static class AccountSight
{
    public static Sighting Of(EffectRequested effect, PortalAccount account) => effect switch
    {
        BlockRequested block => account.Status switch
        {
            AccountStatus.Blocked => new(Finding.Present, EvidenceDetail.AccountBlocked, new AccountBlocked(block.Key)),
            AccountStatus.None => new(Finding.CannotTell, EvidenceDetail.NoAccount),
            _ => new(Finding.Absent, DetailOf(account)),
        },
        UnblockRequested unblock => account.Status switch
        {
            AccountStatus.Blocked => new(Finding.Absent, EvidenceDetail.AccountBlocked),
            AccountStatus.None => new(Finding.CannotTell, EvidenceDetail.NoAccount),
            _ => new(Finding.Present, DetailOf(account), new AccountUnblocked(unblock.Key, account.Status)),
        },
        DeletionRequested delete => account switch
        {
            { Status: AccountStatus.None } => new(Finding.Present, EvidenceDetail.NoAccount, new AccountDeleted(delete.Key)),
            _ when account.Id == delete.AccountId => new(Finding.Absent, DetailOf(account)),
            _ => new(Finding.CannotTell, EvidenceDetail.OtherAccount),
        },
        CreationRequested create => account switch
        {
            { Status: AccountStatus.None } => new(Finding.Absent, EvidenceDetail.NoAccount),
            { Status: AccountStatus.Registered } when Equals(account.Email, create.Email) =>
                new(Finding.Present, EvidenceDetail.AccountRegistered, new AccountCreated(create.Key, account.Id)),
            _ => new(Finding.CannotTell, EvidenceDetail.OtherAccount),
        },
        // A code that is there may be an older one: who asked for it cannot be seen.
        ActivationRequested => account switch
        {
            { Status: AccountStatus.None } => new(Finding.Absent, EvidenceDetail.NoAccount),
            { HasCode: true } => new(Finding.CannotTell, EvidenceDetail.CodeReady),
            _ => new(Finding.Absent, EvidenceDetail.NoCode),
        },
        _ => new(Finding.CannotTell, account.HasCode ? EvidenceDetail.CodeReady : EvidenceDetail.NoCode),
    };

    private static EvidenceDetail DetailOf(PortalAccount account) => account.Status switch
    {
        AccountStatus.Registered => EvidenceDetail.AccountRegistered,
        AccountStatus.Active => EvidenceDetail.AccountActive,
        AccountStatus.Blocked => EvidenceDetail.AccountBlocked,
        _ => EvidenceDetail.NoAccount,
    };
}
