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

    // Follows every word with the same beginning, in the order of bytes.
    private const string AfterAll = "\U0010FFFF";

    /// <summary>The rows in which every word begins one of the case's words.</summary>
    public static async Task<IQueryable<SummaryRow>> PassingAsync(
        JournalContext context, IQueryable<SummaryRow> rows, IReadOnlyList<string> words, CancellationToken cancellation)
    {
        var counted = new List<(string Word, int Count)>();
        foreach (var word in words)
            counted.Add(
                (word, await Beginning(context, word).OrderBy(row => row.Word).Take(Common + 1).CountAsync(cancellation)));

        counted.Sort((one, other) => one.Count.CompareTo(other.Count));
        if (counted is [{ Count: <= Common } rarest, ..])
        {
            var found = Beginning(context, rarest.Word).Select(row => row.Case);
            rows = rows.Where(row => found.Contains(row.Case));
            counted.RemoveAt(0);
        }

        foreach (var (word, _) in counted)
        {
            var end = word + AfterAll;
            rows = rows.Where(row => context.SearchWords.Any(one =>
                one.Case == row.Case && string.Compare(one.Word, word) >= 0 && string.Compare(one.Word, end) < 0));
        }

        return rows;
    }

    private static IQueryable<SearchWordRow> Beginning(JournalContext context, string word)
    {
        var end = word + AfterAll;
        return context.SearchWords.Where(one => string.Compare(one.Word, word) >= 0 && string.Compare(one.Word, end) < 0);
    }
}
