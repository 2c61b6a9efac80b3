using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>
/// What people do with their inboxes, and what they are told of that is no event of a case. What is told of events is written
/// with the events.
/// </summary>
public sealed class InboxNotes(IJournalWriter writer, TimeProvider time)
{
    /// <summary>How long what is over is kept.</summary>
    public static TimeSpan KeptAfterItsEnd { get; } = TimeSpan.FromDays(30);

    /// <summary>How long what nobody looks at is kept: whoever has not come by then does not come.</summary>
    public static TimeSpan KeptUnseen { get; } = TimeSpan.FromDays(365);

    // Only an answer ends them.
    private static readonly IReadOnlyList<string> Questions =
        [.. InboxRules.All.Where(rule => rule.IsQuestion).Select(rule => rule.Kind.ToString())];

    /// <summary>Tells somebody something that is no event of a case.</summary>
    public Task TellAsync(InboxItem item, CancellationToken cancellation) => WriteAsync(
        session =>
        {
            session.Context.Add(InboxRows.Of(item));
            return Task.CompletedTask;
        },
        cancellation);

    /// <summary>
    /// A person has seen these: what is for that person alone is closed, what is for a whole role stays for the others. A
    /// question is left as it is, and so is what is for somebody else.
    /// </summary>
    public Task SeenAsync(IReadOnlyCollection<Guid> items, Actor actor, CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            var (context, now, role) = (session.Context, time.GetUtcNow().UtcTicks, actor.Role.ToString());
            var open = context.InboxItems.Where(row =>
                items.Contains(row.Id) && row.ClosedAt == null && row.Role == role && !Questions.Contains(row.Kind));
            await open.Where(row => row.PersonId == actor.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, now), cancellation);
            // Another window of the same person may have been first.
            foreach (var item in await open.Where(row => row.PersonId == null).Select(row => row.Id).ToListAsync(cancellation))
            {
                await context.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "InboxSeen" ("Item", "PersonId", "At", "Mark")
                    VALUES ({item}, {actor.Id}, {now}, {InboxRows.NewMark()}) ON CONFLICT DO NOTHING
                    """,
                    cancellation);
            }
        },
        cancellation);

    /// <summary>What is about this row is over, for everybody.</summary>
    public Task OverAsync(Guid subject, CancellationToken cancellation) =>
        WriteAsync(session => CloseAsync(session, subject, time.GetUtcNow().UtcTicks, cancellation), cancellation);

    /// <summary>Removes what was over, or was told, too long ago.</summary>
    public Task ForgetAsync(CancellationToken cancellation) => WriteAsync(
        async session =>
        {
            var now = time.GetUtcNow();
            var (over, told) = ((now - KeptAfterItsEnd).UtcTicks, (now - KeptUnseen).UtcTicks);
            var old = session.Context.InboxItems.Where(row => row.ClosedAt < over || row.At < told);
            await session.Context.InboxSeen.Where(row => old.Any(one => one.Id == row.Item)).ExecuteDeleteAsync(cancellation);
            await old.ExecuteDeleteAsync(cancellation);
        },
        cancellation);

    /// <summary>Closes what is about this row, in a transaction of the caller's.</summary>
    internal static Task CloseAsync(JournalSession session, Guid subject, long at, CancellationToken cancellation) =>
        session.Context.InboxItems.Where(row => row.Subject == subject && row.ClosedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ClosedAt, at), cancellation);

    private Task WriteAsync(Func<JournalSession, Task> stage, CancellationToken cancellation) =>
        writer.WriteAsync(new Writing(stage), cancellation);

    private sealed class Writing(Func<JournalSession, Task> stage) : IJournalWrite
    {
        public string Subject => "inbox";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => stage(session);
    }
}
