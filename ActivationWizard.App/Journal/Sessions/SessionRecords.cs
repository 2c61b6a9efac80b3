using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Sessions;

/// <summary>A session as every instance knows it.</summary>
/// <param name="LastActAt">The last act of the person that was written.</param>
/// <param name="IsEnded">Somebody ended it; whether its time is over is another matter.</param>
public sealed record SessionRecord(Guid Id, string PersonId, DateTimeOffset BegunAt, DateTimeOffset LastActAt, bool IsEnded);

/// <summary>The sessions in the database, the same for every instance.</summary>
public sealed class SessionRecords(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, IJournalNews news)
{
    /// <summary>
    /// Writes down a session that begins; does nothing when it is there. Those that began before <paramref name="forgetBefore"/>
    /// are forgotten.
    /// </summary>
    public Task BeginAsync(SessionRecord begun, DateTimeOffset forgetBefore, CancellationToken cancellation) =>
        writer.WriteAsync(new Beginning(begun, forgetBefore.UtcTicks), cancellation);

    /// <summary>The person did something.</summary>
    public Task ActedAsync(Guid id, DateTimeOffset at, CancellationToken cancellation) =>
        writer.WriteAsync(new Acting(id, at.UtcTicks), cancellation);

    /// <summary>Ends it for good; on disk when this returns.</summary>
    public async Task EndAsync(Guid id, DateTimeOffset at, CancellationToken cancellation)
    {
        await writer.WriteAsync(new Ending(id, at.UtcTicks), cancellation);
        news.Tell();
    }

    /// <summary>Null when there is no such session.</summary>
    public async Task<SessionRecord?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Sessions.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Of(row) : null;
    }

    /// <summary>Those of them that there are.</summary>
    public async Task<IReadOnlyList<SessionRecord>> FindManyAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await context.Sessions.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation)).Select(Of)];
    }

    private static SessionRecord Of(SessionRow row) =>
        new(row.Id, row.PersonId, new(row.BegunAt, TimeSpan.Zero), new(row.LastActAt, TimeSpan.Zero), row.EndedAt is not null);

    private sealed class Beginning(SessionRecord begun, long forgetBefore) : IJournalWrite
    {
        public string Subject { get; } = $"session {begun.Id}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await session.Context.Sessions.Where(row => row.BegunAt < forgetBefore).ExecuteDeleteAsync(cancellation);
            if (await session.Context.Sessions.AnyAsync(row => row.Id == begun.Id, cancellation))
                return;
            session.Context.Add(new SessionRow
            {
                Id = begun.Id,
                PersonId = begun.PersonId,
                BegunAt = begun.BegunAt.UtcTicks,
                LastActAt = begun.LastActAt.UtcTicks,
            });
        }
    }

    private sealed class Acting(Guid id, long at) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Sessions
            .Where(row => row.Id == id && row.EndedAt == null && row.LastActAt < at)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastActAt, at), cancellation);
    }

    private sealed class Ending(Guid id, long at) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Sessions
            .Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, at), cancellation);
    }
}
