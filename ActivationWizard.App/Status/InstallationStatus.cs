using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;

namespace ActivationWizard.App.Status;

/// <summary>One system: how the installation works with it, and whether it answers lately.</summary>
public sealed record SystemStatus(ForeignSystem System, SystemMode Mode, SystemSigns Signs);

/// <summary>One effect: how it is recovered, and what its contract could carry.</summary>
public sealed record RecoveryStatus(EffectKind Effect, RecoveryCapability By, bool IsLowered);

/// <summary>How the installation is doing at one moment; nothing about any tenant.</summary>
/// <param name="Systems">Every system.</param>
/// <param name="Recoveries">Every effect that changes something.</param>
/// <param name="KeyLifetime">For how long a key is honoured.</param>
/// <param name="QuietPeriod">What is waited before a system is asked whether it got something.</param>
/// <param name="Journal">The database.</param>
/// <param name="LastSweep">When this process last looked for cases that were left behind; null before the first time.</param>
/// <param name="Cases">How many open cases are under way, wait for a person, need attention.</param>
public sealed record StatusReport(
    IReadOnlyList<SystemStatus> Systems,
    IReadOnlyList<RecoveryStatus> Recoveries,
    TimeSpan KeyLifetime,
    TimeSpan QuietPeriod,
    JournalProvider Journal,
    DateTimeOffset? LastSweep,
    OpenCaseCounts Cases);

/// <summary>Gathers what the status page shows.</summary>
public sealed class InstallationStatus(
    SystemModes modes, SystemPulse pulse, ActivationSettings settings, JournalPlace place, CaseSweep sweep)
{
    /// <summary>The status now. Throws <see cref="UnauthorizedAccessException"/> when the actor may not see it.</summary>
    public StatusReport Read(Actor actor, FeedView cases)
    {
        actor.Demand(Operation.SeeStatus);
        return new(
            [.. Enum.GetValues<ForeignSystem>().Select(system => new SystemStatus(system, modes.Of(system), pulse.Of(system)))],
            [.. Enum.GetValues<EffectKind>().Where(effect => !effect.IsRead).Select(Recovery)],
            settings.Recovery.KeyLifetime,
            settings.QuietPeriod,
            place.Provider,
            sweep.LastAt,
            cases.Counts);
    }

    private RecoveryStatus Recovery(EffectKind effect)
    {
        var by = settings.Recovery.Of(effect);
        return new RecoveryStatus(effect, by, by != effect.Recoverable[0]);
    }
}
