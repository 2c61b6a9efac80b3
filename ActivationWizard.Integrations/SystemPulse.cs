using System.Collections.Concurrent;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations;

/// <summary>
/// When a system last answered, and when it last gave none, as far as this process has asked it; nothing about whom.
/// </summary>
public sealed record SystemSigns(DateTimeOffset? AnsweredAt, DateTimeOffset? SilentAt)
{
    /// <summary>When the first call after the last answer got none; null while the last one was answered.</summary>
    public DateTimeOffset? UnansweredSince { get; init; }

    /// <summary>When it last did, or said, what was asked.</summary>
    public DateTimeOffset? SucceededAt { get; init; }

    /// <summary>When it last gave no answer, let us not in, or asked us to come back later.</summary>
    public DateTimeOffset? RefusedAt { get; init; }

    /// <summary>The status of HTTP that it said so with; null when there was none.</summary>
    public int? RefusedWith { get; init; }

    /// <summary>True when the last call was answered, false when it was not, null before the first.</summary>
    public bool? Answers => (AnsweredAt, SilentAt) switch
    {
        (null, null) => null,
        (null, _) => false,
        (_, null) => true,
        var (answered, silent) => answered >= silent,
    };
}

/// <summary>Keeps whether each system answers lately: for the status page.</summary>
public sealed class SystemPulse(TimeProvider time)
{
    private readonly ConcurrentDictionary<ForeignSystem, SystemSigns> _signs = new();

    /// <summary>The signs of a system.</summary>
    public SystemSigns Of(ForeignSystem system) => _signs.GetValueOrDefault(system) ?? new SystemSigns(null, null);

    /// <summary>
    /// Notes the end of a call. <paramref name="refusedWith"/> is the status with which it was answered and refused; null for an
    /// answer to what was asked, and for no answer without one.
    /// </summary>
    public void Note(ForeignSystem system, bool answered, int? refusedWith = null)
    {
        var now = time.GetUtcNow();
        _signs.AddOrUpdate(
            system,
            _ => After(new SystemSigns(null, null), now, answered, refusedWith),
            (_, signs) => After(signs, now, answered, refusedWith));
    }

    private static SystemSigns After(SystemSigns signs, DateTimeOffset now, bool answered, int? refusedWith)
    {
        var told = answered
            ? signs with { AnsweredAt = now, UnansweredSince = null }
            : signs with { SilentAt = now, UnansweredSince = signs.UnansweredSince ?? now };
        return answered && refusedWith is null
            ? told with { SucceededAt = now }
            : told with { RefusedAt = now, RefusedWith = refusedWith };
    }
}
