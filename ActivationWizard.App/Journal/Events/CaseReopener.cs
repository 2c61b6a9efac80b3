using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// Opens a case for the request of one that is over, and notes it there, in one transaction: neither ever points at nothing.
/// </summary>
public sealed class CaseReopener(
    CaseKeys keys, EventSealing sealing, IJournalWriter writer, CaseHeads heads, MasterKey master, TimeProvider time)
{
    /// <summary>
    /// Both cases once they are on disk; no new one when somebody else appended to the old one first, or it was erased.
    /// </summary>
    public async Task<(ActivationCase? Opened, ActivationCase Ended)> ReopenAsync(
        ActivationCase ended, ActivationRequest request, string reason, Actor actor, CancellationToken cancellation)
    {
        if (await heads.FindAsync(ended.Number, ended.Version, cancellation) is not { } head)
            return (null, ended);
        var key = await keys.CreateAsync(cancellation);
        var now = time.GetUtcNow();
        var opening = new CaseOpening(
            sealing, key, number => new CaseOpened(number, request, new ReopenedCase(ended.Number, reason)), actor, null, now);
        var reopening = new Reopening(opening, ended, head, sealing, master)
        {
            After = number => new RecordedEvent(
                ended.Number, ended.Version + 1, new CaseReopened(number, reason), actor,
                now > ended.ChangedAt ? now : ended.ChangedAt),
        };
        if (!await WriteAsync(reopening, ended, cancellation))
            return (null, ended);
        heads.Remember(opening.Opened!, opening.Head!);
        heads.Remember(reopening.Ended!, reopening.Head!);
        return (opening.Opened, reopening.Ended!);
    }

    private async Task<bool> WriteAsync(Reopening reopening, ActivationCase ended, CancellationToken cancellation)
    {
        try
        {
            await writer.WriteAsync(reopening, cancellation);
            return true;
        }
        catch (DbUpdateException) when (reopening.IsErased)
        {
            heads.Forget(ended.Number);
            return false;
        }
        catch (DbUpdateException)
        {
            if (await heads.HasMovedAsync(ended.Number, ended.Version, cancellation))
                return false;
            throw;
        }
    }

    private sealed class Reopening(
        CaseOpening opening, ActivationCase ended, CaseHead before, EventSealing sealing, MasterKey master) : IJournalWrite
    {
        public string Subject { get; } = $"case {CaseKey.Of(ended.Number)}";

        public required Func<CaseNumber, RecordedEvent> After { get; init; }

        public CaseHead? Head { get; private set; }

        public ActivationCase? Ended { get; private set; }

        public bool IsErased { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await opening.StageAsync(session, cancellation);
            var entry = After(opening.Number!);
            Ended = ended.After(entry);
            var (rows, summary, head) = sealing.Seal(before, [entry], Ended);
            var words = new CaseWords(sealing.WordsOf(summary), HasEnded: true);
            var appending = new CaseAppending(before, rows, summary, words, null, master);
            await appending.StageAsync(session, cancellation);
            (Head, IsErased) = (head, appending.IsErased);
            // Takes the new case back as well.
            if (IsErased)
                throw new DbUpdateException("The case was erased meanwhile.");
        }
    }
}
