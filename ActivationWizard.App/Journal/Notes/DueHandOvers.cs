using System.Text;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>What a team lead decided about a case of somebody who is away, while it was being carried out.</summary>
public sealed record DueHandOver(CaseNumber Number, PassOn Answer, Actor By, DateTimeOffset At);

/// <summary>
/// The cases that are handed over as soon as they may be. An effect that is under way needs its outcome to be the next event, so
/// that this stands beside the journal until then. It is in the database: a restart loses none, and any instance does it.
/// </summary>
public sealed class DueHandOvers(IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseKeys keys)
{
    /// <summary>Puts it, in place of an earlier one of the case; false when there is no such open case.</summary>
    public async Task<bool> PutAsync(DueHandOver due, CancellationToken cancellation)
    {
        due.By.Demand(Operation.Reassign);
        var @case = CaseKey.Of(due.Number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var head = await context.Summaries.Where(row => row.Case == @case && row.CompletedAt == null).Select(ChainHead.OfRow)
            .SingleOrDefaultAsync(cancellation);
        if (head is null || await keys.FindAsync(head.KeyId, cancellation) is not { } key)
            return false;
        var row = new DueHandOverRow
        {
            Case = @case,
            FromId = due.Answer.FromId,
            ToId = due.Answer.To?.Id,
            ToName = due.Answer.To?.Name,
            ById = due.By.Id,
            ByName = due.By.Name,
            Act = due.Answer.Act,
            At = due.At.UtcTicks,
            Payload = [],
            KeyId = key.Id,
        };
        row.Payload = SealedBox.Close(
            key.Bytes, Encoding.UTF8.GetBytes(SearchText.Storable(due.Answer.Reason)), Envelope.PlaceOf(row));
        await writer.WriteAsync(new Replacing(row.Case, row), cancellation);
        return true;
    }

    /// <summary>Those that wait, the first decided first; what cannot be read is left out.</summary>
    public async Task<IReadOnlyList<DueHandOver>> AllAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.DueHandOvers.OrderBy(row => row.At).ToListAsync(cancellation);
        if (rows.Count is 0)
            return [];
        var known = await keys.FindManyAsync([.. rows.Select(row => row.KeyId).Distinct()], cancellation);
        return [.. rows.Select(row => Read(row, known.GetValueOrDefault(row.KeyId))).OfType<DueHandOver>()];
    }

    /// <summary>It was done, or there is nothing left to hand over.</summary>
    public Task RemoveAsync(CaseNumber number, CancellationToken cancellation) =>
        writer.WriteAsync(new Replacing(CaseKey.Of(number), null), cancellation);

    private static DueHandOver? Read(DueHandOverRow row, DataKey? key) =>
        key is not null && CaseKey.TryNumberOf(row.Case) is { } number
        && SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row)) is { } reason
            ? new DueHandOver(
                number,
                new PassOn(
                    row.FromId,
                    row.ToId is null ? null : new Actor(row.ToId, row.ToName ?? row.ToId, Role.Employee),
                    Encoding.UTF8.GetString(reason))
                {
                    Act = row.Act,
                },
                new Actor(row.ById, row.ByName, Role.TeamLead),
                new DateTimeOffset(row.At, TimeSpan.Zero))
            : null;

    private sealed class Replacing(long @case, DueHandOverRow? row) : IJournalWrite
    {
        public string Subject { get; } = $"hand over {@case}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await session.Context.DueHandOvers.Where(one => one.Case == @case).ExecuteDeleteAsync(cancellation);
            if (row is not null)
                session.Context.Add(row);
        }
    }
}
