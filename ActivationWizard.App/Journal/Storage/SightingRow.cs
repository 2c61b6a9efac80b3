namespace ActivationWizard.App.Journal.Storage;

/// <summary>Whether effects of one kind were found by our reference, and the one that is still to be looked for.</summary>
public sealed class SightingRow
{
    /// <summary>The kind of effect, by name.</summary>
    public required string Effect { get; init; }

    /// <summary>Whether the last that was looked for was found; null before the first look.</summary>
    public bool? IsFound { get; set; }

    /// <summary>When it was looked for. UTC, in ticks.</summary>
    public long? LookedAt { get; set; }

    /// <summary>The case of the effect that is to be looked for; null when none is.</summary>
    public long? Case { get; set; }

    /// <summary>The key of that effect.</summary>
    public string? EffectKey { get; set; }

    /// <summary>When it was done. UTC, in ticks.</summary>
    public long? DoneAt { get; set; }
}
