using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Replay;

/// <summary>One moment of a case: the event, and everything as it was right after it. Recorded, never computed anew.</summary>
/// <param name="Entry">What happened, who did it and when.</param>
/// <param name="Before">The case before it; null at the first event.</param>
/// <param name="Case">The case after it: what the screen showed.</param>
/// <param name="Walk">The path so far.</param>
public sealed record ReplayMoment(RecordedEvent Entry, ActivationCase? Before, ActivationCase Case, Walk Walk)
{
    /// <summary>Counts from 1; what <c>?stap=</c> says.</summary>
    public int Sequence => Entry.Sequence;

    /// <summary>How long nothing happened before it.</summary>
    public TimeSpan Waited => Before is null ? TimeSpan.Zero : Entry.At - Before.ChangedAt;
}
