using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox.StandardReplies;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Watch;

/// <summary>Something that is wrong at this moment, and since when.</summary>
public sealed record Sign(DisturbanceKind Kind, string Subject, DateTimeOffset Since);

/// <summary>What is wrong with the installation at one moment, as this instance sees it.</summary>
public sealed class WatchSigns(
    CaseFigures cases, SystemPulse pulse, IStandardReplies replies, Endings endings, HealthCheckService health,
    AlertSettings settings)
{
    // What is shorter is a hiccup.
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    // So long nobody asked a system, which may be worked by hand by now.
    private static readonly TimeSpan Unasked = TimeSpan.FromDays(1);

    /// <summary>
    /// True for what is over when there is no sign of it. That a system answers again is known when it was asked: a process that
    /// has just begun knows nothing of it.
    /// </summary>
    public bool IsOver(Disturbance one, DateTimeOffset now) => one.Kind is not DisturbanceKind.Unanswered
        || !Enum.TryParse<ForeignSystem>(one.Subject, out var system)
        || (pulse.Of(system).Answers ?? (now - one.Since > Unasked));

    /// <summary>All of it. Throws what the database throws.</summary>
    public async Task<IReadOnlyList<Sign>> ReadAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        List<Sign> signs =
        [
            .. from one in await cases.AttentionAsync(now - settings.Attention, cancellation)
               select new Sign(DisturbanceKind.Attention, $"{one.Number}", one.Since),
            .. from system in Enum.GetValues<ForeignSystem>()
               let since = pulse.Of(system).UnansweredSince
               where since <= now - Noted
               select new Sign(DisturbanceKind.Unanswered, $"{system}", since.Value),
            .. from ending in endings.Before(now + settings.Ahead) select new Sign(DisturbanceKind.Ending, ending, now),
        ];
        if ((await replies.BrokenAsync(cancellation)).Count > 0)
            signs.Add(new Sign(DisturbanceKind.Templates, "", now));
        var disk = await health.CheckHealthAsync(check => check.Name is DiskHealth.Name, cancellation);
        if (disk.Status is not HealthStatus.Healthy)
            signs.Add(new Sign(DisturbanceKind.Disk, "", now));
        return signs;
    }
}
