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

    private const string Missing =
        """
        SELECT "Case" FROM "Summaries" WHERE "CompletedAt" IS NOT NULL AND "ErasedAt" IS NULL
            AND "Case" > @after AND "Case" <= @last
            AND NOT EXISTS (SELECT 1 FROM "WordPseudonyms" WHERE "WordPseudonyms"."Case" = "Summaries"."Case")
        ORDER BY "Case" LIMIT @most
        """;

    /// <summary>Until no case is without, some hundreds in each transaction; twice is harmless.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var last = 0L;
        while (true)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            var cases = await MissingAsync(context, last, long.MaxValue, AtATime, cancellation);
            if (cases.Count is 0)
                return;
            await writer.WriteAsync(new WordsMaking(cases, pseudonyms), cancellation);
            // What is of nobody's number stays without.
            last = cases[^1];
        }
    }

    private static Task<List<long>> MissingAsync(
        JournalContext context, long after, long last, int most, CancellationToken cancellation) => context.ListAsync(
        Missing, row => row.GetInt64(0), cancellation, ("@after", after), ("@last", last), ("@most", most));

    private sealed class WordsMaking(List<long> cases, CasePseudonyms pseudonyms) : IJournalWrite
    {
        public string Subject => "words of finished cases";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var context = session.Context;
            // An update and no look: whoever erases one of them at this moment comes before it or after it.
            await context.Summaries.Where(row => cases.Contains(row.Case))
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.Search, ""), cancellation);
            var missing = (await MissingAsync(context, cases[0] - 1, cases[^1], int.MaxValue, cancellation)).Intersect(cases)
                .ToList();
            foreach (var row in await context.Summaries.Where(row => missing.Contains(row.Case)).ToListAsync(cancellation))
            {
                if (CaseKey.TryNumberOf(row.Case) is not null)
                    context.AddRange(pseudonyms.WordsOf(row));
            }
        }
    }
}
