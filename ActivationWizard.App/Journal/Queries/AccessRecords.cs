using System.Runtime.CompilerServices;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>Which access records; null is any.</summary>
/// <param name="PersonId">Of this person.</param>
/// <param name="Number">To this case.</param>
/// <param name="Tenant">To the cases in which each of these words begins a word of name, address or number.</param>
/// <param name="From">At this moment or later.</param>
/// <param name="Before">Before this moment.</param>
public sealed record AccessFilter(
    string? PersonId = null, CaseNumber? Number = null, string? Tenant = null, DateTimeOffset? From = null,
    DateTimeOffset? Before = null);

/// <summary>A page of access records.</summary>
/// <param name="Accesses">The latest first.</param>
/// <param name="HasMore">There is a page after it.</param>
/// <param name="IsCut">More cases fit the tenant than are looked at.</param>
public sealed record AccessPage(IReadOnlyList<CaseAccess> Accesses, bool HasMore, bool IsCut);

/// <summary>
/// The access records of all cases, for who keeps watch over them: a team lead, and a system manager, who sees nothing of
/// tenants. That one does not look for a tenant, and is not given what was said with a reason. Everything throws <see
/// cref="UnauthorizedAccessException"/> for any other role.
/// </summary>
public sealed class AccessRecords(
    IDbContextFactory<JournalContext> contexts, CaseAccesses accesses, AccessNotes notes, CasePseudonyms pseudonyms,
    TimeProvider time)
{
    /// <summary>The rows of a page.</summary>
    public const int RowsOfPage = 50;

    /// <summary>The last page that can be asked for.</summary>
    public const int LastPage = 2_000;

    /// <summary>The most lines of a file: the latest.</summary>
    public const int MostLines = 50_000;

    /// <summary>The most cases that a tenant is looked for in.</summary>
    public const int MostCases = 500;

    private const int LinesAtOnce = 1_000;

    /// <summary>A page, from 1 on. Where it goes by a tenant's words, that is written down as a search.</summary>
    public async Task<AccessPage> FindAsync(
        Actor actor, AccessFilter filter, int page, bool isWrittenDown, CancellationToken cancellation)
    {
        Demand(actor, filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cases = await CasesAsync(context, filter.Tenant, cancellation);
        if (cases is not null && !isWrittenDown)
            await accesses.RecordSearchAsync(AccessKind.Search, filter.Tenant!, cases.Count, actor, cancellation);
        var rows = await InOrder(Passing(context, filter, cases))
            .Skip((Math.Clamp(page, 1, LastPage) - 1) * RowsOfPage)
            .Take(RowsOfPage + 1)
            .ToListAsync(cancellation);
        return new AccessPage(
            await ReadAsync(rows.Take(RowsOfPage).ToList(), actor, cancellation), rows.Count > RowsOfPage,
            cases?.Count == MostCases);
    }

    /// <summary>
    /// The same as lines of a file, while it is read: at most <see cref="MostLines"/>. That it is taken along is written down
    /// before the first is given.
    /// </summary>
    public async IAsyncEnumerable<CaseAccess> TakeAlongAsync(
        Actor actor, AccessFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        Demand(actor, filter);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var cases = await CasesAsync(context, filter.Tenant, cancellation);
        // What is written meanwhile, this file among it, would move the lines.
        var now = time.GetUtcNow();
        var until = filter with { Before = filter.Before < now ? filter.Before : now };
        var passing = InOrder(Passing(context, until, cases)).Take(MostLines);
        await accesses.RecordFileAsync(
            AccessKind.AccessLog, AccessGround.Supervision, await passing.CountAsync(cancellation), actor, cancellation);
        for (var given = 0; given < MostLines; given += LinesAtOnce)
        {
            var rows = await passing.Skip(given).Take(LinesAtOnce).ToListAsync(cancellation);
            foreach (var one in await ReadAsync(rows, actor, cancellation))
                yield return one;
            if (rows.Count < LinesAtOnce)
                break;
        }
    }

    /// <summary>Everybody who is in the records: id and name, by name.</summary>
    public async Task<IReadOnlyList<(string Id, string Name)>> PeopleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeAccessLog);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var people = new List<(string Id, string Name)>();
        foreach (var id in await context.Looks.Select(row => row.ActorId).Distinct().ToListAsync(cancellation))
        {
            var name = await context.Looks.Where(row => row.ActorId == id).OrderByDescending(row => row.At)
                .Select(row => row.ActorName)
                .FirstAsync(cancellation);
            people.Add((id, name));
        }

        return [.. people.OrderBy(one => one.Name, StringComparer.CurrentCulture)];
    }

    private static void Demand(Actor actor, AccessFilter filter)
    {
        actor.Demand(Operation.SeeAccessLog);
        if (filter.Tenant is not null)
            actor.Demand(Operation.FindAccessesOfTenant);
    }

    // Null for no words: any case, and what is of none.
    private async Task<List<long>?> CasesAsync(
        JournalContext context, string? tenant, CancellationToken cancellation)
    {
        var words = SearchText.WordsOf(tenant);
        if (words.Count is 0)
            return null;
        var open = await context.Summaries.Where(row => row.CompletedAt == null)
            .Select(row => new { row.Case, row.Name, row.Address })
            .ToListAsync(cancellation);
        var finished = await FinishedWords.PassingAsync(
            context, context.Summaries.Where(row => row.CompletedAt != null), words, pseudonyms, cancellation);
        return
        [
            .. open.Where(one => SearchText.Finds(words, one.Name, one.Address, $"{CaseKey.TryNumberOf(one.Case)}"))
                .Select(one => one.Case)
                .Concat(await finished.OrderByDescending(row => row.Case).Select(row => row.Case).Take(MostCases)
                    .ToListAsync(cancellation))
                .Take(MostCases),
        ];
    }

    private static IQueryable<AccessRow> Passing(JournalContext context, AccessFilter filter, List<long>? cases)
    {
        var rows = context.Looks.AsQueryable();
        if (filter.PersonId is { } person)
            rows = rows.Where(row => row.ActorId == person);
        if (filter.Number is { } number && CaseKey.Of(number) is var key)
            rows = rows.Where(row => row.Case == key);
        if (cases is not null)
            rows = rows.Where(row => cases.Contains(row.Case));
        if (filter.From?.UtcTicks is { } from)
            rows = rows.Where(row => row.At >= from);
        if (filter.Before?.UtcTicks is { } before)
            rows = rows.Where(row => row.At < before);
        return rows;
    }

    private static IOrderedQueryable<AccessRow> InOrder(IQueryable<AccessRow> rows) =>
        rows.OrderByDescending(row => row.At).ThenByDescending(row => row.Number).ThenBy(row => row.Id);

    private async Task<IReadOnlyList<CaseAccess>> ReadAsync(
        IReadOnlyList<AccessRow> rows, Actor actor, CancellationToken cancellation)
    {
        var said = actor.May(Operation.FindAccessesOfTenant) ? await notes.OfAsync(rows, cancellation) : null;
        return [.. rows.Select(row => AccessRows.Read(row, said?.GetValueOrDefault(row.Id))).OfType<CaseAccess>()];
    }
}
