using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>
/// Writes what becomes of an open message, on condition that it is as it was seen, and takes sender and subject away.
/// </summary>
internal sealed class MessageDeciding(MessageRows rows, Guid id, int version, MessageDeciding.Made made) : IJournalWrite
{
    /// <summary>What was decided, by whom and when.</summary>
    public sealed record Made(string State, long? Case, string? Reason, Actor By, long At);

    public string Subject { get; } = $"message {id}";

    public MessageDecision Came { get; private set; }

    public async Task StageAsync(JournalSession session, CancellationToken cancellation)
    {
        var context = session.Context;
        Came = MessageDecision.TooLate;
        if (made.Case is { } number
            && !await context.Summaries.AnyAsync(row => row.Case == number && row.ErasedAt == null, cancellation))
        {
            Came = MessageDecision.NoSuchCase;
            return;
        }

        if (await context.IncomingMessages.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } known)
            return;
        var left = rows.Seal(id, rows.Open(known) is { MessageId: { } messageId }
            ? new SealedHead(null, null, null, messageId) : null);
        if (await context.IncomingMessages
            .Where(row => row.Id == id && row.Version == version && row.State == nameof(MessageState.Open))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, made.State)
                    .SetProperty(row => row.Case, made.Case)
                    .SetProperty(row => row.Reason, made.Reason)
                    .SetProperty(row => row.ActorId, made.By.Id)
                    .SetProperty(row => row.ActorName, made.By.Name)
                    .SetProperty(row => row.DecidedAt, made.At)
                    .SetProperty(row => row.Sealed, left)
                    // Of a case it is found by the case.
                    .SetProperty(row => row.Sender, row => made.Case == null ? row.Sender : null)
                    // One that was taken back may lie where it was put before.
                    .SetProperty(row => row.Filing, nameof(MessageFiling.None))
                    .SetProperty(row => row.Version, version + 1),
                cancellation) is 1)
            Came = MessageDecision.Taken;
    }
}
