using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>What the account as it is now says of an effect on it.</summary>
internal static class AccountSight
{
    public static Sighting Of(EffectRequested effect, PortalAccount account) => effect switch
    {
        BlockRequested block => account.Status switch
        {
            AccountStatus.Blocked => new(EvidenceKind.Present, EvidenceDetail.AccountBlocked, new AccountBlocked(block.Key)),
            AccountStatus.None => new(EvidenceKind.CannotTell, EvidenceDetail.NoAccount),
            _ => new(EvidenceKind.Absent, DetailOf(account)),
        },
        UnblockRequested unblock => account.Status switch
        {
            AccountStatus.Blocked => new(EvidenceKind.Absent, EvidenceDetail.AccountBlocked),
            AccountStatus.None => new(EvidenceKind.CannotTell, EvidenceDetail.NoAccount),
            _ => new(EvidenceKind.Present, DetailOf(account), new AccountUnblocked(unblock.Key, account.Status)),
        },
        DeletionRequested delete => account switch
        {
            { Status: AccountStatus.None } => new(EvidenceKind.Present, EvidenceDetail.NoAccount, new AccountDeleted(delete.Key)),
            _ when account.Id == delete.AccountId => new(EvidenceKind.Absent, DetailOf(account)),
            _ => new(EvidenceKind.CannotTell, EvidenceDetail.OtherAccount),
        },
        CreationRequested create => account switch
        {
            { Status: AccountStatus.None } => new(EvidenceKind.Absent, EvidenceDetail.NoAccount),
            { Status: AccountStatus.Registered } when Equals(account.Email, create.Email) =>
                new(EvidenceKind.Present, EvidenceDetail.AccountRegistered, new AccountCreated(create.Key, account.Id)),
            _ => new(EvidenceKind.CannotTell, EvidenceDetail.OtherAccount),
        },
        // A code that is there may be an older one: who asked for it cannot be seen.
        ActivationRequested => account switch
        {
            { Status: AccountStatus.None } => new(EvidenceKind.Absent, EvidenceDetail.NoAccount),
            { HasCode: true } => new(EvidenceKind.CannotTell, EvidenceDetail.CodeReady),
            _ => new(EvidenceKind.Absent, EvidenceDetail.NoCode),
        },
        _ => new(EvidenceKind.CannotTell, account.HasCode ? EvidenceDetail.CodeReady : EvidenceDetail.NoCode),
    };

    private static EvidenceDetail DetailOf(PortalAccount account) => account.Status switch
    {
        AccountStatus.Registered => EvidenceDetail.AccountRegistered,
        AccountStatus.Active => EvidenceDetail.AccountActive,
        AccountStatus.Blocked => EvidenceDetail.AccountBlocked,
        _ => EvidenceDetail.NoAccount,
    };
}
