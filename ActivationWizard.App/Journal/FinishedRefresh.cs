using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Makes the rows of cases that were finished by an earlier version anew: the summary, which lists and guard G2 are made of, and
/// the words that a case is found by. Everything follows from the journal; a case that has it is left alone.
/// </summary>
public sealed class FinishedRefresh(
    IDbContextFactory<JournalContext> contexts, CaseReading reading, CasePseudonyms pseudonyms, WordRefresh words)
{
    private const int AtATime = 200;

    // A version that does not know since when a case is in its state leaves the moment that stood there.
    private const string Stale =
        """
        SELECT "Case" FROM "Summaries" WHERE "CompletedAt" IS NOT NULL AND ("Took" IS NULL OR "Waited" IS NULL
            OR "StateSince" < "CompletedAt" OR ("Household" IS NULL AND "CodeSentAt" IS NOT NULL AND "ErasedAt" IS NULL))
        ORDER BY "Case" LIMIT @most
        """;

    /// <summary>Until no case is without; twice is harmless.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await SomeAsync(cancellation))
        {
        }

        await words.RunAsync(cancellation);
    }

    private async Task<bool> SomeAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var stale = await context.ListAsync(Stale, row => row.GetInt64(0), cancellation, ("@most", AtATime));
        if (stale.Count is 0)
            return false;

        var rows = await context.Summaries.Where(row => stale.Contains(row.Case)).OrderBy(row => row.Case)
            .ToListAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var row in rows)
            await RefreshAsync(context, row, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task RefreshAsync(JournalContext context, SummaryRow row, CancellationToken cancellation)
    {
        var folded = row.ErasedAt is null && CaseKey.TryNumberOf(row.Case) is { } number
            && await reading.ReadAsync(number, cancellation) is { Break: null } raw
            ? raw.Case
            : null;
        var fresh = folded is null ? row : SummaryColumns.Of(CaseSummary.Of(folded), pseudonyms);
        (fresh.HeadHash, fresh.HeadSeal, fresh.KeyId) = (row.HeadHash, row.HeadSeal, row.KeyId);
        fresh.RulesVersion = row.RulesVersion;
        // What cannot be read keeps what it has, but for what follows from the row itself.
        fresh.Took = row.CompletedAt - row.OpenedAt;
        fresh.Waited ??= Math.Max(0, row.CompletedAt!.Value - row.ReceivedAt);
        if (fresh.StateSince < row.CompletedAt)
            fresh.StateSince = row.CompletedAt;
        fresh.SortName = SearchText.SortName(fresh.Name);
        if (row.ErasedAt is null)
            fresh.Household ??= "";
        context.Update(fresh);
        // What it is found by is then missing, and made of the row.
        await context.SearchWords.Where(word => word.Case == row.Case).ExecuteDeleteAsync(cancellation);
        await context.WordPseudonyms.Where(word => word.Case == row.Case).ExecuteDeleteAsync(cancellation);
    }
}
