using ActivationWizard.Domain.Effects.Recovery;

namespace ActivationWizard.Domain.Effects;

/// <summary>What effects and their recovery need of the installation's settings.</summary>
public interface IEffectSettings
{
    /// <summary>Days for which a code must still be valid to go in a letter (G3).</summary>
    int MinimumCodeDays { get; }

    /// <summary>Key of the code's fingerprint, 32 bytes.</summary>
    ReadOnlyMemory<byte> FingerprintKey { get; }

    /// <summary>Time after which a letter that is not done is for a person.</summary>
    TimeSpan ConfirmationLimit { get; }

    /// <summary>Time after which an effect whose answer was lost, and which is not there, is asked for again.</summary>
    TimeSpan QuietPeriod { get; }

    /// <summary>How long the wizard itself keeps asking what became of an effect.</summary>
    TimeSpan RecoveryLimit { get; }

    /// <summary>Pauses between attempts while a system cannot be reached.</summary>
    RetrySchedule Retries { get; }

    /// <summary>How each effect is recovered.</summary>
    RecoveryPlan Recovery { get; }
}
