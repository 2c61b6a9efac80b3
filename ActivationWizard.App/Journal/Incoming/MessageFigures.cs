using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>How many messages of a kind wait for somebody, and since when the oldest of them is in the mailbox.</summary>
public sealed record MessageFigure(MessageKind Kind, int Count, DateTimeOffset OldestAt);

/// <summary>Figures about messages, for who watches the installation: numbers only, so no role is asked.</summary>
public sealed class MessageFigures(IDbContextFactory<JournalContext> contexts)
{
    /// <summary>Of every kind of which a message waits.</summary>
    public async Task<IReadOnlyList<MessageFigure>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.IncomingMessages.Where(row => row.State == nameof(MessageState.Open)).GroupBy(row => row.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count(), OldestAt = group.Min(row => row.ReceivedAt) })
            .ToListAsync(cancellation);
        return
        [
            .. from row in rows
               where Enum.IsDefined(typeof(MessageKind), row.Kind)
               select new MessageFigure(
                   Enum.Parse<MessageKind>(row.Kind), row.Count, new DateTimeOffset(row.OldestAt, TimeSpan.Zero)),
        ];
    }
}
