using System.Collections.Immutable;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Replay;

/// <summary>
/// A case to step through. It is folded once, each event on top of the one before; a step forward or back, or a jump, then only
/// looks one up. It holds the journal and nothing else, so that nothing can be asked or done.
/// </summary>
public sealed class ReplaySession
{
    private readonly ImmutableArray<ReplayMoment> _moments;

    private ReplaySession(ImmutableArray<ReplayMoment> moments, JournalBreak? broken)
    {
        _moments = moments;
        Break = broken;
    }

    /// <summary>Every moment that can be shown, in order.</summary>
    public IReadOnlyList<ReplayMoment> Moments => _moments;

    /// <summary>How many there are; the last one's sequence.</summary>
    public int Count => _moments.Length;

    /// <summary>The case as it ended, or as far as it can be read. Throws when nothing can be.</summary>
    public ActivationCase Final => _moments[^1].Case;

    /// <summary>Where the journal is not as it should be: what comes after is not shown. Null when all is well.</summary>
    public JournalBreak? Break { get; }

    /// <summary>The case as far as its journal could be read.</summary>
    public static ReplaySession Of(RawCase raw)
    {
        var moments = ImmutableArray.CreateBuilder<ReplayMoment>(raw.Entries.Count);
        foreach (var entry in raw.Entries)
            moments.Add(moments.Count is 0 ? First(entry) : Next(moments[^1], entry));
        return new ReplaySession(moments.ToImmutable(), raw.Break);
    }

    /// <summary>The moment of this event, from 1 to <see cref="Count"/>.</summary>
    public ReplayMoment At(int sequence) => _moments[sequence - 1];

    private static ReplayMoment First(RecordedEvent entry) => new(entry, null, ActivationCase.Open(entry), Walk.Start);

    private static ReplayMoment Next(ReplayMoment last, RecordedEvent entry)
    {
        var next = last.Case.After(entry);
        return new ReplayMoment(entry, last.Case, next, last.Walk.To(next));
    }
}
