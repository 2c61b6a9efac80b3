using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using static ActivationWizard.Domain.Effects.EffectKind;

namespace ActivationWizard.Domain.Effects;

/// <summary>The effects of each route, in the order of the instruction; 3b checks first and sends after.</summary>
public static class ActivationPlan
{
    /// <summary>The effects of the route for this case, those already done included.</summary>
    public static IReadOnlyList<EffectKind> Of(ActivationCase activation, Route route)
    {
        var facts = activation.AcceptedFacts ?? activation.Facts;
        var account = facts.Account.Value?.Account;
        return route switch
        {
            Route.EmailTenant => [.. CreatedIfNone(account), ActivateAccount, RegisterContact],
            Route.RecreateEmailTenant => [.. Recreated(account), ActivateAccount, RegisterContact],
            Route.LetterTenant => [.. CreatedIfNone(account), .. FreshCode(activation, account), .. Letter],
            Route.RecreateLetterTenant => [.. Recreated(account), ActivateAccount, .. Letter],
            Route.EmailAdministrator => [.. Administration(facts), .. Opened(activation, account), ActivateAccount, RegisterContact],
            Route.RecreateEmailAdministrator => [.. Administration(facts), .. Recreated(account), ActivateAccount, RegisterContact],
            Route.Refusal => [.. Refusal(activation, facts)],
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, null),
        };
    }

    /// <summary>The first effect that is not done since a person agreed; null when all are.</summary>
    public static EffectKind? Next(ActivationCase activation, Route route)
    {
        foreach (var effect in Of(activation, route))
        {
            var confirmedByHand = effect is ConfirmDispatch && activation.DispatchSession is null && IsDone(activation, DispatchLetter);
            if (!confirmedByHand && !IsDone(activation, effect))
                return effect;
        }

        return null;
    }

    private static EffectKind[] Letter => [ReadCode, DispatchLetter, ConfirmDispatch, RegisterLetter];

    private static bool IsDone(ActivationCase activation, EffectKind effect) =>
        activation.Effects.Any(one => one.Effect == effect && one.IsDone && one.Sequence > activation.AcceptedAt);

    private static EffectKind[] CreatedIfNone(PortalAccount? account) => account?.Status is AccountStatus.None ? [CreateAccount] : [];

    private static EffectKind[] Recreated(PortalAccount? account) =>
        account?.Status is AccountStatus.None ? [CreateAccount] : [DeleteAccount, CreateAccount];

    private static EffectKind[] FreshCode(ActivationCase activation, PortalAccount? account) =>
        account is { HasCode: true, Status: AccountStatus.Registered } && !activation.NeedsFreshCode && !IsRequested(activation, ActivateAccount)
            ? []
            : [ActivateAccount];

    private static bool IsRequested(ActivationCase activation, EffectKind effect) =>
        activation.AcceptedAt > 0 && activation.Effects.Any(one => one.Effect == effect && one.Sequence > activation.AcceptedAt);

    private static EffectKind[] Administration(CaseFacts facts) =>
        facts.Contacts.Value?.Status is ContactsStatus.Correctable ? [CorrectContacts, SetPreference] : [SetPreference];

    // An account that turns out to be in use once the block is off still has the old password: it goes, as in D16.
    private static EffectKind[] Opened(ActivationCase activation, PortalAccount? account) => account?.Status switch
    {
        AccountStatus.None => [CreateAccount],
        AccountStatus.Blocked when activation.UnblockedTo is AccountStatus.Active => [UnblockAccount, DeleteAccount, CreateAccount],
        AccountStatus.Blocked => [UnblockAccount],
        _ => [],
    };

    private static IEnumerable<EffectKind> Refusal(ActivationCase activation, CaseFacts facts)
    {
        if (activation.Acceptance?.BlockAccount is true)
            yield return BlockAccount;
        if (activation.Request.Email is not null)
            yield return SendReply;
        if (facts.Person.Value?.Party is not null)
            yield return RegisterContact;
    }
}
