using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

// The database compares, by the bytes of its column: a comparison that says so in C# has no SQL.
#pragma warning disable CA1309

/// <summary>
/// Finds cases by words without reading a text of any other: a word's beginning is a stretch of an index. A rare word is the way
/// in; where all are common the list is walked in its order, and soon has enough.
/// </summary>
internal static class FinishedWords
{
    // A stretch of this many is read in some milliseconds; beyond it one case in a few dozen has the word.
    private const int Common = 3_000;

    // Follows every pseudonym with the same beginning, in the order of bytes.
    private const string AfterAll = "~";

    /// <summary>The rows in which every word begins one of the case's words.</summary>
    public static async Task<IQueryable<SummaryRow>> PassingAsync(
        JournalContext context, IQueryable<SummaryRow> rows, IReadOnlyList<string> words, CasePseudonyms pseudonyms,
        CancellationToken cancellation)
    {
        var counted = new List<(IReadOnlyList<string> Beginnings, int Count)>();
        foreach (var beginnings in words.Select(pseudonyms.Beginnings))
        {
            var count = 0;
            foreach (var one in beginnings)
                count += await Beginning(context, one).OrderBy(row => row.Pseudonym).Take(Common + 1).CountAsync(cancellation);
            counted.Add((beginnings, count));
        }

        counted.Sort((one, other) => one.Count.CompareTo(other.Count));
        if (counted is [{ Count: <= Common } rarest, ..])
        {
            var found = rarest.Beginnings.Select(one => Beginning(context, one).Select(row => row.Case))
                .Aggregate((one, other) => one.Concat(other));
            rows = rows.Where(row => found.Contains(row.Case));
            counted.RemoveAt(0);
        }

        foreach (var (beginnings, _) in counted)
        {
            // Both are the same where a word is no number.
            var (first, second) = (beginnings[0], beginnings[^1]);
            var (firstEnd, secondEnd) = (first + AfterAll, second + AfterAll);
            rows = rows.Where(row => context.WordPseudonyms.Any(one => one.Case == row.Case
                && ((string.Compare(one.Pseudonym, first) >= 0 && string.Compare(one.Pseudonym, firstEnd) < 0)
                    || (string.Compare(one.Pseudonym, second) >= 0 && string.Compare(one.Pseudonym, secondEnd) < 0))));
        }

        return rows;
    }

    private static IQueryable<WordPseudonymRow> Beginning(JournalContext context, string pseudonym)
    {
        var end = pseudonym + AfterAll;
        return context.WordPseudonyms.Where(
            one => string.Compare(one.Pseudonym, pseudonym) >= 0 && string.Compare(one.Pseudonym, end) < 0);
    }
}
