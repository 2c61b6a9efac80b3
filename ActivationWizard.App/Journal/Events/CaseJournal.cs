using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// The journal in a database. All events of one append have the same moment, and no event is earlier than the one before it,
/// also when the clock was put back: the order of a case is its sequence.
/// </summary>
public sealed class CaseJournal(
    IDbContextFactory<JournalContext> contexts,
    IJournalWriter writer,
    CaseReading reading,
    CaseHeads heads,
    CaseKeys keys,
    EventSealing sealing,
    MasterKey master,
    TimeProvider time) : ICaseJournal
{
    private const int MostRaces = 5;

    public async Task<CaseNumber> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation)
    {
        var intake = intakeKey is null ? null : master.PseudonymOf($"intake {intakeKey}");
        if (intake is not null && await KnownAsync(intake, cancellation) is { } known)
            return known;

        var key = await keys.CreateAsync(cancellation);
        var opening = new CaseOpening(sealing, key, request, actor, intake, time.GetUtcNow());
        await WriteAsync(opening, cancellation);
        if (opening.Head is { } head)
            heads.Remember(opening.Number!, head);
        else
            await keys.DeleteAsync([key.Id], cancellation);
        return opening.Number!;
    }

    /// <summary>
    /// As the port says. Throws <see cref="UnreadableCaseException"/> for a case that cannot be read or was tampered with.
    /// </summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var raw = await reading.ReadAsync(number, cancellation);
        return raw.Break is null ? raw.Entries : throw new UnreadableCaseException(raw.Break);
    }

    public async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfZero(events.Count, nameof(events));
        var (entries, next) = Follow(after, events, actor);
        if (await heads.FindAsync(after.Number, after.Version, cancellation) is not { } head)
            return (AppendOutcome.LostRace, after);

        var (rows, summary, newHead) = sealing.Seal(head, entries, next);
        var appending = new CaseAppending(head, rows, summary, claim, master);
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
        heads.Remember(after.Number, newHead);
        return (AppendOutcome.Appended, next);
    }

    private (IReadOnlyList<RecordedEvent> Entries, ActivationCase Next) Follow(
        ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor)
    {
        var now = time.GetUtcNow();
        var at = now > after.ChangedAt ? now : after.ChangedAt;
        var entries = new List<RecordedEvent>(events.Count);
        foreach (var fact in events)
        {
            var entry = new RecordedEvent(after.Number, after.Version + 1, fact, actor, at);
            entries.Add(entry);
            after = after.After(entry);
        }

        return (entries, after);
    }

    private async Task<CaseNumber?> KnownAsync(string intake, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await CaseOpening.KnownAsync(context, intake, cancellation);
    }

    // What can collide is the row of a new year or of an intake key that two send at once: both are there the next time.
    private async Task WriteAsync(CaseOpening opening, CancellationToken cancellation)
    {
        for (var race = 1; ; race++)
        {
            try
            {
                await writer.WriteAsync(opening, cancellation);
                return;
            }
            catch (DbUpdateException) when (race < MostRaces)
            {
            }
        }
    }
}
