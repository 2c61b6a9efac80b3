using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Integrity;

/// <summary>A case's events in order, with the head they must come to, as they stood at one moment.</summary>
public sealed record ChainRows(CaseNumber Number, ChainHead? Head, IReadOnlyList<EventRow> Events)
{
    /// <summary>
    /// When the case was erased, by its summary or by the record of its erasure, in ticks; null when it was not.
    /// </summary>
    public long? ErasedAt { get; init; } = Head?.ErasedAt;

    /// <summary>Reads all in one statement, so that an append in between cannot make them differ.</summary>
    public static async Task<ChainRows> ReadAsync(JournalContext context, CaseNumber number, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        var heads = context.Summaries.Where(row => row.Case == key).Select(ChainHead.OfRow);
        var erasure = context.Erasures.Where(row => row.Case == key).Select(row => (long?)row.At);
        var found = await (
            from head in heads
            from row in context.Events.Where(row => row.Case == key).DefaultIfEmpty()
            select new { head, row, erased = erasure.FirstOrDefault() }).ToListAsync(cancellation);
        if (found.Count > 0)
            return new ChainRows(
                number, found[0].head, [.. found.Select(one => one.row).OfType<EventRow>().OrderBy(row => row.Sequence)])
            {
                ErasedAt = found[0].head.ErasedAt ?? found[0].erased,
            };

        var orphans = await context.Events.Where(row => row.Case == key).OrderBy(row => row.Sequence).ToListAsync(cancellation);
        return new ChainRows(number, null, orphans) { ErasedAt = await erasure.FirstOrDefaultAsync(cancellation) };
    }

    /// <summary>The keys that the events were encrypted with; one, unless somebody meddled.</summary>
    public IEnumerable<Guid> KeyIds => Events.Select(row => row.KeyId).Distinct();

    /// <summary>Everything that is not as it was written, in the order of the events; empty when the chain holds.</summary>
    public IEnumerable<JournalBreak> Breaks(HashChain chain)
    {
        var (last, hash) = (0, Array.Empty<byte>());
        foreach (var row in Events)
        {
            if (!chain.IsWhole(row))
                yield return new JournalBreak(Number, row.Sequence, CaseFault.Changed);
            else if (row.Sequence != last + 1 || !HashChain.Same(row.PreviousHash, hash))
                yield return new JournalBreak(Number, row.Sequence, CaseFault.OutOfOrder);
            (last, hash) = (row.Sequence, row.Hash);
        }

        if (HeadBreak(chain, last, hash) is { } broken)
            yield return broken;
    }

    private JournalBreak? HeadBreak(HashChain chain, int last, byte[] hash)
    {
        if (Head is null)
            return last is 0 ? null : new JournalBreak(Number, 0, CaseFault.HeadMissing);
        if (!chain.IsSealed(Head))
            return new JournalBreak(Number, 0, CaseFault.HeadForged);
        return last.CompareTo(Head.Version) switch
        {
            < 0 => new JournalBreak(Number, last + 1, CaseFault.Truncated),
            > 0 => new JournalBreak(Number, Head.Version + 1, CaseFault.BeyondHead),
            _ => HashChain.Same(Head.Hash, hash) ? null : new JournalBreak(Number, last, CaseFault.Changed),
        };
    }
}
