using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// Appends to a case that the caller knows. All events of one append have the same moment, and no event is earlier than the one
/// before it, also when the clock was put back: the order of a case is its sequence.
/// </summary>
public sealed class CaseAppender(
    CaseHeads heads, EventSealing sealing, IJournalWriter writer, MasterKey master, TimeProvider time)
{
    /// <summary>
    /// The case after the events, once they are on disk, or as it was given when they are not. Throws <see
    /// cref="UnreadableCaseException"/> when nothing may be appended to the case any more.
    /// </summary>
    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        var turns = Follow(after, events, actor);
        var (entries, next) = (turns.Select(turn => turn.Entry).ToList(), turns[^1].After);
        if (await heads.FindAsync(after.Number, after.Version, cancellation) is not { } head)
            return (AppendOutcome.LostRace, after);

        var (rows, summary, newHead) = sealing.Seal(head, entries, next);
        var words = new CaseWords(sealing.WordsOf(summary), after.HasEnded);
        var appending = new CaseAppending(head, rows, summary, words, claim, master)
        {
            Inbox = InboxProjection.Of(turns),
            GoesOn = next.DoubleOf is { } other && after.DoubleOf is null ? CaseKey.Of(other) : null,
        };
        try
        {
            await writer.WriteAsync(appending, cancellation);
        }
        catch (DbUpdateException)
        {
            if (await heads.HasMovedAsync(after.Number, after.Version, cancellation))
                return (AppendOutcome.LostRace, after);
            throw;
        }

        if (appending.IsFenced)
            return (AppendOutcome.Fenced, after);
        if (appending.IsOtherOver)
            return (AppendOutcome.LostRace, after);
        if (appending.IsErased)
        {
            heads.Forget(after.Number);
            return (AppendOutcome.LostRace, after);
        }

        heads.Remember(next, newHead);
        return (AppendOutcome.Appended, next);
    }

    private List<InboxTurn> Follow(ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor)
    {
        var now = time.GetUtcNow();
        var at = now > after.ChangedAt ? now : after.ChangedAt;
        var turns = new List<InboxTurn>(events.Count);
        foreach (var happened in events)
        {
            var entry = new RecordedEvent(after.Number, after.Version + 1, happened, actor, at);
            var before = after;
            after = before.After(entry);
            turns.Add(new InboxTurn(before, entry, after));
        }

        return turns;
    }
}
