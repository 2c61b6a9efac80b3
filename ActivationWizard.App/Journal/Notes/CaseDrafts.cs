using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>
/// What somebody filled in for a question of a case, by the field's id, and when the last of it was kept; null when nothing was.
/// </summary>
public sealed record Draft(IReadOnlyDictionary<string, string> Fields, DateTimeOffset? KeptAt)
{
    /// <summary>Nothing was filled in.</summary>
    public static Draft None { get; } = new(new Dictionary<string, string>(), null);
}

/// <summary>
/// What was filled in and not sent: of one person, for one question of one open case, and of no use to anybody else. It is
/// encrypted with the case's own key and gone when the case is over; it is never an answer, and never in the case's chain.
/// </summary>
public sealed class CaseDrafts(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseKeys keys, CaseReading reading, TimeProvider time)
{
    /// <summary>The most fields that one person has in one case.</summary>
    public const int MostFields = 60;

    /// <summary>
    /// The most characters of a field: those of the longest reply, with room for what is taken out of it later.
    /// </summary>
    public const int LongestField = 12_000;

    private const int LongestName = 80;

    /// <summary>
    /// Keeps the fields, beside those that are kept for the question, and gives the moment; null when the case is over or not
    /// this person's to answer, when the question is not asked any more, and when it is too much.
    /// </summary>
    public async Task<DateTimeOffset?> KeepAsync(
        CaseNumber number, int question, IReadOnlyDictionary<string, string> fields, Actor actor, CancellationToken cancellation)
    {
        if (fields.Count is 0 or > MostFields
            || fields.Any(one => one.Key.Length is 0 or > LongestName || one.Value.Length > LongestField))
            return null;

        if (await KeyOfAsync(number, actor, cancellation) is not { } key)
            return null;

        var (@case, now) = (CaseKey.Of(number), time.GetUtcNow());
        var rows = fields.Select(one =>
        {
            var row = new DraftRow
            {
                Case = @case,
                PersonId = actor.Id,
                Field = SearchText.Storable(one.Key),
                Question = question,
                Payload = [],
                At = now.UtcTicks,
            };
            row.Payload = SealedBox.Close(key.Bytes, Encoding.UTF8.GetBytes(one.Value), Envelope.PlaceOf(row));
            return row;
        });
        var keeping = new Keeping([.. rows.DistinctBy(row => row.Field)], @case, actor.Id, question);
        // Another instance may have put some of the fields there.
        await writer.WriteRacingAsync(keeping, cancellation);
        return keeping.IsKept ? now : null;
    }

    /// <summary>What this person filled in for the question that the case asks now.</summary>
    public async Task<Draft> OfAsync(CaseNumber number, int question, Actor actor, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var @case = CaseKey.Of(number);
        var rows = await context.Drafts.Where(row => row.Case == @case && row.PersonId == actor.Id && row.Question == question)
            .ToListAsync(cancellation);
        if (rows.Count is 0 || await KeyOfAsync(number, actor, cancellation) is not { } key)
            return Draft.None;

        var fields = new Dictionary<string, string>();
        foreach (var row in rows)
        {
            if (SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row)) is { } text)
                fields[row.Field] = Encoding.UTF8.GetString(text);
        }

        return new Draft(fields, new DateTimeOffset(rows.Max(row => row.At), TimeSpan.Zero));
    }

    // The key of an open case that this person may answer: by its events, which are sealed, and not by its summary.
    private async Task<DataKey?> KeyOfAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!actor.May(Operation.KeepDraft)
            || await reading.ReadAsync(number, cancellation) is not { Break: null, Case: { State.IsFinal: false } open }
            || (actor.Role is not Role.TeamLead && open.Handler?.Id != actor.Id))
            return null;
        var @case = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = await context.Events.Where(row => row.Case == @case && row.Sequence == 1)
            .Select(row => row.KeyId)
            .SingleOrDefaultAsync(cancellation);
        return await keys.FindAsync(id, cancellation);
    }

    private sealed class Keeping(IReadOnlyList<DraftRow> rows, long @case, string personId, int question) : IJournalWrite
    {
        public string Subject { get; } = $"draft {@case} {personId}";

        public bool IsKept { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var own = session.Context.Drafts.Where(row => row.Case == @case && row.PersonId == personId);
            IsKept = !await own.AnyAsync(row => row.Question > question, cancellation)
                && await session.Context.Summaries.AnyAsync(
                    row => row.Case == @case && row.CompletedAt == null && row.Version >= question, cancellation);
            if (!IsKept)
                return;

            await own.Where(row => row.Question < question).ExecuteDeleteAsync(cancellation);
            foreach (var row in rows)
                await PutAsync(session.Context, own.Where(one => one.Field == row.Field), row, cancellation);
            await session.Context.SaveChangesAsync(cancellation);
        }

        private static async Task PutAsync(
            JournalContext context, IQueryable<DraftRow> place, DraftRow row, CancellationToken cancellation)
        {
            var isThere = await place.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Question, row.Question)
                    .SetProperty(one => one.Payload, row.Payload).SetProperty(one => one.At, row.At),
                cancellation) is 1;
            if (!isThere)
                context.Add(row);
        }
    }
}
