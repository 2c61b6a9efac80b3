using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Queries;

// The database compares, by the bytes of its column: a comparison that says so in C# has no SQL.
#pragma warning disable CA1309

/// <summary>The orders of the list, each along an index and without two cases in the same place.</summary>
internal static class FinishedOrder
{
    /// <summary>The rows in that order, those after <paramref name="last"/> when it is given.</summary>
    public static IQueryable<SummaryRow> From(
        this IQueryable<SummaryRow> rows, FinishedSort sort, SummaryRow? last) => sort switch
        {
            FinishedSort.Oldest => Oldest(rows, last),
            FinishedSort.Name => ByName(rows, last),
            FinishedSort.Longest => Longest(rows, last),
            FinishedSort.Number =>
                (last is null ? rows : rows.Where(row => row.Case < last.Case)).OrderByDescending(row => row.Case),
            _ => Newest(rows, last),
        };

    private static IQueryable<SummaryRow> Newest(IQueryable<SummaryRow> rows, SummaryRow? last)
    {
        if (last is not null)
            rows = rows.Where(
                row => row.CompletedAt <= last.CompletedAt && (row.CompletedAt < last.CompletedAt || row.Case < last.Case));
        return rows.OrderByDescending(row => row.CompletedAt).ThenByDescending(row => row.Case);
    }

    private static IQueryable<SummaryRow> Oldest(IQueryable<SummaryRow> rows, SummaryRow? last)
    {
        if (last is not null)
            rows = rows.Where(
                row => row.CompletedAt >= last.CompletedAt && (row.CompletedAt > last.CompletedAt || row.Case > last.Case));
        return rows.OrderBy(row => row.CompletedAt).ThenBy(row => row.Case);
    }

    private static IQueryable<SummaryRow> Longest(IQueryable<SummaryRow> rows, SummaryRow? last)
    {
        if (last is not null)
            rows = rows.Where(row => row.Waited <= last.Waited && (row.Waited < last.Waited || row.Case < last.Case));
        return rows.OrderByDescending(row => row.Waited).ThenByDescending(row => row.Case);
    }

    private static IQueryable<SummaryRow> ByName(IQueryable<SummaryRow> rows, SummaryRow? last)
    {
        if (last is not null)
        {
            rows = rows.Where(row => string.Compare(row.SortName, last.SortName) >= 0
                && (string.Compare(row.SortName, last.SortName) > 0 || row.Case > last.Case));
        }

        return rows.OrderBy(row => row.SortName).ThenBy(row => row.Case);
    }
}
