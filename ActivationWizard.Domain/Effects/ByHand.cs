using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects;

/// <summary>The event for an effect that a person did, or saw done, in the system's own screens.</summary>
internal static class ByHand
{
    /// <summary>The key of what went wrong, or one of its own.</summary>
    public static EffectKey KeyOf(ActivationCase activation, CaseEvent? trouble) =>
        (trouble as EffectTrouble)?.Key ?? EffectKey.Of(activation.Number, activation.Version + 1);

    public static EffectDone Done(ActivationCase activation, EffectKind effect, EffectKey? known)
    {
        var key = known ?? EffectKey.Of(activation.Number, activation.Version + 1);
        var email = Proposal.Of(activation)?.Email;
        return effect switch
        {
            EffectKind.CorrectContacts => new ContactsCorrected(key),
            EffectKind.SetPreference => new PreferenceSet(key, email!),
            EffectKind.BlockAccount => new AccountBlocked(key),
            EffectKind.UnblockAccount => new AccountUnblocked(key, AccountStatus.Active),
            EffectKind.DeleteAccount => new AccountDeleted(key),
            EffectKind.CreateAccount => new AccountCreated(key, null),
            EffectKind.ActivateAccount => new AccountActivated(key, email, null),
            EffectKind.DispatchLetter => new LetterDispatched(key, null),
            EffectKind.ConfirmDispatch => new DispatchConfirmed(key),
            EffectKind.RegisterLetter => new LetterRegistered(key),
            EffectKind.SendReply => new ReplySent(key),
            EffectKind.RegisterContact => new ContactRegistered(key),
            _ => throw new ArgumentOutOfRangeException(nameof(effect), effect, null),
        };
    }
}
