using ActivationWizard.App.Journal.Secrets;
using ActivationWizard.App.Journal.Store;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Reading;

/// <summary>
/// Finds what was changed, removed, reordered, cut off, forged or copied. It needs no case's key, so an erased case verifies
/// too. What it cannot see is a whole database that was put back as it once was: that takes a copy of the heads outside it.
/// </summary>
public sealed class JournalVerification(IDbContextFactory<JournalContext> contexts, HashChain chain)
{
    /// <summary>What is wrong with one case; empty when its chain holds, and when there is no such case.</summary>
    public async Task<IReadOnlyList<JournalBreak>> VerifyAsync(CaseNumber number, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await ChainRows.ReadAsync(context, number, cancellation)).Breaks(chain)];
    }

    /// <summary>What is wrong with any case, those that should be there and are not included.</summary>
    public async Task<IReadOnlyList<JournalBreak>> VerifyAllAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // The counters are read before the cases: what is opened meanwhile is not missed.
        var counters = await context.Counters.ToListAsync(cancellation);
        var present = await context.Summaries.Select(row => row.Case)
            .Union(context.Events.Select(row => row.Case))
            .ToListAsync(cancellation);
        var numbers = present.Select(CaseKey.TryNumberOf).OfType<CaseNumber>().ToHashSet();
        var breaks = counters.SelectMany(Drawn).Where(number => !numbers.Contains(number))
            .Select(number => new JournalBreak(number, 0, CaseFault.CaseMissing))
            .ToList();
        if (numbers.Count < present.Count)
            breaks.Add(new JournalBreak(null, 0, CaseFault.NoSuchNumber));
        foreach (var number in numbers.OrderBy(CaseKey.Of))
            breaks.AddRange((await ChainRows.ReadAsync(context, number, cancellation)).Breaks(chain));
        return breaks;
    }

    private static IEnumerable<CaseNumber> Drawn(CounterRow counter) => Enumerable.Range(1, Math.Max(0, counter.Last))
        .Select(ordinal => CaseKey.TryNumberOf(CaseKey.Of(counter.Year, ordinal)))
        .TakeWhile(number => number is not null)
        .OfType<CaseNumber>();
}
