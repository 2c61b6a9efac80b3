using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Domain.Cases;

/// <summary>What an installation may choose where the instruction is silent.</summary>
public sealed record ActivationSettings : IGatheringSettings, IRuleSettings, IEffectSettings
{
    /// <summary>Whether an arrangement stands in the administrator's way (D14). Default: a person decides.</summary>
    public ArrangementPolicy ArrangementBlocksAdministrator { get; init; } = ArrangementPolicy.Ask;

    /// <summary>Days for which a code must still be valid to go in a letter (G3). Default 7, at least 1.</summary>
    public int MinimumCodeDays { get; init; } = 7;

    /// <summary>Working days within which a second code has to be confirmed (G2). Default 5.</summary>
    public int RecentCodeWorkingDays { get; init; } = 5;

    /// <summary>Time between two questions to Postex about a letter. Default 2 s.</summary>
    public TimeSpan ConfirmationInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Time after which a letter that is not done is controle nodig. Default 10 minutes.</summary>
    public TimeSpan ConfirmationLimit { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Time after which an effect whose answer was lost, and which is not there, is asked for again. Default 60 s.
    /// </summary>
    public TimeSpan QuietPeriod { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// How long the wizard itself keeps asking what became of an effect; then a person looks. Default 24 hours.
    /// </summary>
    public TimeSpan RecoveryLimit { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Pauses between attempts while a system cannot be reached.</summary>
    public RetrySchedule Retries { get; init; } = RetrySchedule.Standard;

    /// <summary>Nothing is put off for longer.</summary>
    public TimeSpan LongestWait => Retries.Pauses.Append(QuietPeriod).Max();

    /// <summary>How each effect is recovered here.</summary>
    public RecoveryPlan Recovery { get; init; } = RecoveryPlan.Standard;

    /// <summary>For how long facts that were read again count as read just before (G4). Default 30 s.</summary>
    public TimeSpan RecheckHolds { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Time in which whoever has a case can answer a colleague who wants to take it over; after it the colleague may.
    /// Default 60 s.
    /// </summary>
    public TimeSpan TakeOverPatience { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Age after which facts are read again when somebody takes or resumes a case. Default 15 minutes.</summary>
    public TimeSpan FactsMaxAge { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>The wizard is tried out: it proposes, and nothing is written to any system. Default no.</summary>
    public bool Trial { get; init; }

    /// <summary>Key of the code's fingerprint; the installation's secret, 32 bytes.</summary>
    public required ReadOnlyMemory<byte> FingerprintKey { get; init; }
}
