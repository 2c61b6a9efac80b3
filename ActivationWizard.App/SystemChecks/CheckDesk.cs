using System.Collections.Concurrent;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.App.SystemChecks;

/// <summary>When a subject was last tried by this process, and how that ended.</summary>
/// <param name="WorkedAt">When something worked and nothing was wrong; null for never.</param>
/// <param name="FailedAt">When something was other than expected, or nobody answered; null for never.</param>
public sealed record CheckTimes(DateTimeOffset? WorkedAt, DateTimeOffset? FailedAt);

/// <summary>What the page of the checks does. That somebody asked is a line of security: it reads the data of a party.</summary>
public sealed class CheckDesk(InstallationCheck check, SecurityLog security, TimeProvider time)
{
    private readonly ConcurrentDictionary<CheckSubject, CheckTimes> _times = new();

    /// <summary>When it was last tried.</summary>
    public CheckTimes TimesOf(CheckSubject subject) => _times.GetValueOrDefault(subject) ?? new CheckTimes(null, null);

    /// <summary>
    /// The lines of one subject. Throws <see cref="UnauthorizedAccessException"/> when the actor may not ask.
    /// </summary>
    public async Task<IReadOnlyList<CheckLine>> RunAsync(
        Actor actor, CheckSubject subject, string? party, CancellationToken cancellation)
    {
        actor.Demand(Operation.CheckSystems);
        var lines = await check.RunAsync(subject, party, cancellation);
        security.Write(SecurityEvent.SystemCheck, actor.Id, actor.Role, $"{subject}", null);
        Note(subject, [.. lines.Select(line => line.Observation)]);
        return lines;
    }

    // Where there was nothing to try, nothing is known.
    private void Note(CheckSubject subject, IReadOnlyList<Observation> found)
    {
        var now = time.GetUtcNow();
        var hasFailed = found.Any(one => one is { Result: CheckResult.Differs } or { Reason: UntoldReason.NoAnswer });
        if (hasFailed || found.Any(one => one.Result is CheckResult.Works))
            _times.AddOrUpdate(
                subject, _ => After(new CheckTimes(null, null)), (_, before) => After(before));

        CheckTimes After(CheckTimes before) => hasFailed ? before with { FailedAt = now } : before with { WorkedAt = now };
    }
}
