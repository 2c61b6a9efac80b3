using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>Everything the wizard does in another system, one state each. The names are kept in journals and settings.</summary>
public enum EffectKind
{
    CorrectContacts,
    SetPreference,
    BlockAccount,
    UnblockAccount,
    DeleteAccount,
    CreateAccount,
    ActivateAccount,
    ReadCode,
    DispatchLetter,
    ConfirmDispatch,
    RegisterLetter,
    SendReply,
    RegisterContact,
}

/// <summary>The effects of each route, in the order of the instruction; 3b checks first and sends after.</summary>
public static class EffectPlan
{
    /// <summary>The effects of the route for this case, those already done included.</summary>
    public static IReadOnlyList<EffectKind> Of(IEffectCase activation, Route route)
    {
        var account = activation.Basis.Account.Value?.Account;
        return route switch
        {
            Route.EmailTenant => [.. CreatedIfNone(account), EffectKind.ActivateAccount, EffectKind.RegisterContact],
            Route.RecreateEmailTenant => [.. Recreated(account), EffectKind.ActivateAccount, EffectKind.RegisterContact],
            Route.LetterTenant => [.. CreatedIfNone(account), .. FreshCode(activation, account), .. Letter],
            Route.RecreateLetterTenant => [.. Recreated(account), EffectKind.ActivateAccount, .. Letter],
            Route.EmailAdministrator =>
            [
                .. Administration(activation), .. Opened(activation, account),
                EffectKind.ActivateAccount, EffectKind.RegisterContact,
            ],
            Route.RecreateEmailAdministrator =>
                [.. Administration(activation), .. Recreated(account), EffectKind.ActivateAccount, EffectKind.RegisterContact],
            Route.Refusal => [.. Refusal(activation)],
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
        };
    }

    /// <summary>The first effect that is not done since a person agreed; null when all are.</summary>
    public static EffectKind? Next(IEffectCase activation, Route route)
    {
        foreach (var effect in Of(activation, route))
        {
            var isConfirmedByHand = effect is EffectKind.ConfirmDispatch
                && activation.Results.DispatchSession is null && activation.HasDone(EffectKind.DispatchLetter);
            if (!isConfirmedByHand && !activation.HasDone(effect))
                return effect;
        }

        return null;
    }

    /// <summary>What is written down before the effect is asked for, as the next event of the case, in this epoch.</summary>
    public static EffectRequested Request(IEffectCase activation, Proposal proposal, EffectKind effect, Epoch epoch) =>
        EffectRegistry.Of(effect).Request(activation.NextKeyIn(epoch), activation, proposal);

    /// <summary>What the effects that are done since a person agreed made of the facts.</summary>
    public static OwnChanges OwnChanges(IEffectCase activation) => activation.Effects
        .Where(one => one.IsDone && one.Sequence > activation.AcceptedAt)
        .OrderBy(one => one.Sequence)
        .Aggregate(Facts.OwnChanges.None, (own, one) => With(own, activation, one));

    /// <summary>
    /// Between the old account's end and the new code the tenant has no account: that stretch only goes forward, until a code was
    /// made, mailed or not.
    /// </summary>
    public static bool IsOnlyForward(IEffectCase activation) =>
        activation is { AcceptedAt: > 0, Trouble: not EffectTrouble { PutsOnHold: not null } }
        && activation.Effects.Any(one =>
            one is { Effect: EffectKind.DeleteAccount, MayHaveHappened: true } && one.Sequence > activation.AcceptedAt)
        && !activation.HasDone(EffectKind.ActivateAccount);

    private static EffectKind[] Letter =>
        [EffectKind.ReadCode, EffectKind.DispatchLetter, EffectKind.ConfirmDispatch, EffectKind.RegisterLetter];

    private static EffectKind[] CreatedIfNone(PortalAccount? account) =>
        account?.Status is AccountStatus.None ? [EffectKind.CreateAccount] : [];

    private static EffectKind[] Recreated(PortalAccount? account) =>
        account?.Status is AccountStatus.None ? [EffectKind.CreateAccount] : [EffectKind.DeleteAccount, EffectKind.CreateAccount];

    private static EffectKind[] FreshCode(IEffectCase activation, PortalAccount? account) =>
        account is { HasCode: true, Status: AccountStatus.Registered } && !activation.Results.NeedsFreshCode
        && !IsRequested(activation, EffectKind.ActivateAccount)
            ? []
            : [EffectKind.ActivateAccount];

    private static bool IsRequested(IEffectCase activation, EffectKind effect) =>
        activation.AcceptedAt > 0 && activation.Effects.Any(one => one.Effect == effect && one.Sequence > activation.AcceptedAt);

    private static EffectKind[] Administration(IEffectCase activation) =>
        activation.Basis.Contacts.Value?.Status is ContactsStatus.Correctable
            ? [EffectKind.CorrectContacts, EffectKind.SetPreference]
            : [EffectKind.SetPreference];

    // An account that turns out to be in use once the block is off still has the old password: it goes, as in D16.
    private static EffectKind[] Opened(IEffectCase activation, PortalAccount? account) => account?.Status switch
    {
        AccountStatus.None => [EffectKind.CreateAccount],
        AccountStatus.Blocked when activation.Results.UnblockedTo is AccountStatus.Active =>
            [EffectKind.UnblockAccount, EffectKind.DeleteAccount, EffectKind.CreateAccount],
        AccountStatus.Blocked => [EffectKind.UnblockAccount],
        _ => [],
    };

    private static IEnumerable<EffectKind> Refusal(IEffectCase activation)
    {
        if (activation.Acceptance?.BlockAccount is true)
            yield return EffectKind.BlockAccount;
        if (activation.Request.Email is not null)
            yield return EffectKind.SendReply;
        if (activation.Party is not null)
            yield return EffectKind.RegisterContact;
    }

    private static OwnChanges With(OwnChanges own, IEffectCase activation, EffectProgress one)
    {
        var after = EffectRegistry.Of(one.Effect).AddTo(own, activation, one.Status is EffectStatus.DoneByHand);
        return after with { IsAny = true };
    }
}
