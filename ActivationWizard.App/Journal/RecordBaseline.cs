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
    /// <summary>Does nothing where it was done. For one process at a time.</summary>
    public async Task SetAsync(JournalContext journal, CancellationToken cancellation)
    {
        if (!await journal.RecordHeads.AnyAsync(cancellation))
            await SealAsync(journal, cancellation);
        if (await journal.Comments.AnyAsync(cancellation)
            && !await journal.Looks.AnyAsync(row => row.What == nameof(AccessKind.Comment), cancellation))
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

        var head = new RecordHeadRow { Unsealed = await journal.Looks.LongCountAsync(cancellation) };
        head.Seal = seals.Of(head);
        journal.Add(head);
        await journal.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        journal.ChangeTracker.Clear();
    }
}
