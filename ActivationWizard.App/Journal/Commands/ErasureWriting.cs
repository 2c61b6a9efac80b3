using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>Overwrites what stands of a case in clear, and records that it was erased.</summary>
internal sealed class ErasureWriting(CaseNumber number, ErasureRow erasure, RecordSeals seals) : IJournalWrite
{
    private static readonly string Withdrawn = ActivationState.Withdrawn.ToString();

    private readonly long _case = CaseKey.Of(number);

    public string Subject { get; } = $"case {CaseKey.Of(number)}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        await context.Comments.Where(row => row.Case == _case).ExecuteDeleteAsync(cancellation);
        // What was reviewed is a figure; of the remark nothing is left, and what nobody reviewed nobody can.
        await context.Reviews.Where(row => row.Case == _case && row.ReviewedAt == null).ExecuteDeleteAsync(cancellation);
        await context.Reviews.Where(row => row.Case == _case).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Payload, (byte[]?)null).SetProperty(row => row.KeyId, (Guid?)null), cancellation);
        await context.DueHandOvers.Where(row => row.Case == _case).ExecuteDeleteAsync(cancellation);
        await context.Drafts.Where(row => row.Case == _case).ExecuteDeleteAsync(cancellation);
        // By its Message-ID a message that is still to be put away is found in the mailbox, with everything it says.
        await context.IncomingMessages.Where(row => row.Case == _case && row.State != nameof(MessageState.Open))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.Sealed, (byte[]?)null).SetProperty(row => row.Sender, (string?)null),
                cancellation);
        var told = context.InboxItems.Where(row => row.Case == _case);
        await context.InboxSeen.Where(row => told.Any(one => one.Id == row.Item)).ExecuteDeleteAsync(cancellation);
        await told.ExecuteDeleteAsync(cancellation);
        var summary = context.Summaries.Where(row => row.Case == _case);
        await summary.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Name, "")
                .SetProperty(row => row.Address, "")
                .SetProperty(row => row.Search, "")
                .SetProperty(row => row.SortName, "")
                .SetProperty(row => row.PartyId, (string?)null)
                .SetProperty(row => row.Household, (string?)null)
                .SetProperty(row => row.ErasedAt, row => row.ErasedAt ?? erasure.At),
            cancellation);
        // After the row, which whoever makes them keeps meanwhile.
        await context.WordPseudonyms.Where(row => row.Case == _case).ExecuteDeleteAsync(cancellation);
        await context.SearchWords.Where(row => row.Case == _case).ExecuteDeleteAsync(cancellation);
        // Open in a database that was put back from before its end: nobody can go on with what nobody can read.
        await summary.Where(row => row.CompletedAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.CompletedAt, erasure.At)
                .SetProperty(row => row.State, Withdrawn)
                .SetProperty(row => row.Took, row => erasure.At - row.OpenedAt)
                .SetProperty(row => row.Waited, row => erasure.At - row.ReceivedAt),
            cancellation);
        if (await context.Erasures.AnyAsync(row => row.Case == _case, cancellation))
            return;
        erasure.Seal = seals.Of(erasure, await summary.SingleOrDefaultAsync(cancellation));
        context.Add(erasure);
    }
}
