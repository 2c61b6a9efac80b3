using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>
/// The messages that came from an address and are of no case, for a sender who asks what is known. Who may ask is settled by the
/// caller.
/// </summary>
public sealed class SenderMessages(IDbContextFactory<JournalContext> contexts, MessageRows rows)
{
    /// <summary>
    /// Those that wait and those of which it is still known whose they are, the one that came first first: none of what became of
    /// a case, which is found by its case.
    /// </summary>
    public async Task<IReadOnlyList<StoredMessage>> OfAsync(
        IReadOnlyCollection<EmailAddress> senders, CancellationToken cancellation)
    {
        if (senders.Count is 0)
            return [];
        var kept = senders.Select(rows.SenderOf).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = (await context.IncomingMessages.Where(row => row.Sender != null && kept.Contains(row.Sender))
            .ToListAsync(cancellation)).Select(rows.Read).ToList();
        // What an earlier version took in has no pseudonym, and its sender as long as it waits or is shown as skipped.
        await foreach (var row in context.IncomingMessages.Where(row => row.Sender == null && row.Sealed != null)
            .AsAsyncEnumerable().WithCancellation(cancellation))
        {
            if (rows.SenderOf(rows.Open(row)?.Address) is { } sender && kept.Contains(sender))
                found.Add(rows.Read(row));
        }

        return [.. found.OrderBy(one => one.ReceivedAt)];
    }
}
