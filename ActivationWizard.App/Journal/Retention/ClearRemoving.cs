using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>A part of what <see cref="ClearRemoval"/> takes away, in one transaction.</summary>
internal sealed class ClearRemoving(CasePseudonyms pseudonyms) : IJournalWrite
{
    private const int RowsAtATime = 500;
    private const int WordsAtATime = 5_000;

    public string Subject => "what stands in clear";

    /// <summary>How many rows; 0 when nothing is left.</summary>
    public int Removed { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        Removed = await SummariesAsync(context, cancellation) + await WordsAsync(context, cancellation)
            + await OfErasedAsync(context, cancellation);
    }

    private async Task<int> SummariesAsync(JournalContext context, CancellationToken cancellation)
    {
        var rows = await context.Summaries
            .Where(row => row.Search != ""
                || (row.PartyId != null && row.PartyId != "" && !row.PartyId.StartsWith(CasePseudonyms.Mark))
                || (row.Household != null && row.Household != "" && !row.Household.StartsWith(CasePseudonyms.Mark)))
            .OrderBy(row => row.Case)
            .Select(row => new { row.Case, row.PartyId, row.Household })
            .Take(RowsAtATime)
            .ToListAsync(cancellation);
        var changed = 0;
        foreach (var row in rows)
        {
            var (party, household) = (pseudonyms.Kept(row.PartyId), pseudonyms.Kept(row.Household));
            // Who goes on with the case meanwhile has written what is right.
            changed += await context.Summaries
                .Where(one => one.Case == row.Case && one.PartyId == row.PartyId && one.Household == row.Household)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(one => one.Search, "")
                        .SetProperty(one => one.PartyId, party)
                        .SetProperty(one => one.Household, household),
                    cancellation);
        }

        return changed;
    }

    // One stays, which is a case's number: PostgreSQL makes no statistics of an empty table, and keeps those with the words.
    private static async Task<int> WordsAsync(JournalContext context, CancellationToken cancellation)
    {
        var words = context.SearchWords.OrderBy(row => row.Case).ThenBy(row => row.Word);
        if (await words.FirstOrDefaultAsync(cancellation) is not { } first)
            return 0;
        var kept = CaseKey.TryNumberOf(first.Case) is { } number ? SearchText.NumbersOf(number.ToString())[0] : null;
        var upTo = await words.Skip(WordsAtATime - 1).Select(row => (long?)row.Case).FirstOrDefaultAsync(cancellation)
            ?? long.MaxValue;
        return await context.SearchWords
            .Where(row => row.Case <= upTo && !(row.Case == first.Case && row.Word == kept))
            .ExecuteDeleteAsync(cancellation);
    }

    // An earlier version that erases one knows nothing of these.
    private static async Task<int> OfErasedAsync(JournalContext context, CancellationToken cancellation)
    {
        var erased = await context.Erasures.Where(row => context.WordPseudonyms.Any(word => word.Case == row.Case))
            .Select(row => row.Case).Take(RowsAtATime).ToListAsync(cancellation);
        return erased.Count is 0
            ? 0
            : await context.WordPseudonyms.Where(row => erased.Contains(row.Case)).ExecuteDeleteAsync(cancellation);
    }
}
