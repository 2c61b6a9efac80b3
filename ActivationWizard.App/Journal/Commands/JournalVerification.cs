using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>What a look at the whole journal came to.</summary>
/// <param name="Cases">How many cases there are.</param>
/// <param name="Events">How many events they have together.</param>
/// <param name="Erased">How many of the cases were erased: their chain holds and nobody can read them.</param>
/// <param name="Breaks">Everything that does not fit, by case and event; empty when all does.</param>
public sealed record JournalFindings(int Cases, long Events, int Erased, IReadOnlyList<JournalBreak> Breaks);

/// <summary>
/// Finds what was changed, removed, reordered, cut off, forged or copied. Chains need no case's key, so an erased case verifies
/// too. What it cannot see is a whole database that was put back as it once was: that takes a copy of the heads outside it.
/// </summary>
public sealed class JournalVerification(
    IDbContextFactory<JournalContext> contexts, HashChain chain, CaseReading reading, CaseKeys keys)
{
    private const int CasesAtATime = 400;

    /// <summary>What is wrong with the chain of one case; empty when it holds, and when there is no such case.</summary>
    public async Task<IReadOnlyList<JournalBreak>> VerifyAsync(CaseNumber number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await ChainRows.ReadAsync(context, number, cancellation)).Breaks(chain)];
    }

    /// <summary>What is wrong with the chain of any case, those that should be there and are not included.</summary>
    public async Task<IReadOnlyList<JournalBreak>> VerifyAllAsync(CancellationToken cancellation) =>
        (await CheckAsync(withContents: false, cancellation)).Breaks;

    /// <summary>
    /// Chains and contents: every event is opened with its case's key, read, and run through the state machine. What was erased
    /// can only be verified by its chain, and is no break.
    /// </summary>
    public Task<JournalFindings> CheckAllAsync(CancellationToken cancellation) => CheckAsync(withContents: true, cancellation);

    private async Task<JournalFindings> CheckAsync(bool withContents, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // The counters are read before the cases: what is opened meanwhile is not missed.
        var counters = await context.Counters.ToListAsync(cancellation);
        var skipped = await context.Epochs.Where(row => row.Year != null).ToListAsync(cancellation);
        var (numbers, missing) = await NumbersAsync(context, counters, skipped, cancellation);
        var (breaks, events, erased) = (new List<JournalBreak>(), 0L, 0);
        await foreach (var some in ChainRows.ReadAllAsync(context, cancellation)
            .Chunk(CasesAtATime).WithCancellation(cancellation))
        {
            var known = withContents ? await keys.FindManyAsync([.. some.SelectMany(rows => rows.KeyIds)], cancellation) : null;
            breaks.AddRange(some.SelectMany(rows => Of(rows, known)));
            events += some.Sum(rows => (long)rows.Events.Count);
            erased += some.Count(rows => rows.Head?.ErasedAt is not null);
        }

        foreach (var orphan in numbers.Orphans)
            breaks.AddRange((await ChainRows.ReadAsync(context, orphan, cancellation)).Breaks(chain));
        return new JournalFindings(
            numbers.Present, events, erased,
            [.. missing, .. breaks.OrderBy(one => CaseKey.Of(one.Number!)).ThenBy(one => one.Sequence)]);
    }

    private List<JournalBreak> Of(ChainRows rows, IReadOnlyDictionary<Guid, DataKey>? known)
    {
        var breaks = rows.Breaks(chain).ToList();
        if (known is not null && reading.Open(rows, known).Break is { What: not CaseFault.Erased } unread
            && !breaks.Contains(unread))
            breaks.Add(unread);
        return breaks;
    }

    private static async Task<((int Present, IReadOnlyList<CaseNumber> Orphans) Numbers, IReadOnlyList<JournalBreak> Missing)>
        NumbersAsync(
            JournalContext context, IEnumerable<CounterRow> counters, IReadOnlyList<EpochRow> skipped,
            CancellationToken cancellation)
    {
        var heads = await context.Summaries.Select(row => row.Case).ToListAsync(cancellation);
        var loose = await context.Events.Where(row => !context.Summaries.Any(head => head.Case == row.Case))
            .Select(row => row.Case)
            .Distinct()
            .ToListAsync(cancellation);
        var numbers = heads.Concat(loose).Select(CaseKey.TryNumberOf).OfType<CaseNumber>().ToHashSet();
        var missing = counters.SelectMany(Drawn)
            .Where(number => !numbers.Contains(number) && !skipped.Any(one => IsIn(one, number)))
            .Select(number => new JournalBreak(number, 0, CaseFault.CaseMissing))
            .ToList();
        if (numbers.Count < heads.Count + loose.Count)
            missing.Add(new JournalBreak(null, 0, CaseFault.NoSuchNumber));
        return ((numbers.Count, [.. loose.Select(CaseKey.TryNumberOf).OfType<CaseNumber>()]), missing);
    }

    // Passed over when the installation went back: cases of the time that was lost may have them.
    private static bool IsIn(EpochRow epoch, CaseNumber number) =>
        epoch.Year == number.Year && epoch.SkippedFrom <= number.Ordinal && number.Ordinal <= epoch.SkippedTo;

    private static IEnumerable<CaseNumber> Drawn(CounterRow counter) => Enumerable.Range(1, Math.Max(0, counter.Last))
        .Select(ordinal => CaseKey.TryNumberOf(CaseKey.Of(counter.Year, ordinal)))
        .TakeWhile(number => number is not null)
        .OfType<CaseNumber>();
}
