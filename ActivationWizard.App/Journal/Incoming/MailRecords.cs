using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>A message as it is taken in.</summary>
/// <param name="Identity">A pseudonym of what the same message is known by.</param>
/// <param name="Kind">What it is.</param>
/// <param name="State">What became of it.</param>
/// <param name="Head">Whose it is; null for what nobody has to see in a list.</param>
/// <param name="MessageId">Without brackets; null for none.</param>
/// <param name="ReceivedAt">When it came into the mailbox.</param>
public sealed record TakenMessage(
    string Identity, MessageKind Kind, MessageState State, MessageHead? Head, string? MessageId, DateTimeOffset ReceivedAt)
{
    /// <inheritdoc cref="StoredMessage.Reason"/>
    public string? Reason { get; init; }

    /// <inheritdoc cref="StoredMessage.Case"/>
    public CaseNumber? Case { get; init; }

    /// <inheritdoc cref="StoredMessage.Effect"/>
    public EffectKey? Effect { get; init; }
}

/// <summary>A message with which something is to be done still.</summary>
/// <param name="Message">The message.</param>
/// <param name="Identity">A pseudonym of what the same message is known by.</param>
/// <param name="MessageId">To find it by; null for none.</param>
/// <param name="Filing">Where it is to be put, <c>None</c> being where it came in; null when it is there.</param>
/// <param name="IsToBeTakenIn">What it does to its case is not done yet.</param>
/// <param name="By">Who said that it belongs to the case: a person, or the wizard.</param>
public sealed record PendingMessage(
    StoredMessage Message, string Identity, string? MessageId, MessageFiling? Filing, bool IsToBeTakenIn, Actor By);

/// <summary>
/// What the worker knows of the messages and writes down about them. Everything may be done again, by two at once, or be the last
/// before the end of the process: a message is known by its place and by its identity, each once.
/// </summary>
public sealed class MailRecords(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, MessageRows rows, TimeProvider time)
{
    private const int AtATime = 500;

    private static readonly List<string> Decided =
        [nameof(MessageState.BecameCase), nameof(MessageState.OfCase), nameof(MessageState.NoRequest)];

    private static readonly List<string> PutAway = [nameof(MessageFiling.InProgress), nameof(MessageFiling.Done)];

    /// <summary>Which of these messages are known where they are.</summary>
    public async Task<IReadOnlySet<MailKey>> KnownAsync(
        MailFolderPath folder, IEnumerable<MailKey> keys, CancellationToken cancellation)
    {
        var path = folder.ToString();
        var known = new HashSet<MailKey>();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        foreach (var some in keys.Select(key => key.Id).Chunk(AtATime))
        {
            var found = await context.MessagePlaces.Where(row => row.Folder == path && some.Contains(row.Key))
                .Select(row => row.Key).ToListAsync(cancellation);
            known.UnionWith(found.Select(id => new MailKey(folder, id)));
        }

        return known;
    }

    /// <inheritdoc cref="MessageRows.PseudonymOf"/>
    public string PseudonymOf(string identity) => rows.PseudonymOf(identity);

