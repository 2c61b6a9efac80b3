using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// At the first start of a version that seals records: what is there is sealed as it is, and the access records are counted. From
/// then on whatever has no seal was put there by somebody else. Comments are taken into the access records in the same way.
/// </summary>
public sealed class RecordBaseline(RecordSeals seals, IJournalWriter writer)
{
    private const string Uncounted =
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM "Comments") AND NOT EXISTS (SELECT 1 FROM "Looks" WHERE "What" = @comment)
        """;

    private const string Unsealed =
        """
        SELECT 1 WHERE EXISTS (SELECT 1 FROM "Epochs" WHERE "Seal" IS NULL)
            OR EXISTS (SELECT 1 FROM "Erasures" WHERE "Seal" IS NULL)
        """;

    private const string Begin =
        """
        INSERT INTO "RecordHeads" ("Id", "Accesses", "LastAccess", "Unsealed", "Seal")
        VALUES (@id, @accesses, @last, @unsealed, @seal)
        """;

    /// <summary>Does nothing where it was done. For one process at a time.</summary>
    public async Task SetAsync(JournalContext journal, CancellationToken cancellation)
    {
        if (!await journal.HasRowAsync("""SELECT 1 FROM "RecordHeads" LIMIT 1""", cancellation))
            await SealAsync(journal, cancellation);
        if (await journal.HasRowAsync(Uncounted, cancellation, ("@comment", nameof(AccessKind.Comment))))
            await TakeOverAsync(journal, cancellation);
    }

    // As they stand: who marked one as settled is known by name only.
    private async Task TakeOverAsync(JournalContext journal, CancellationToken cancellation)
    {
        var rows = new List<AccessRow>();
        foreach (var one in await journal.Comments.OrderBy(row => row.At).ToListAsync(cancellation))
        {
            var author = Enum.TryParse<Role>(one.AuthorRole, out var role)
                ? new Actor(one.AuthorId, one.AuthorName, role) : Actor.Wizard;
            rows.Add(AccessRows.Of(
                one.Case, AccessKind.Comment, AccessGround.Work, author, one.At, detail: $"{one.Id}"));
            if (one.ResolvedAt is { } at)
                rows.Add(AccessRows.Of(
                    one.Case, AccessKind.Settled, AccessGround.Work, Actor.Wizard, at, detail: $"{one.Id}"));
        }

        if (rows.Count > 0)
            await writer.WriteAsync(new AccessAppending(rows, seals), cancellation);
    }

    private async Task SealAsync(JournalContext journal, CancellationToken cancellation)
    {
        await using var transaction = await journal.Database.BeginTransactionAsync(cancellation);
        if (await journal.HasRowAsync(Unsealed, cancellation))
            await SealRowsAsync(journal, cancellation);
        var head = new RecordHeadRow
        {
            Unsealed = (await journal.ListAsync("SELECT COUNT(*) FROM \"Looks\"", row => row.GetInt64(0), cancellation))[0],
        };
        await journal.ChangeAsync(
            Begin, cancellation, ("@id", head.Id), ("@accesses", head.Accesses), ("@last", head.LastAccess),
            ("@unsealed", head.Unsealed), ("@seal", seals.Of(head)));
        await transaction.CommitAsync(cancellation);
    }

    private async Task SealRowsAsync(JournalContext journal, CancellationToken cancellation)
    {
        foreach (var epoch in await journal.Epochs.Where(row => row.Seal == null).ToListAsync(cancellation))
        {
            var seal = seals.Of(epoch);
            await journal.Epochs.Where(row => row.Number == epoch.Number)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Seal, seal), cancellation);
        }

        foreach (var erasure in await journal.Erasures.Where(row => row.Seal == null).ToListAsync(cancellation))
        {
            var left = await journal.Summaries.SingleOrDefaultAsync(row => row.Case == erasure.Case, cancellation);
            var seal = seals.Of(erasure, left);
            await journal.Erasures.Where(row => row.Case == erasure.Case)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Seal, seal), cancellation);
        }
    }
}
