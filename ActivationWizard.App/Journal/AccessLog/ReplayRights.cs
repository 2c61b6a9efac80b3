using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>
/// Which cases somebody may replay: all of them, or those this person handled. Who handled a case is what its events say, which
/// are sealed. Its summary is not: it says what a list shows, and no more. Everything throws <see
/// cref="UnauthorizedAccessException"/> for a role that replays none.
/// </summary>
public sealed class ReplayRights(IDbContextFactory<JournalContext> contexts, CaseReading reading)
{
    /// <summary>Those that a list shows to this person, by the column for it.</summary>
    public static IQueryable<SummaryRow> Listed(IQueryable<SummaryRow> cases, Actor actor) =>
        SeesAll(actor) ? cases : cases.Where(row => row.HandlerId == actor.Id);

    /// <summary>
    /// The case as far as it can be read; null when there is no such case, or it is not this person's: which of the two is not
    /// told.
    /// </summary>
    public async Task<RawCase?> ReadAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        var all = SeesAll(actor);
        var raw = await reading.ReadAsync(number, cancellation);
        var isThere = raw.Entries.Count > 0 || raw.Break is not null;
        return isThere && (all || IsOwn(raw, actor)) ? raw : null;
    }

    /// <summary>True when there is such a case and the person may replay it.</summary>
    public async Task<bool> MayAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!SeesAll(actor))
            return await ReadAsync(number, actor, cancellation) is not null;
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Summaries.AnyAsync(row => row.Case == key, cancellation);
    }

    private static bool SeesAll(Actor actor)
    {
        if (actor.May(Operation.SeeAllFinishedCases))
            return true;
        actor.Demand(Operation.ReplayOwnCase);
        return false;
    }

    // Of a case that nobody can read, an erased one above all, only that it is so is shown: to who took part in it.
    private static bool IsOwn(RawCase raw, Actor actor) =>
        raw.Case is { } activation ? activation.Handler?.Id == actor.Id : raw.TookPart.Contains(actor.Id);
}
