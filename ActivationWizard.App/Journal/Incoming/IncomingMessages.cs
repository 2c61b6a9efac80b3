using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>What came of saying what becomes of a message.</summary>
public enum MessageDecision
{
    /// <summary>It is so now.</summary>
    Taken,

    /// <summary>Somebody was first, or it changed meanwhile: nothing was done.</summary>
    TooLate,

    /// <summary>There is no such case, or it was erased.</summary>
    NoSuchCase,
}

/// <summary>
/// The messages that wait for somebody, those that were skipped, and what people say of them. Everything throws <see
/// cref="UnauthorizedAccessException"/> for who may not.
/// </summary>
public sealed class IncomingMessages(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, MessageRows rows, TimeProvider time)
{
    /// <summary>How many messages a page has.</summary>
    public const int PageSize = 50;

    private const int MostSkipped = 200;

    /// <summary>How long those that were skipped are shown, and whose they are is known.</summary>
    public static readonly TimeSpan SkippedShown = TimeSpan.FromDays(14);

    /// <summary>Those that wait for somebody, the longest waiting first; a page beyond the last is the last.</summary>
    public async Task<MessagePage> OpenAsync(int page, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeMessages);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = context.IncomingMessages.Where(row => row.State == nameof(MessageState.Open));
        var count = await open.CountAsync(cancellation);
        var shown = Math.Clamp(page, 1, Math.Max(1, (count + PageSize - 1) / PageSize));
        var found = await open.OrderBy(row => row.ReceivedAt).ThenBy(row => row.Id)
            .Skip((shown - 1) * PageSize).Take(PageSize).ToListAsync(cancellation);
        return new MessagePage([.. found.Select(rows.Read)], count, shown);
    }

    /// <summary>Those that were skipped in the last fourteen days, the latest first; at most 200.</summary>
    public async Task<IReadOnlyList<StoredMessage>> SkippedAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeMessages);
        var since = (time.GetUtcNow() - SkippedShown).UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.IncomingMessages
            .Where(row => row.State == nameof(MessageState.Skipped) && row.ReadAt > since)
            .OrderByDescending(row => row.ReadAt).Take(MostSkipped).ToListAsync(cancellation);
        return [.. found.Select(rows.Read)];
    }

    /// <summary>Null when there is no such message.</summary>
    public async Task<StoredMessage?> FindAsync(Guid id, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeMessages);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.IncomingMessages.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            ? rows.Read(row)
            : null;
    }

    /// <summary>
    /// An open message, as it was seen at <paramref name="version"/>, became or belongs to a case, or is no request. Of two who
    /// say it at once one is first.
    /// </summary>
    /// <param name="id">The message.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="state">What becomes of it.</param>
    /// <param name="number">The case; null for no request.</param>
    /// <param name="reason">Why it is no request; null for a case.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellation">Until the write has begun.</param>
    public async Task<MessageDecision> DecideAsync(
        Guid id, int version, MessageState state, CaseNumber? number, NoRequestReason? reason, Actor actor,
        CancellationToken cancellation)
    {
        actor.Demand(Operation.HandleMessages);
        var deciding = new MessageDeciding(rows, id, version, new MessageDeciding.Made(
            $"{state}", number is null ? null : CaseKey.Of(number), reason?.ToString(), actor, time.GetUtcNow().UtcTicks));
        await writer.WriteAsync(deciding, cancellation);
        return deciding.Came;
    }

    /// <summary>
    /// A message that was skipped or is no request, as it was seen at <paramref name="version"/>, waits for somebody again.
    /// </summary>
    /// <param name="id">The message.</param>
    /// <param name="version">Its version as it was seen.</param>
    /// <param name="reason">Why.</param>
    /// <param name="now">Whose it is and its Message-ID, as the mailbox says; null for what it does not say.</param>
    /// <param name="actor">Who says so.</param>
    /// <param name="cancellation">Until the write has begun.</param>
    public async Task<MessageDecision> TakeBackAsync(
        Guid id, int version, TakeBackReason reason, (MessageHead? Head, string? MessageId) now, Actor actor,
        CancellationToken cancellation)
    {
        actor.Demand(Operation.HandleMessages);
        var taking = new MessageTakingBack(
            rows, id, version, new MessageTakingBack.Made(reason, now.Head, now.MessageId, actor, time.GetUtcNow().UtcTicks));
        await writer.WriteAsync(taking, cancellation);
        return taking.Came;
    }
}
