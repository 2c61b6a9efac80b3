using ActivationWizard.Domain.Effects;

namespace ActivationWizard.App.Cases.Execute;

/// <summary>What was asked of a system, for people.</summary>
public static class RequestWords
{
    /// <summary>To whom it was to go; null when it goes to nobody, or another effect was asked for last.</summary>
    public static string? RecipientOf(EffectRequested? asked, EffectKind effect) => asked?.Effect != effect ? null : asked switch
    {
        ActivationRequested { MailTo: { } email } => email.ToString(),
        CreationRequested { Email: { } email } => email.ToString(),
        PreferenceChangeRequested prefer => prefer.SendTo.ToString(),
        ContactCorrectionRequested { Correction.Private: { } own } => own.Address.ToString(),
        LetterDispatchRequested { Lines.Count: > 0 } letter => string.Join(", ", letter.Lines),
        ReplyRequested reply => reply.To.ToString(),
        _ => null,
    };
}
