using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Makes what finished cases are found by, where it is missing: of cases that an earlier version finished, before this one or
/// beside it. It follows from their rows.
/// </summary>
public sealed class WordRefresh(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CasePseudonyms pseudonyms)
{
    private const int AtATime = 500;

    /// <summary>Until no case is without, some hundreds in each transaction; twice is harmless.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var cases = await Missing(context).Where(row => row.Case > last).OrderBy(row => row.Case)
                .Select(row => row.Case).Take(AtATime).ToListAsync(cancellation);
            if (cases.Count is 0)
                return;
            await writer.WriteAsync(new WordsMaking(cases, pseudonyms), cancellation);
            // What is of nobody's number stays without.
            last = cases[^1];
        }
    }

    private static IQueryable<SummaryRow> Missing(JournalContext context) => context.Summaries.Where(
        row => row.CompletedAt != null && row.ErasedAt == null && !context.WordPseudonyms.Any(word => word.Case == row.Case));

    private sealed class WordsMaking(List<long> cases, CasePseudonyms pseudonyms) : IJournalWrite
    {
        public string Subject => "words of finished cases";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var context = session.Context;
            // An update and no look: whoever erases one of them at this moment comes before it or after it.
            await context.Summaries.Where(row => cases.Contains(row.Case))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Search, ""), cancellation);
            foreach (var row in await Missing(context).Where(row => cases.Contains(row.Case)).ToListAsync(cancellation))
            {
                if (CaseKey.TryNumberOf(row.Case) is not null)
                    context.AddRange(pseudonyms.WordsOf(row));
            }
        }
    }
}
