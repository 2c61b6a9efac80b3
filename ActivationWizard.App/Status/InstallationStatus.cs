using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using Microsoft.Extensions.Options;

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
    IOptions<UmbrellaOptions> umbrella,
    IOptions<ViewpointOptions> viewpoint,
    IOptions<PostexOptions> postex,
    IOptions<MailboxOptions> mailbox,
    SystemPulse pulse,
    ActivationSettings settings,
    JournalPlace place,
    CaseSweep sweep,
    CaseQueries queries)
{
    /// <summary>The status now. Throws <see cref="UnauthorizedAccessException"/> when the actor may not see it.</summary>
    public async Task<StatusReport> ReadAsync(Actor actor, CancellationToken cancellation) => new(
        [.. Enum.GetValues<ForeignSystem>().Select(system => new SystemStatus(system, ModeOf(system), pulse.Of(system)))],
        [.. Enum.GetValues<EffectKind>().Where(effect => !effect.IsRead).Select(Recovery)],
        settings.Recovery.KeyLifetime,
        settings.QuietPeriod,
        place.Provider,
        sweep.LastAt,
        await queries.OpenCountsAsync(actor, cancellation));

    private RecoveryStatus Recovery(EffectKind effect)
    {
        var by = settings.Recovery.Of(effect);
        return new RecoveryStatus(effect, by, by != effect.Recoverable[0]);
    }

    private SystemMode ModeOf(ForeignSystem system) => system switch
    {
        ForeignSystem.Umbrella => umbrella.Value.Mode,
        ForeignSystem.Viewpoint => viewpoint.Value.Mode,
        ForeignSystem.Postex => postex.Value.Mode,
        _ => mailbox.Value.Mode switch
        {
            MailboxMode.Manual => SystemMode.Manual,
            MailboxMode.Smtp => SystemMode.Http,
            _ => SystemMode.Sandbox,
        },
    };
}
