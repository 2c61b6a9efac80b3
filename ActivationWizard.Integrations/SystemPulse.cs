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

    /// <summary>Notes the end of a call.</summary>
    public void Note(ForeignSystem system, bool answered)
    {
        var now = time.GetUtcNow();
        _signs.AddOrUpdate(
            system,
            _ => answered ? new SystemSigns(now, null) : new SystemSigns(null, now) { UnansweredSince = now },
            (_, signs) => answered
                ? signs with { AnsweredAt = now, UnansweredSince = null }
                : signs with { SilentAt = now, UnansweredSince = signs.UnansweredSince ?? now });
    }
}
