using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>Adds a message with its place, unless it is known.</summary>
internal sealed class MessageAdding(IncomingMessageRow row, MailKey place) : IJournalWrite
{
    public string Subject { get; } = $"mail {row.Identity}";

    /// <summary>It was not known.</summary>
    public bool IsNew { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        var known = await context.IncomingMessages.Where(one => one.Identity == row.Identity).Select(one => (Guid?)one.Id)
            .SingleOrDefaultAsync(cancellation);
        IsNew = known is null;
        if (IsNew)
            context.Add(row);
        await MessagePlacing.PutAsync(context, known ?? row.Id, place, cancellation);
    }
}

/// <summary>Gives a message one more place; one that was put somewhere is to be put there again.</summary>
internal sealed class MessageSeenAgain(Guid id, MailKey place, byte[]? head) : IJournalWrite
{
    private static readonly List<string> Filed =
        [nameof(MessageState.BecameCase), nameof(MessageState.OfCase), nameof(MessageState.NoRequest)];

    public string Subject { get; } = $"message {id}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        await MessagePlacing.PutAsync(context, id, place, cancellation);
        await context.IncomingMessages.Where(row => row.Id == id && Filed.Contains(row.State)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Filing, nameof(MessageFiling.None))
                .SetProperty(row => row.Sealed, row => row.Sealed ?? head),
            cancellation);
    }
}

/// <summary>Takes a place of a message away, and gives it another; null is nowhere.</summary>
internal sealed class MessagePlacing(Guid id, MailKey? from, MailKey? to) : IJournalWrite
{
    public string Subject { get; } = $"message {id}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        if (from is not null)
        {
            var (folder, key) = (from.Folder.ToString(), from.Id);
            await context.MessagePlaces.Where(row => row.Folder == folder && row.Key == key && row.Message == id)
                .ExecuteDeleteAsync(cancellation);
        }

        if (to is not null)
            await PutAsync(context, id, to, cancellation);
    }

    /// <summary>Adds a place, or replaces the message that was known there.</summary>
    public static async Task PutAsync(JournalContext context, Guid message, MailKey place, CancellationToken cancellation)
    {
        var (folder, key) = (place.Folder.ToString(), place.Id);
        if (await context.MessagePlaces.Where(row => row.Folder == folder && row.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Message, message), cancellation) is 0)
            context.Add(new MessagePlaceRow { Folder = folder, Key = key, Message = message });
    }
}

/// <summary>Notes where a message was put.</summary>
internal sealed class MessageFiled(Guid id, MessageFiling filing) : IJournalWrite
{
    public string Subject { get; } = $"message {id}";

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var name = $"{filing}";
        var row = session.Context.IncomingMessages.Where(one => one.Id == id);
        await row.ExecuteUpdateAsync(set => set.SetProperty(one => one.Filing, name), cancellation);
        // Unless it was taken back meanwhile: then the list shows whose it is.
        if (filing is MessageFiling.Done or MessageFiling.Lost)
            await row.Where(one => one.State != nameof(MessageState.Open)).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Sealed, (byte[]?)null), cancellation);
    }
}

/// <summary>Notes that what a message does to its case was done.</summary>
internal sealed class MessageTakenIn(Guid id, long at) : IJournalWrite
{
    public string Subject { get; } = $"message {id}";

    public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.IncomingMessages
        .Where(row => row.Id == id && row.TakenInAt == null)
        .ExecuteUpdateAsync(set => set.SetProperty(row => row.TakenInAt, at), cancellation);
}
