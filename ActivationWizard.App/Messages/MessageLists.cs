using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.MailIntake;
using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.App.Messages;

/// <summary>A list of messages as it is now.</summary>
/// <param name="Shown">Those that were asked for.</param>
/// <param name="Open">A page of those that wait: the first, unless another was asked for.</param>
/// <param name="Work">How the taking in of mail fares; null before the first time.</param>
/// <param name="IsRead">False where no mail is taken in.</param>
public sealed record MessageList(IReadOnlyList<StoredMessage> Shown, MessagePage Open, MailWorkState? Work, bool IsRead)
{
    /// <summary>How many pages there are of those that wait.</summary>
    public int Pages => Math.Max(1, (Open.Count + IncomingMessages.PageSize - 1) / IncomingMessages.PageSize);
}

/// <summary>Reads messages for the person who is signed in.</summary>
public sealed class MessageLists(
    CurrentActor current, MessageDesk desk, IncomingMessages messages, DecidedMessages decided, MailWorkLease work,
    IncomingMailOptions options)
{
    /// <summary>One of the lists.</summary>
    public async Task<MessageList> ReadAsync(MessageFilter filter, int page, CancellationToken cancellation)
    {
        var actor = await current.GetAsync();
        var open = await desk.OpenAsync(filter is MessageFilter.Open ? page : 1, actor, cancellation);
        var shown = filter switch
        {
            MessageFilter.Skipped => await desk.SkippedAsync(actor, cancellation),
            MessageFilter.Done => await decided.LatelyAsync(actor, cancellation),
            _ => open.Messages,
        };
        return new MessageList(shown, open, await work.StateAsync(cancellation), options.IsRead);
    }

    /// <summary>Opens a message: it is read in the mailbox, and that it was is written down.</summary>
    public async Task<MessageOpening> OpenAsync(Guid id, CancellationToken cancellation) =>
        await desk.ReadAsync(id, await current.GetAsync(), cancellation);

    /// <summary>What is known of a message that was opened, as it is now; null when it is no more.</summary>
    public async Task<StoredMessage?> FollowAsync(Guid id, CancellationToken cancellation) =>
        await messages.FindAsync(id, await current.GetAsync(), cancellation);

    /// <summary>The message that has waited longest; null when none waits.</summary>
    public async Task<StoredMessage?> NextAsync(CancellationToken cancellation) =>
        (await desk.OpenAsync(1, await current.GetAsync(), cancellation)).Messages is [var first, ..] ? first : null;
}
