using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.AccessLog;

/// <summary>That somebody looked at a case, searched, or took something along.</summary>
public sealed record CaseAccess(AccessKind Kind, Actor Actor, DateTimeOffset At)
{
    /// <summary>The case; null for what is of no single case.</summary>
    public CaseNumber? Number { get; init; }

    /// <summary>On what ground; null for a record of before grounds were written down.</summary>
    public AccessGround? Ground { get; init; }

    /// <summary>The reason that was chosen; null where none was asked.</summary>
    public AccessReason? Reason { get; init; }

    /// <summary>What was said with the reason; null for nothing, for an erased case, and for who may not read it.</summary>
    public string? Note { get; init; }

    /// <summary>What sort of search or file; null where there is one sort only.</summary>
    public string? Detail { get; init; }

    /// <summary>How many were found, of a search; null for anything else.</summary>
    public int? Found { get; init; }
}

/// <summary>
/// Who looked at which case, and when: written down before it is shown, and there to see for the employee whose case it is.
/// </summary>
public sealed class CaseAccesses(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, ReplayRights rights, RecordSeals seals,
    AccessNotes notes, TimeProvider time)
{
    private const int MostShown = 50;
    private const string Case = nameof(AccessKind.Case);
    private static readonly List<string> Comments =
        [nameof(AccessKind.Comment), nameof(AccessKind.Settled), nameof(AccessKind.Review)];
    private static readonly List<string> Handling = [nameof(AccessGround.OwnCase), nameof(AccessGround.TakenOver)];

    /// <summary>
    /// Writes it down, on the ground by which the role sees cases; on disk when this returns. No case is no record.
    /// </summary>
    public Task RecordAsync(
        IReadOnlyCollection<CaseNumber> numbers, AccessKind kind, Actor actor, CancellationToken cancellation) =>
        RecordAsync(numbers, kind, GroundOf(actor, AccessGround.OwnCase), null, actor, cancellation);

    /// <summary>The same, on this ground, and in what form; null for what has one form only.</summary>
    public Task RecordAsync(
        IReadOnlyCollection<CaseNumber> numbers, AccessKind kind, AccessGround ground, string? detail, Actor actor,
        CancellationToken cancellation)
    {
        var at = time.GetUtcNow().UtcTicks;
        return WriteAsync(
            [.. numbers.Select(number => AccessRows.Of(CaseKey.Of(number), kind, ground, actor, at, detail: detail))],
            cancellation);
    }

    /// <summary>
    /// Writes down that something was searched: what by, and how many were found, never the words. On disk when this returns.
    /// </summary>
    public Task RecordSearchAsync(AccessKind kind, string words, int found, Actor actor, CancellationToken cancellation) =>
        WriteAsync(
            [
                AccessRows.Of(
                    0, kind, GroundOf(actor, AccessGround.Work), actor, time.GetUtcNow().UtcTicks,
                    detail: $"{AccessRows.SortOf(words)}", found: found),
            ],
            cancellation);

    /// <summary>Writes down that a message of the mailbox was read; of no case when it belongs to none.</summary>
    public Task RecordMessageAsync(Guid message, CaseNumber? number, Actor actor, CancellationToken cancellation) => WriteAsync(
        [
            AccessRows.Of(
                number is null ? 0 : CaseKey.Of(number), AccessKind.Message, GroundOf(actor, AccessGround.Work), actor,
                time.GetUtcNow().UtcTicks, detail: $"{message}"),
        ],
        cancellation);

    /// <summary>Writes down something that is of no single case, with how many lines it has.</summary>
    public Task RecordFileAsync(
        AccessKind kind, AccessGround ground, int lines, Actor actor, CancellationToken cancellation) =>
        WriteAsync([AccessRows.Of(0, kind, ground, actor, time.GetUtcNow().UtcTicks, found: lines)], cancellation);

    /// <summary>
    /// The last accesses to a case, the latest first; none for who may not replay it. That whoever handles the case, and whoever
    /// asks, opened its page is left out, and so are comments, which stand beside it.
    /// </summary>
    public async Task<IReadOnlyList<CaseAccess>> OfAsync(CaseNumber number, Actor actor, CancellationToken cancellation) =>
        await rights.MayAsync(number, actor, cancellation) ? await ReadAsync(number, actor, cancellation) : [];

    /// <summary>The same for a page that shows the case: it need not be read again.</summary>
    public async Task<IReadOnlyList<CaseAccess>> OfAsync(
        ActivationCase shown, Actor actor, CancellationToken cancellation) =>
        actor.May(Operation.SeeAllFinishedCases) || shown.Handler?.Id == actor.Id
            ? await ReadAsync(shown.Number, actor, cancellation) : [];

    internal Task WriteAsync(IReadOnlyList<AccessRow> rows, CancellationToken cancellation) =>
        writer.WriteAsync(new AccessAppending(rows, seals), cancellation);

    /// <summary>The ground by which the role sees cases; for any other role, another one.</summary>
    internal static AccessGround GroundOf(Actor actor, AccessGround otherwise) =>
        actor.May(Operation.SeeAllFinishedCases) ? AccessGround.TeamLead : otherwise;

    private async Task<IReadOnlyList<CaseAccess>> ReadAsync(
        CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Looks
            .Where(row => row.Case == key && !Comments.Contains(row.What)
                && (row.What != Case
                    || (row.ActorId != actor.Id && (row.Ground == null || !Handling.Contains(row.Ground)))))
            .OrderByDescending(row => row.At).Take(MostShown).ToListAsync(cancellation);
        var said = await notes.OfAsync(rows, cancellation);
        return [.. rows.Select(row => AccessRows.Read(row, said.GetValueOrDefault(row.Id))).OfType<CaseAccess>()];
    }
}
