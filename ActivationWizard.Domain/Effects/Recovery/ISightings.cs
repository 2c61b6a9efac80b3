using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Effects.Recovery;

/// <summary>
/// Whether this installation has found effects of its own by our reference. What is not there says nothing where nothing of ours
/// was ever seen: a system may not look at references at all.
/// </summary>
public interface ISightings
{
    /// <summary>The last look for a known effect of this kind; null before the first.</summary>
    Task<Sighting?> OfAsync(EffectKind effect, CancellationToken cancellation);

    /// <summary>Notes that a known effect of this kind was found by our reference, or was not.</summary>
    Task NoteAsync(EffectKind effect, bool isFound, CancellationToken cancellation);

    /// <summary>
    /// An effect of this kind was done for certain: it is looked for once the quiet period is over. Nothing when another of the
    /// kind is still to be looked for.
    /// </summary>
    Task ExpectAsync(EffectKind effect, CaseNumber number, EffectKey key, CancellationToken cancellation);
}

/// <summary>One look for an effect that was done for certain.</summary>
/// <param name="IsFound">It was found by our reference, as ours.</param>
/// <param name="At">When.</param>
public sealed record Sighting(bool IsFound, DateTimeOffset At);
