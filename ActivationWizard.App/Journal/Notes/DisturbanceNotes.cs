using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>What can be wrong with an installation.</summary>
public enum DisturbanceKind
{
    /// <summary>A case waits in controle nodig for longer than it may.</summary>
    Attention,

    /// <summary>A system gives no answer.</summary>
    Unanswered,

    /// <summary>A standard reply cannot be made.</summary>
    Templates,

    /// <summary>A certificate or a secret is over soon.</summary>
    Ending,

    /// <summary>The database gave no answer: noted when it is back.</summary>
    Database,

    /// <summary>The disk takes nothing.</summary>
    Disk,
}

/// <summary>Something that is, or was, wrong.</summary>
/// <param name="OverAt">Null while it is.</param>
public sealed record Disturbance(
    Guid Id, DisturbanceKind Kind, string Subject, DateTimeOffset Since, DateTimeOffset? OverAt, bool IsTold, bool IsOverTold)
{
    /// <summary>What makes it the same one.</summary>
    public (DisturbanceKind Kind, string Subject) Key => (Kind, Subject);
}

/// <summary>The disturbances in the database, the same for every instance.</summary>
public sealed class DisturbanceNotes(IDbContextFactory<JournalContext> contexts, IJournalWriter writer)
{
    /// <summary>Those that are not over, and those that were after <paramref name="from"/>; the latest first.</summary>
    public async Task<IReadOnlyList<Disturbance>> SinceAsync(DateTimeOffset from, CancellationToken cancellation)
    {
        var ticks = from.UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Disturbances.Where(row => row.OverAt == null || row.OverAt > ticks)
            .OrderByDescending(row => row.Since).ToListAsync(cancellation);
        return [.. rows.Select(Read).OfType<Disturbance>()];
    }

    /// <summary>One begins; one that is there already stays as it is.</summary>
    public Task BeginAsync(
        DisturbanceKind kind, string subject, DateTimeOffset since, DateTimeOffset? overAt, CancellationToken cancellation) =>
        writer.WriteAsync(new Beginning($"{kind}", subject, since.UtcTicks, overAt?.UtcTicks), cancellation);

    /// <summary>It is over.</summary>
    public Task EndAsync(Guid id, DateTimeOffset at, CancellationToken cancellation) => writer.WriteAsync(
        new Updating(id, (rows, done) => rows.Where(row => row.OverAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.OverAt, at.UtcTicks), done)),
        cancellation);

    /// <summary>
    /// Notes that people are told of it, or that it is over, before they are: true for the one who is to tell them. What could
    /// not be told is given back by <see cref="ReturnAsync"/>.
    /// </summary>
    public async Task<bool> ClaimAsync(Guid id, bool isOver, DateTimeOffset at, CancellationToken cancellation)
    {
        var claim = new Updating(id, (rows, done) => isOver
            ? rows.Where(row => row.OverToldAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.OverToldAt, at.UtcTicks), done)
            : rows.Where(row => row.ToldAt == null)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldAt, at.UtcTicks), done));
        await writer.WriteAsync(claim, cancellation);
        return claim.Changed is 1;
    }

    /// <summary>Nobody was told after all.</summary>
    public Task ReturnAsync(Guid id, bool isOver, CancellationToken cancellation) => writer.WriteAsync(
        new Updating(id, (rows, done) => isOver
            ? rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.OverToldAt, (long?)null), done)
            : rows.ExecuteUpdateAsync(set => set.SetProperty(row => row.ToldAt, (long?)null), done)),
        cancellation);

    /// <summary>Forgets what was over before this moment.</summary>
    public Task ForgetAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var ticks = until.UtcTicks;
        return writer.WriteAsync(
            new Changing("disturbances", (context, done) => context.Disturbances.Where(row => row.OverAt < ticks)
                .ExecuteDeleteAsync(done)),
            cancellation);
    }

    private static Disturbance? Read(DisturbanceRow row) => Enum.TryParse<DisturbanceKind>(row.Kind, out var kind)
        ? new Disturbance(
            row.Id, kind, row.Subject, new DateTimeOffset(row.Since, TimeSpan.Zero),
            row.OverAt is { } over ? new DateTimeOffset(over, TimeSpan.Zero) : null, row.ToldAt is not null,
            row.OverToldAt is not null)
        : null;

    private sealed class Beginning(string kind, string subject, long since, long? overAt) : IJournalWrite
    {
        public string Subject => $"disturbance {kind} {subject}";

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            if (await session.Context.Disturbances.AnyAsync(
                row => row.Kind == kind && row.Subject == subject && row.OverAt == null, cancellation))
                return;
            session.Context.Add(new DisturbanceRow
            {
                Id = Guid.NewGuid(),
                Kind = kind,
                Subject = subject,
                Since = since,
                OverAt = overAt,
            });
        }
    }

    private sealed class Updating(Guid id, Func<IQueryable<DisturbanceRow>, CancellationToken, Task<int>> update) : IJournalWrite
    {
        public string Subject => $"disturbance {id}";

        public int Changed { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation) =>
            Changed = await update(session.Context.Disturbances.Where(row => row.Id == id), cancellation);
    }

    private sealed class Changing(string subject, Func<JournalContext, CancellationToken, Task<int>> change) : IJournalWrite
    {
        public string Subject => subject;

        public Task StageAsync(JournalSession session, CancellationToken cancellation) => change(session.Context, cancellation);
    }
}
