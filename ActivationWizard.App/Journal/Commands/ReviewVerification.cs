using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Holds reviews against the access records, which say of each that it was given, by whom, when and how it judged, and cannot be
/// altered themselves. What a record that is past its term said is not known any more.
/// </summary>
internal sealed class ReviewVerification
{
    // Of two instances one may have been behind.
    private static readonly TimeSpan Apart = TimeSpan.FromDays(1);

    private readonly Dictionary<long, AccessRow> _given = [];
    private long _first = long.MaxValue;

    /// <summary>Takes in a record, of whatever kind.</summary>
    public void Note(AccessRow row)
    {
        _first = Math.Min(_first, row.At);
        if (row.What is nameof(AccessKind.Review))
            _given[row.Case] = row;
    }

    /// <summary>What does not fit, at the moment that the context sees.</summary>
    /// <param name="areAllThere">No record is past its term: each review has one.</param>
    public async Task<IReadOnlyList<RecordBreak>> FindAsync(
        JournalContext context, bool areAllThere, CancellationToken cancellation)
    {
        var there = (await context.Reviews.Where(row => row.ReviewedAt != null)
            .Select(row => new Mark(row.Case, row.ReviewedAt!.Value, row.ReviewerId, row.Assessment))
            .ToListAsync(cancellation)).ToDictionary(one => one.Case);
        return
        [
            .. from one in _given.Where(one => !there.TryGetValue(one.Key, out var mark) || !Fits(mark, one.Value))
                   .Select(one => one.Key)
                   .Concat(there.Values.Where(mark => !_given.ContainsKey(mark.Case)
                       && (areAllThere || mark.At - Apart.Ticks > _first)).Select(mark => mark.Case))
               select new RecordBreak(CaseKey.TryNumberOf(one), RecordFault.ReviewChanged),
        ];
    }

    // An earlier version did not record how it judged.
    private static bool Fits(Mark mark, AccessRow record) => mark.At == record.At && mark.By == record.ActorId
        && (record.Detail is null || record.Detail == mark.Assessment);

    private sealed record Mark(long Case, long At, string? By, string? Assessment);
}
