using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>What somebody looked at. The names are in the database.</summary>
public enum AccessKind
{
    /// <summary>The case was replayed, or followed.</summary>
    Replay,

    /// <summary>It was held against today's rules.</summary>
    TodaysRules,

    /// <summary>A source was asked what it says now.</summary>
    SourceNow,

    /// <summary>It was taken out of the wizard.</summary>
    Export,
}

/// <summary>That somebody looked at a case.</summary>
public sealed record CaseAccess(AccessKind Kind, Actor Actor, DateTimeOffset At);

/// <summary>
/// Who looked at which case, and when: written down before it is shown, and there to see for the employee whose case it is.
/// </summary>
public sealed class CaseAccesses(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, ReplayRights rights, RecordSeals seals, TimeProvider time)
{
    private const int MostShown = 50;

    /// <summary>Writes it down; on disk when this returns.</summary>
    public Task RecordAsync(
        IReadOnlyCollection<CaseNumber> numbers, AccessKind kind, Actor actor, CancellationToken cancellation) =>
        writer.WriteAsync(new AccessAppending(numbers, kind, actor, time.GetUtcNow().UtcTicks, seals), cancellation);

    /// <summary>The last looks at a case, the latest first; none for who may not replay it.</summary>
    public async Task<IReadOnlyList<CaseAccess>> OfAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!await rights.MayAsync(number, actor, cancellation))
            return [];
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Looks.Where(row => row.Case == key)
            .OrderByDescending(row => row.At).Take(MostShown).ToListAsync(cancellation);
        return [.. rows.Select(Read).OfType<CaseAccess>()];
    }

    private static CaseAccess? Read(
        AccessRow row) => Enum.TryParse<AccessKind>(row.What, out var kind) && Enum.TryParse<Role>(row.ActorRole, out var role)
        ? new CaseAccess(kind, new Actor(row.ActorId, row.ActorName, role), new DateTimeOffset(row.At, TimeSpan.Zero))
        : null;
}
