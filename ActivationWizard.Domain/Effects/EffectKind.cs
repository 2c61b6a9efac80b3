using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Domain.Effects;

/// <summary>Everything the wizard does in another system, one state each.</summary>
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

/// <summary>What is true of an effect wherever it stands in a route.</summary>
public static class EffectKinds
{
    extension(EffectKind effect)
    {
        /// <summary>The system that does it.</summary>
        public ForeignSystem System => effect switch
        {
            EffectKind.CorrectContacts or EffectKind.RegisterLetter or EffectKind.RegisterContact => ForeignSystem.Viewpoint,
            EffectKind.SetPreference or EffectKind.DispatchLetter or EffectKind.ConfirmDispatch => ForeignSystem.Postex,
            EffectKind.SendReply => ForeignSystem.Mailbox,
            _ => ForeignSystem.Umbrella,
        };

        /// <summary>It only looks: asking twice changes nothing.</summary>
        public bool IsRead => effect is EffectKind.ReadCode or EffectKind.ConfirmDispatch;
    }
}
