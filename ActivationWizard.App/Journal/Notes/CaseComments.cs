using System.Text;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Notes;

/// <summary>What a comment is for. The names are in the database.</summary>
public enum CommentKind
{
    Discuss,
    Compliment,
    Mistake,
}

/// <summary>What somebody said about an event of a case.</summary>
/// <param name="Id">Its own.</param>
/// <param name="Sequence">The event.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Text">What was said.</param>
/// <param name="Author">Who said it.</param>
/// <param name="At">When.</param>
/// <param name="ResolvedAt">When it was settled; null while it is open.</param>
/// <param name="ResolvedBy">Name of who settled it.</param>
public sealed record Comment(
    Guid Id, int Sequence, CommentKind Kind, string Text, Actor Author, DateTimeOffset At, DateTimeOffset? ResolvedAt,
    string? ResolvedBy);

/// <summary>
/// Comments on events. They are beside the case's chain, never in it; encrypted with the case's own key, so that they are gone
/// when the case is erased. Whoever may replay a case may read and write them. That one was written, and settled, is among the
/// access records, which are sealed: what is removed, or marked by anybody else, is found.
/// </summary>
public sealed class CaseComments(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, CaseKeys keys, ReplayRights rights, RecordSeals seals,
    TimeProvider time)
{
    /// <summary>The most characters of one.</summary>
    public const int LongestText = 1_000;

    /// <summary>The comments of a case in the order of its events; none for who may not replay it.</summary>
    public async Task<IReadOnlyList<Comment>> OfAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!await rights.MayAsync(number, actor, cancellation))
            return [];
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.IsErasedAsync(key, cancellation))
            return [];
        var rows = await context.Comments.Where(row => row.Case == key)
            .OrderBy(row => row.Sequence)
            .ThenBy(row => row.At)
            .ToListAsync(cancellation);
        var known = await keys.FindManyAsync([.. rows.Select(row => row.KeyId).Distinct()], cancellation);
        return [.. rows.Select(row => Read(row, known.GetValueOrDefault(row.KeyId))).OfType<Comment>()];
    }

    /// <summary>
    /// Adds one; false when there is nothing to say, too much, or no such event. Throws <see cref="UnauthorizedAccessException"/>
    /// for who may not comment on this case.
    /// </summary>
    public async Task<bool> AddAsync(
        CaseNumber number, int sequence, CommentKind kind, string text, Actor actor, CancellationToken cancellation)
    {
        var said = SearchText.Storable(text).Trim();
        if (said.Length is 0 or > LongestText || !Enum.IsDefined(kind))
            return false;

        actor.Demand(Operation.Comment);
        await DemandAsync(number, actor, cancellation);
        var @case = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var head = await context.Summaries.Where(row => row.Case == @case).Select(ChainHead.OfRow).SingleAsync(cancellation);
        if (sequence < 1 || sequence > head.Version || await context.IsErasedAsync(@case, cancellation)
            || await keys.FindAsync(head.KeyId, cancellation) is not { } key)
            return false;

        var row = new CommentRow
        {
            Id = Guid.NewGuid(),
            Case = @case,
            Sequence = sequence,
            Kind = kind.ToString(),
            AuthorId = actor.Id,
            AuthorName = actor.Name,
            AuthorRole = actor.Role.ToString(),
            At = time.GetUtcNow().UtcTicks,
            Payload = [],
            KeyId = key.Id,
        };
        row.Payload = SealedBox.Close(key.Bytes, Encoding.UTF8.GetBytes(said), Envelope.PlaceOf(row));
        var handler = await context.Summaries.Where(one => one.Case == @case).Select(one => one.HandlerId)
            .SingleAsync(cancellation);
        var told = Told(number, row, kind, actor, handler).Select(InboxRows.Of).ToList();
        await writer.WriteAsync(
            new Writing(row.Id, Recorded(AccessKind.Comment, @case, row.Id, actor, row.At), session =>
            {
                session.Context.Add(row);
                session.Context.AddRange(told);
                return Task.FromResult(true);
            }),
            cancellation);
        return true;
    }

    /// <summary>Settles a comment; false when it is not there, or was settled.</summary>
    public async Task<bool> ResolveAsync(CaseNumber number, Guid id, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.Comment);
        await DemandAsync(number, actor, cancellation);
        var (@case, now) = (CaseKey.Of(number), time.GetUtcNow().UtcTicks);
        var settling = new Writing(id, Recorded(AccessKind.Settled, @case, id, actor, now), async session =>
        {
            await InboxNotes.CloseAsync(session, id, now, CancellationToken.None);
            return await session.Context.Comments.Where(row => row.Id == id && row.Case == @case && row.ResolvedAt == null)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.ResolvedAt, now).SetProperty(row => row.ResolvedBy, actor.Name),
                    CancellationToken.None) is 1;
        });
        await writer.WriteAsync(settling, cancellation);
        return settling.IsDone;
    }

    /// <summary>The text of a comment; null for a row with another's place, or of another key: it opens for nobody.</summary>
    internal static byte[]? TextOf(CommentRow row, DataKey key) =>
        SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.PlaceOf(row))
        ?? SealedBox.TryOpen(key.Bytes, row.Payload, Envelope.EarlierPlaceOf(row));

    // Whoever has the case, and of a mistake that an employee reports, every team lead.
    private static IEnumerable<InboxItem> Told(CaseNumber number, CommentRow row, CommentKind kind, Actor author, string? handler)
    {
        List<InboxAddress> to = [];
        if (handler is not null && handler != author.Id)
            to.Add(new InboxAddress(Role.Employee, handler));
        if (kind is CommentKind.Mistake && author.Role is Role.Employee)
            to.Add(InboxRules.TeamLeads);
        var what = kind is CommentKind.Mistake ? InboxKind.MistakeReported : InboxKind.Remarked;
        return to.Select(one => InboxItem.New(what, one, author, new DateTimeOffset(row.At, TimeSpan.Zero)) with
        {
            Case = number,
            Sequence = row.Sequence,
            Subject = row.Id,
        });
    }

    private async Task DemandAsync(CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        if (!await rights.MayAsync(number, actor, cancellation))
            throw new UnauthorizedAccessException($"Case {number} is not this person's to comment on.");
    }

    /// <summary>Null for one that cannot be read.</summary>
    internal static Comment? Read(CommentRow row, DataKey? key) =>
        key is not null && TextOf(row, key) is { } text
        && Enum.TryParse<CommentKind>(row.Kind, out var kind) && Enum.TryParse<Role>(row.AuthorRole, out var role)
            ? new Comment(
                row.Id,
                row.Sequence,
                kind,
                Encoding.UTF8.GetString(text),
                new Actor(row.AuthorId, row.AuthorName, role),
                new DateTimeOffset(row.At, TimeSpan.Zero),
                row.ResolvedAt is { } resolved ? new DateTimeOffset(resolved, TimeSpan.Zero) : null,
                row.ResolvedBy)
            : null;

    private AccessAppending Recorded(AccessKind kind, long @case, Guid id, Actor actor, long at) => new(
        [AccessRows.Of(@case, kind, CaseAccesses.GroundOf(actor, AccessGround.OwnCase), actor, at, detail: $"{id}")], seals);

    // With its record, or not at all.
    private sealed class Writing(Guid id, AccessAppending record, Func<JournalSession, Task<bool>> stage) : IJournalWrite
    {
        public string Subject { get; } = $"comment {id}";

        /// <summary>There was something to do.</summary>
        public bool IsDone { get; private set; }

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            IsDone = await stage(session);
            if (IsDone)
                await record.StageAsync(session, cancellation);
        }
    }
}