    /// <summary>Where copies of a message were seen.</summary>
    public async Task<IReadOnlyList<MailKey>> PlacesAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.MessagePlaces.Where(row => row.Message == id).ToListAsync(cancellation);
        return [.. from row in found
                   let folder = MailFolderPath.TryParse(row.Folder, out var path) ? path : null
                   where folder is not null
                   select new MailKey(folder, row.Key)];
    }

    /// <summary>
    /// What to find a message by; null for one that is not known. One that is put away for good has no Message-ID any more, and
    /// is where its places say.
    /// </summary>
    public async Task<MessageTrace?> TraceAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.IncomingMessages.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row
            // After the Message-ID, which is taken away once the place is written down.
            ? new MessageTrace(row.Identity, rows.Open(row)?.MessageId, await PlacesAsync(id, cancellation))
            : null;
    }

    /// <summary>
    /// A copy of the message lies here. True when the message was known; one that was put somewhere before is put there again.
    /// </summary>
    /// <param name="identity">A pseudonym of what it is known by.</param>
    /// <param name="messageId">To find it by; null for none.</param>
    /// <param name="place">Where it lies.</param>
    /// <param name="cancellation">Until the write has begun.</param>
    public async Task<bool> SawAsync(
        string identity, string? messageId, MailKey place, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var id = await context.IncomingMessages.Where(row => row.Identity == identity).Select(row => (Guid?)row.Id)
            .SingleOrDefaultAsync(cancellation);
        if (id is null)
            return false;
        var head = messageId is null ? null : rows.Seal(id.Value, new SealedHead(null, null, null, messageId));
        await writer.WriteRacingAsync(new MessageSeenAgain(id.Value, place, head), cancellation);
        return true;
    }

    /// <summary>
    /// Takes in a message that lies here. False when it was known by then: nothing of it is taken over, and it is known to lie
    /// here as well.
    /// </summary>
    public async Task<bool> TakeAsync(TakenMessage message, MailKey place, CancellationToken cancellation)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        var head = message.Head is { } shown
            ? new SealedHead(
                SearchText.Storable(shown.Sender), shown.Address, SearchText.Storable(shown.Subject), message.MessageId)
            : message.MessageId is null ? null : new SealedHead(null, null, null, message.MessageId);
        var taking = new MessageAdding(
            new IncomingMessageRow
            {
                Id = id,
                Identity = message.Identity,
                Kind = $"{message.Kind}",
                State = $"{message.State}",
                Reason = message.Reason,
                Case = message.Case is { } number ? CaseKey.Of(number) : null,
                Effect = message.Effect?.ToString(),
                Sealed = rows.Seal(id, head),
                // Of a case it is found by the case.
                Sender = message.State is MessageState.Open or MessageState.Skipped
                    ? rows.SenderOf(message.Head?.Address) : null,
                ReceivedAt = message.ReceivedAt.UtcTicks,
                ReadAt = time.GetUtcNow().UtcTicks,
                Filing = $"{MessageFiling.None}",
            },
            place);
        await writer.WriteRacingAsync(taking, cancellation);
        return taking.IsNew;
    }

    /// <summary>
    /// Those with which something is to be done, the longest waiting first, but not those of <paramref name="except"/>.
    /// </summary>
    public async Task<IReadOnlyList<PendingMessage>> PendingAsync(
        IReadOnlyCollection<Guid> except, int most, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await (
            from row in context.IncomingMessages
            let isFinished = row.Case == null
                || context.Summaries.Any(one => one.Case == row.Case && one.CompletedAt != null)
            where Decided.Contains(row.State)
                ? row.Filing == nameof(MessageFiling.None)
                    || (row.Filing == nameof(MessageFiling.InProgress)
                        && (isFinished || (row.State == nameof(MessageState.OfCase) && row.TakenInAt == null)))
                // It was taken back after it was put away.
                : row.State == nameof(MessageState.Open) && PutAway.Contains(row.Filing)
            where !except.Contains(row.Id)
            orderby row.ReadAt, row.Id
            select new { Row = row, IsFinished = isFinished }).Take(most).ToListAsync(cancellation);
        return [.. found.Select(one => Pending(one.Row, one.IsFinished))];
    }

    /// <summary>A copy of the message was moved, or is gone where it was: null for to, or where that is not known.</summary>
    public Task MovedAsync(Guid id, MailKey from, MailKey? to, CancellationToken cancellation) =>
        writer.WriteRacingAsync(new MessagePlacing(id, from, to), cancellation);

    /// <summary>It was put there; when nothing more is done with it, its Message-ID is taken away.</summary>
    public Task FiledAsync(Guid id, MessageFiling filing, CancellationToken cancellation) =>
        writer.WriteRacingAsync(new MessageFiled(id, filing), cancellation);

    /// <summary>What it does to its case was done.</summary>
    public Task TakenInAsync(Guid id, CancellationToken cancellation) =>
        writer.WriteRacingAsync(new MessageTakenIn(id, time.GetUtcNow().UtcTicks), cancellation);

    private PendingMessage Pending(IncomingMessageRow row, bool isFinished)
    {
        var wanted = row.State is nameof(MessageState.Open) ? MessageFiling.None
            : isFinished ? MessageFiling.Done : MessageFiling.InProgress;
        return new PendingMessage(
            rows.Read(row), row.Identity, rows.Open(row)?.MessageId,
            row.Filing == $"{wanted}" ? null : wanted,
            row.State is nameof(MessageState.OfCase) && row.TakenInAt is null,
            row.ActorId is { } id ? new Actor(id, row.ActorName ?? id, Role.Employee) : Actor.Wizard);
    }
}
