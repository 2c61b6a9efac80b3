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

/// <summary>One effect: how it is recovered now.</summary>
/// <param name="By">How.</param>
/// <param name="IsLowered">The installation says so, and the contract could carry more.</param>
/// <param name="Unproven">Why the plan's question does not count; null where it does, or there is none.</param>
public sealed record RecoveryStatus(EffectKind Effect, RecoveryCapability By, bool IsLowered, Unproven? Unproven);

/// <summary>How the installation is doing at one moment; nothing about any tenant.</summary>
/// <param name="Systems">Every system.</param>
/// <param name="Recoveries">Every effect that changes something.</param>
/// <param name="KeyLifetime">For how long a key is honoured.</param>
/// <param name="QuietPeriod">After it, what a system does not show did not happen.</param>
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
    SystemModes modes, SystemPulse pulse, ActivationSettings settings, RecoveryWays ways, JournalPlace place, CaseSweep sweep)
{
    /// <summary>The status now. Throws <see cref="UnauthorizedAccessException"/> when the actor may not see it.</summary>
    public async Task<StatusReport> ReadAsync(Actor actor, FeedView cases, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeStatus);
        var recoveries = new List<RecoveryStatus>();
        foreach (var effect in Enum.GetValues<EffectKind>().Where(effect => !effect.IsRead))
            recoveries.Add(await RecoveryAsync(effect, cancellation));
        return new(
            [.. Enum.GetValues<ForeignSystem>().Select(system => new SystemStatus(system, modes.Of(system), pulse.Of(system)))],
            recoveries,
            settings.Recovery.KeyLifetime,
            settings.QuietPeriod,
            place.Provider,
            sweep.LastAt,
            cases.Counts);
    }

    private async Task<RecoveryStatus> RecoveryAsync(EffectKind effect, CancellationToken cancellation)
    {
        var way = await ways.OfAsync(effect, cancellation);
        return new RecoveryStatus(effect, way.By, settings.Recovery.Of(effect) != effect.Recoverable[0], way.Because);
    }
}
