using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace ActivationWizard.App.Journal.Sessions;

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

    /// <summary>
    /// Ends what a logout token of the identity provider asks; null, and nothing ended, when the token was taken before. Tokens
    /// are remembered for longer than one can be delivered, <paramref name="patience"/> before and after its moment.
    /// </summary>
    public async Task<IReadOnlyList<SessionRecord>?> EndByProviderAsync(
        ProviderLogout logout, DateTimeOffset at, TimeSpan patience, CancellationToken cancellation)
    {
        var ending = new ProviderEnding(logout, at.UtcTicks, (at - patience - patience - patience).UtcTicks);
        try
        {
            await writer.WriteAsync(ending, cancellation);
        }
        catch (DbUpdateException)
        {
            // Another instance takes the same token at this moment.
            return null;
        }

        news.Tell();
        return ending.Ended;
    }

    /// <summary>
    /// True for whoever asks the identity provider for this session now: one instance of all that have seen it as it is.
    /// </summary>
    public async Task<bool> ClaimAsync(SessionRecord seen, DateTimeOffset at, CancellationToken cancellation)
    {
        var claim = new Claiming(seen.Id, seen.AskedAt?.UtcTicks, at.UtcTicks);
        await writer.WriteAsync(claim, cancellation);
        return claim.IsTaken;
    }

    /// <summary>The identity provider said which roles the person has; the next time it is asked by this.</summary>
    public Task CheckedAsync(
        Guid id, DateTimeOffset at, IReadOnlyList<Role> roles, string? grant, CancellationToken cancellation)
    {
        var (ticks, written) = (at.UtcTicks, SessionRecord.Written(roles));
        return writer.WriteAsync(
            new Updating(id, set => set.SetProperty(row => row.CheckedAt, ticks).SetProperty(row => row.Roles, written)
                .SetProperty(row => row.Grant, grant)),
            cancellation);
    }

    /// <summary>The identity provider did not say; the next time it is asked by this.</summary>
    public Task KeepAsync(Guid id, string? grant, CancellationToken cancellation) =>
        writer.WriteAsync(new Updating(id, set => set.SetProperty(row => row.Grant, grant)), cancellation);

    /// <summary>Null when there is no such session.</summary>
    public async Task<SessionRecord?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Sessions.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? SessionRecord.Of(row)
            : null;
    }

    /// <summary>Those that began after this moment and that nobody ended; their time may be over.</summary>
    public Task<IReadOnlyList<SessionRecord>> OpenAsync(DateTimeOffset begunAfter, CancellationToken cancellation) =>
        ReadAsync(rows => rows.Where(row => row.EndedAt == null && row.BegunAt > begunAfter.UtcTicks), cancellation);

    /// <summary>Those that began after this moment, also those that are over.</summary>
    public Task<IReadOnlyList<SessionRecord>> SinceAsync(DateTimeOffset begunAfter, CancellationToken cancellation) =>
        ReadAsync(rows => rows.Where(row => row.BegunAt > begunAfter.UtcTicks), cancellation);

    /// <summary>Those of them that there are.</summary>
    public Task<IReadOnlyList<SessionRecord>> FindManyAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        ReadAsync(rows => rows.Where(row => ids.Contains(row.Id)), cancellation);

    private async Task<IReadOnlyList<SessionRecord>> ReadAsync(
        Func<IQueryable<SessionRow>, IQueryable<SessionRow>> which, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return [.. (await which(context.Sessions.AsNoTracking()).ToListAsync(cancellation)).Select(SessionRecord.Of)];
    }

    private sealed class Beginning(SessionRecord begun, long forgetBefore) : IJournalWrite
    {
        public string Subject { get; } = $"session {begun.Id}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            await session.Context.Sessions.Where(row => row.BegunAt < forgetBefore).ExecuteDeleteAsync(cancellation);
            if (!await session.Context.Sessions.AnyAsync(row => row.Id == begun.Id, cancellation))
                session.Context.Add(begun.ToRow());
        }
    }

    private sealed class Acting(Guid id, long at) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Sessions
            .Where(row => row.Id == id && row.EndedAt == null && row.LastActAt < at)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.LastActAt, at), cancellation);
    }

    private sealed class Claiming(Guid id, long? seen, long at) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public bool IsTaken { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation) =>
            IsTaken = await session.Context.Sessions
                .Where(row => row.Id == id && row.EndedAt == null && row.AskedAt == seen)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.AskedAt, at), cancellation) > 0;
    }

    private sealed class Updating(Guid id, Action<UpdateSettersBuilder<SessionRow>> change) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) =>
            session.Context.Sessions.Where(row => row.Id == id).ExecuteUpdateAsync(change, cancellation);
    }

    private sealed class Ending(Guid id, long at) : IJournalWrite
    {
        public string Subject { get; } = $"session {id}";

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => session.Context.Sessions
            .Where(row => row.Id == id && row.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, at), cancellation);
    }
}
