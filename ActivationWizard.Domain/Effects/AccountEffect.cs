using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects;

/// <summary>
/// What the effects on a portal account have in common: Umbrella does them, and the account as it is now says what
/// became of them.
/// </summary>
internal abstract class AccountEffect<TRequested, TDone>(EffectKind kind, params IReadOnlyList<RecoveryCapability> recoverable)
    : Effect<TRequested, TDone>(kind, ForeignSystem.Umbrella, recoverable)
    where TRequested : EffectRequested
    where TDone : EffectDone
{
    /// <inheritdoc />
    protected sealed override async Task<SeenEvidence> FindEvidenceAsync(
        TRequested asked, IEffectCase activation, EffectSystems systems, CancellationToken cancellation) =>
        activation.Customer is { Length: > 0 } customer
            ? await SeenAsync(systems.Umbrella.ReadAccountAsync(customer, cancellation), account => See(asked, account))
            : SeenEvidence.CannotBeAsked;

    /// <summary>What the account as it is now says of the effect.</summary>
    protected abstract SeenEvidence See(TRequested asked, PortalAccount account);

    /// <summary>The account after the effects before this one.</summary>
    protected static OwnAccount Now(OwnChanges own, IEffectCase activation) =>
        own.Account ?? OwnAccount.Of(activation.Basis.Account.Value?.Account);

    protected static EvidenceDetail DetailOf(PortalAccount account) => account.Status switch
    {
        AccountStatus.Registered => EvidenceDetail.AccountRegistered,
        AccountStatus.Active => EvidenceDetail.AccountActive,
        AccountStatus.Blocked => EvidenceDetail.AccountBlocked,
        _ => EvidenceDetail.NoAccount,
    };
}
