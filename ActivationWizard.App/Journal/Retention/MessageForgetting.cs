using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Retention;

/// <summary>
/// Forgets messages that were read before a moment and wait for nobody, with where they lie, and whose those are that were
/// skipped before another.
/// </summary>
internal sealed class MessageForgetting(long before, long skippedBefore) : IJournalWrite
{
    public string Subject => "messages past their term";

    /// <summary>How many were forgotten, or are nobody's any more.</summary>
    public int Forgotten { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        var old = context.IncomingMessages
            .Where(row => row.ReadAt < before && row.State != nameof(MessageState.Open)
                // What is to be put away still is known until it was.
                && (row.Filing != nameof(MessageFiling.None) || row.State == nameof(MessageState.Skipped))
                && row.Filing != nameof(MessageFiling.InProgress));
        await context.MessagePlaces.Where(place => old.Any(row => row.Id == place.Message)).ExecuteDeleteAsync(cancellation);
        Forgotten = await old.ExecuteDeleteAsync(cancellation)
            + await context.IncomingMessages
                .Where(row => row.State == nameof(MessageState.Skipped) && row.ReadAt < skippedBefore
                    && (row.Sealed != null || row.Sender != null))
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Sealed, (byte[]?)null).SetProperty(row => row.Sender, (string?)null),
                    cancellation);
    }
}

/// <summary>Removes what is no case and is past its term, under the account that may erase.</summary>
public sealed class RecordRetention(ErasureStores stores, RecordSeals seals, RetentionTerms terms)
{
    /// <summary>Access records; how many there were.</summary>
    public async Task<long> RemoveAccessesAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var forgetting = new AccessForgetting(RetentionTerms.Before(now, terms.AccessLogDays).UtcTicks, seals);
        await stores.Writer.WriteAsync(forgetting, cancellation);
        return forgetting.Removed;
    }

    /// <summary>Messages of the mailbox; how many there were.</summary>
    public async Task<int> ForgetMessagesAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var forgetting = new MessageForgetting(
            RetentionTerms.Before(now, terms.MessageDays).UtcTicks, (now - IncomingMessages.SkippedShown).UtcTicks);
        await stores.Writer.WriteAsync(forgetting, cancellation);
        return forgetting.Forgotten;
    }
}
