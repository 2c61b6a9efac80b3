using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// Holds comments against the access records, which say of each that it was written and when it was settled, and cannot be
/// altered themselves. What a record that is past its term said is not known any more.
/// </summary>
internal sealed class CommentVerification
{
    private readonly Dictionary<string, long> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AccessRow> _settled = new(StringComparer.Ordinal);
    private readonly HashSet<string> _written = new(StringComparer.Ordinal);

    /// <summary>Takes in a record, of whatever kind.</summary>
    public void Note(AccessRow row)
    {
        if (row is not { What: nameof(AccessKind.Comment) or nameof(AccessKind.Settled), Detail: { } id })
            return;
        _cases[id] = row.Case;
        if (row.What is nameof(AccessKind.Settled))
            _settled[id] = row;
        else
            _written.Add(id);
    }

    /// <summary>What does not fit, at the moment that the context sees.</summary>
    public async Task<IReadOnlyList<RecordBreak>> FindAsync(JournalContext context, CancellationToken cancellation)
    {
        if (_cases.Count is 0)
            return [];
        var erased = (await context.Erasures.Select(row => row.Case)
            .Union(context.Summaries.Where(row => row.ErasedAt != null).Select(row => row.Case))
            .ToListAsync(cancellation)).ToHashSet();
        var there = (await context.Comments.Select(row => new Mark(row.Id, row.Case, row.ResolvedAt, row.ResolvedBy))
            .ToListAsync(cancellation)).ToDictionary(one => $"{one.Id}");
        return
        [
            .. from one in _cases
               where !erased.Contains(one.Value)
               let fault = there.TryGetValue(one.Key, out var mark) && mark.Case == one.Value
                   ? FaultOf(one.Key, mark) : RecordFault.CommentMissing
               where fault is not null
               select new RecordBreak(CaseKey.TryNumberOf(one.Value), fault.Value, one.Key),
        ];
    }

    private RecordFault? FaultOf(string id, Mark mark)
    {
        var isAsRecorded = _settled.TryGetValue(id, out var record)
            ? mark.At == record.At && (mark.By == record.ActorName || record.ActorId == Actor.Wizard.Id)
            : mark.At is null || !_written.Contains(id);
        return isAsRecorded ? null : RecordFault.CommentMarkChanged;
    }

    private sealed record Mark(Guid Id, long Case, long? At, string? By);
}
