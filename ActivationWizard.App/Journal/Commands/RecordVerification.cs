using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// The records that are of no single case: epochs, intake keys, messages, who looked, and by those the comments and reviews.
/// </summary>
public sealed class RecordVerification(RecordSeals seals, MessageRows messages)
{
    /// <summary>By which records are sealed.</summary>
    public RecordSeals Seals => seals;

    /// <summary>What does not fit, at the moment that the context sees.</summary>
    public async Task<IReadOnlyList<RecordBreak>> FindAsync(JournalContext context, CancellationToken cancellation) =>
    [
        .. await EpochsAsync(context, cancellation),
        .. await IntakesAsync(context, cancellation),
        .. await MessagesAsync(context, cancellation),
        .. await AccessesAsync(context, cancellation),
    ];

    private async Task<IEnumerable<RecordBreak>> EpochsAsync(JournalContext context, CancellationToken cancellation) =>
        (await context.Epochs.OrderBy(row => row.Number).ToListAsync(cancellation))
            .Where(row => !RecordSeals.Fits(row.Seal, seals.Of(row)))
            .Select(row => new RecordBreak(null, RecordFault.EpochChanged, $"{row.Number}"));

    private static async Task<IEnumerable<RecordBreak>> IntakesAsync(JournalContext context, CancellationToken cancellation)
    {
        // A case is opened for one request, so that it has one key at most.
        var shared = await context.Intakes.GroupBy(row => row.Case).Where(rows => rows.Count() > 1).Select(rows => rows.Key)
            .ToListAsync(cancellation);
        var loose = await context.Intakes.Where(row => !context.Summaries.Any(one => one.Case == row.Case))
            .Select(row => row.Case)
            .ToListAsync(cancellation);
        // Which key a request had stands in the first event of its case, unless an earlier version opened it.
        var opened = context.Events.Where(row => row.Sequence == 1 && row.EffectKey != null);
        var without = await opened
            .Where(one => !context.Intakes.Any(row => row.Key == one.EffectKey && row.Case == one.Case))
            .Select(one => one.Case).ToListAsync(cancellation);
        var others = await context.Intakes
            .Where(row => opened.Any(one => one.EffectKey == row.Key && one.Case != row.Case))
            .Select(row => row.Case).ToListAsync(cancellation);
        return shared.Concat(loose).Concat(without).Concat(others).Distinct().Order()
            .Select(one => new RecordBreak(CaseKey.TryNumberOf(one), RecordFault.IntakeKeyChanged));
    }

    private async Task<IReadOnlyList<RecordBreak>> MessagesAsync(JournalContext context, CancellationToken cancellation)
    {
        var loose = await context.IncomingMessages
            .Where(row => row.Case != null && !context.Summaries.Any(one => one.Case == row.Case))
            .Select(row => row.Id).ToListAsync(cancellation);
        var breaks = loose.Select(Changed).ToList();
        await foreach (var row in context.IncomingMessages.Where(row => row.Sealed != null).AsAsyncEnumerable()
            .WithCancellation(cancellation))
        {
            if (!messages.IsWhole(row))
                breaks.Add(Changed(row.Id));
        }

        return breaks;

        static RecordBreak Changed(Guid id) => new(null, RecordFault.MessageChanged, $"{id}");
    }

    private async Task<IReadOnlyList<RecordBreak>> AccessesAsync(JournalContext context, CancellationToken cancellation)
    {
        var breaks = new List<RecordBreak>();
        var head = await context.RecordHeads.SingleOrDefaultAsync(cancellation);
        var isWhole = head is not null && RecordSeals.Fits(head.Seal, seals.Of(head));
        if (!isWhole)
            breaks.Add(new RecordBreak(null, RecordFault.AccessHeadChanged));
        if (head is not null && await context.Looks.LongCountAsync(row => row.Number == null, cancellation) != head.Unsealed)
            breaks.Add(new RecordBreak(null, RecordFault.AccessUnsealed));

        // What was removed because its term was over is missed only when the head does not say so.
        var (number, last) = isWhole ? (head!.Forgotten ?? 0, head.ForgottenSeal ?? []) : (0L, Array.Empty<byte>());
        var forgotten = number;
        breaks.AddRange((await context.Looks.Where(row => row.Number <= forgotten).Select(row => row.Number)
            .ToListAsync(cancellation)).Select(one => new RecordBreak(null, RecordFault.AccessChanged, $"{one}")));
        var (comments, reviews) = (new CommentVerification(), new ReviewVerification());
        await foreach (var row in context.Looks.Where(row => row.Number > forgotten).OrderBy(row => row.Number)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            comments.Note(row);
            reviews.Note(row);
            // What follows a gap cannot be held against what came before it: the gap is named.
            if (row.Number != number + 1)
                breaks.Add(Missing(number + 1, row.Number!.Value - 1));
            else if (!RecordSeals.Fits(row.Seal, seals.Of(row, last)))
                breaks.Add(new RecordBreak(CaseKey.TryNumberOf(row.Case), RecordFault.AccessChanged, $"{row.Number}"));
            (number, last) = (row.Number.Value, row.Seal ?? []);
        }

        if (head is not null && number < head.Accesses)
            breaks.Add(Missing(number + 1, head.Accesses));
        else if (head is not null && (number > head.Accesses || !HashChain.Same(last, head.LastAccess)))
            breaks.Add(new RecordBreak(null, RecordFault.AccessHeadChanged));
        return
        [
            .. breaks.Distinct(), .. await comments.FindAsync(context, cancellation),
            .. await reviews.FindAsync(context, areAllThere: forgotten is 0, cancellation),
        ];
    }

    private static RecordBreak Missing(long first, long last) =>
        new(null, RecordFault.AccessMissing, first == last ? $"{first}" : $"{first} to {last}");
}
