using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// The messages of the Wonen mailbox, in its folders. Nothing is ever deleted. Each question ends within the mailbox's time-out
/// and gives an answer; it throws for a caller who cancels, and for nothing else a server or a network can do. Where there is no
/// server to read from, nothing is answered, with <see cref="FailureReason.WorkedByHand"/>.
/// </summary>
public interface IMailStore
{
    /// <summary>
    /// The messages of a folder, those that came first first, at most <paramref name="most"/>; those that are marked as deleted
    /// are left out. Null when there is no such folder.
    /// </summary>
    Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailFolderPath folder, int most, CancellationToken cancellation);

    /// <summary>The messages of a folder with this Message-ID, as above. Null when there is no such folder.</summary>
    /// <param name="messageId">Without brackets.</param>
    Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation);

    /// <summary>The message itself. It stays unread for everybody else.</summary>
    Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation);

    /// <summary>
    /// Moves a message, and makes the folder it goes to where that is not there. Without an answer it may have been moved.
    /// Two that move one message at the same moment may leave it there twice: one worker moves.
    /// </summary>
    Task<Reply<MailMove>> MoveAsync(MailKey key, MailFolderPath destination, CancellationToken cancellation);

    /// <summary>
    /// Waits for something new in a folder: true when something may have come or gone since the last time this returned true for
    /// the folder, which is at once the first time; false when <paramref name="most"/> passed, or nine minutes. Without an answer
    /// nothing was waited for, and the caller waits by itself.
    /// </summary>
    Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation);
}
