using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Gives cases that were finished by an earlier version what lists and guard G2 are made of since: words to be found by, how long
/// they took, what was out of the ordinary, and the address that a code was asked for at. Everything follows from the journal; a
/// case that has it is left alone.
/// </summary>
public sealed class FinishedRefresh(IDbContextFactory<JournalContext> contexts, CaseReading reading)
{
    private const int AtATime = 200;

    /// <summary>Until no case is without; twice is harmless.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        while (await SomeAsync(cancellation))
        {
        }
    }

    private async Task<bool> SomeAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt != null
                && (row.Took == null || (row.Household == null && row.CodeSentAt != null && row.ErasedAt == null)))
            .OrderBy(row => row.Case)
            .Take(AtATime)
            .ToListAsync(cancellation);
        if (rows.Count is 0)
            return false;

        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        foreach (var row in rows)
            await RefreshAsync(context, row, cancellation);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task RefreshAsync(JournalContext context, SummaryRow row, CancellationToken cancellation)
    {
        var folded = CaseKey.TryNumberOf(row.Case) is { } number
            && await reading.ReadAsync(number, cancellation) is { Break: null } raw
            ? raw.Case
            : null;
        var (marks, household) = (folded?.Marks ?? CaseMarks.None, folded is null ? "" : TenantKeys.At(folded.Request.Address));
        var signs = SummaryColumns.Read(row) is { } summary
            ? (int)MarksColumns.SignsOf(summary with { Marks = marks }) : row.Signs;
        var (name, text, took) = (SearchText.SortName(row.Name), MarksColumns.TextOf(marks), row.CompletedAt - row.OpenedAt);
        await context.SearchWords.Where(word => word.Case == row.Case).ExecuteDeleteAsync(cancellation);
        await context.Summaries.Where(one => one.Case == row.Case).ExecuteUpdateAsync(
            set => set.SetProperty(one => one.SortName, name)
                .SetProperty(one => one.Signs, signs)
                .SetProperty(one => one.Marks, text)
                .SetProperty(one => one.Household, one => one.ErasedAt == null ? household : null)
                .SetProperty(one => one.Took, took),
            cancellation);
        if (CaseKey.TryNumberOf(row.Case) is not null)
            context.AddRange(JournalSession.WordsOf(row));
    }
}
