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
/// <param name="Breaks">Everything in the chains that does not fit, by case and event; empty when all does.</param>
public sealed record JournalFindings(int Cases, long Events, int Erased, IReadOnlyList<JournalBreak> Breaks)
{
    /// <summary>Everything beside the chains that does not fit, by case; empty when all does.</summary>
    public IReadOnlyList<RecordBreak> Beside { get; init; } = [];
}

/// <summary>
/// Finds what was changed, removed, reordered, cut off, forged or copied: in the chains of the cases, in what lists are made of,
/// and in the records beside them. Chains need no case's key, so an erased case verifies too. What it cannot see is
/// that all of it was put back as it once was: see <see cref="CheckpointComparison"/>.
/// </summary>
public sealed class JournalVerification(
    IDbContextFactory<JournalContext> contexts, HashChain chain, CaseReading reading, CaseKeys keys,
    RecordVerification records, CasePseudonyms pseudonyms)
{
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
    /// Chains, contents and records: every event is opened with its case's key, read, and run through the state machine, and what
    /// the case comes to is compared with its summary. What was erased can only be verified by its chain, and is no break.
    /// </summary>
    public Task<JournalFindings> CheckAllAsync(CancellationToken cancellation) => CheckAsync(withContents: true, cancellation);

    private async Task<JournalFindings> CheckAsync(bool withContents, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await OneMoment.BeginAsync(context, cancellation);
        var (present, beside, breaks) = (new HashSet<long>(), new List<RecordBreak>(), new List<JournalBreak>());
        var (cases, events, erased, isOdd) = (0, 0L, 0, false);
        await foreach (var some in CaseRecords.ReadAllAsync(context, cancellation))
        {
            var ids = some.SelectMany(one => one.Events.Select(row => row.KeyId)).Distinct().ToList();
            var known = withContents ? await keys.FindManyAsync(ids, cancellation) : null;
            foreach (var one in some)
            {
                // Notes alone make no case.
                var isCase = one.Summary is not null || one.Events.Count > 0;
                isOdd |= isCase && one.Chain() is null;
                if (!isCase || one.Chain() is not { } rows)
                {
                    beside.Add(new RecordBreak(CaseKey.TryNumberOf(one.Case), RecordFault.NoSuchCase));
                    continue;
                }

                present.Add(one.Case);
                (cases, events, erased) = (cases + 1, events + rows.Events.Count, erased + (one.ErasedAt is null ? 0 : 1));
                breaks.AddRange(rows.Breaks(chain));
                if (known is not null)
                    Check(one, rows, known, breaks, beside);
            }
        }

        if (withContents)
            beside.AddRange(await records.FindAsync(context, cancellation));
        var missing = await MissingAsync(context, present, cancellation);
        if (isOdd)
            missing.Add(new JournalBreak(null, 0, CaseFault.NoSuchNumber));
        return new JournalFindings(cases, events, erased, [.. missing, .. breaks]) { Beside = beside };
    }

    private void Check(
        CaseRecords one, ChainRows rows, IReadOnlyDictionary<Guid, DataKey> known, List<JournalBreak> breaks,
        List<RecordBreak> beside)
    {
        var raw = reading.Open(rows, known);
        if (raw.Break is { What: not CaseFault.Erased } unread && !breaks.Contains(unread))
            breaks.Add(unread);
        if (one.ErasedAt is not null)
        {
            if (rows.KeyIds.Any(known.ContainsKey))
                beside.Add(new RecordBreak(rows.Number, RecordFault.KeyOfErased));
            if (one.Erasure is null)
                beside.Add(new RecordBreak(rows.Number, RecordFault.ErasureMissing));
            else if (!RecordSeals.Fits(one.Erasure.Seal, records.Seals.Of(one.Erasure, one.Summary)))
                beside.Add(new RecordBreak(rows.Number, RecordFault.ErasureChanged));
            beside.AddRange(SummaryComparison.OfErased(one, rows.Number));
        }
        else if (raw is { Break: null, Case: { } activation })
        {
            beside.AddRange(SummaryComparison.Of(one, raw, activation, pseudonyms));
            beside.AddRange(NoteVerification.Of(one, activation, known[one.Events[^1].KeyId]));
        }
    }

    // The counters are of the same moment as the cases: what is opened meanwhile is not missed.
    private static async Task<List<JournalBreak>> MissingAsync(
        JournalContext context, HashSet<long> present, CancellationToken cancellation)
    {
        var skipped = await context.Epochs.Where(row => row.Year != null).ToListAsync(cancellation);
        return
        [
            .. (await context.Counters.OrderBy(row => row.Year).ToListAsync(cancellation)).SelectMany(Drawn)
                .Where(number => !present.Contains(CaseKey.Of(number)) && !skipped.Any(one => IsIn(one, number)))
                .Select(number => new JournalBreak(number, 0, CaseFault.CaseMissing)),
        ];
    }

    // Passed over when the installation went back: cases of the time that was lost may have them.
    private static bool IsIn(EpochRow epoch, CaseNumber number) =>
        epoch.Year == number.Year && epoch.SkippedFrom <= number.Ordinal && number.Ordinal <= epoch.SkippedTo;

    private static IEnumerable<CaseNumber> Drawn(CounterRow counter) => Enumerable.Range(1, Math.Max(0, counter.Last))
        .Select(ordinal => CaseKey.TryNumberOf(CaseKey.Of(counter.Year, ordinal)))
        .TakeWhile(number => number is not null)
        .OfType<CaseNumber>();
}
