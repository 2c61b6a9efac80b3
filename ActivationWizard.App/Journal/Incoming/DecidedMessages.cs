using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Incoming;

/// <summary>
/// What became of messages, lately and of one case: whose they are and what they say is known no more. Everything throws <see
/// cref="UnauthorizedAccessException"/> for who may not.
/// </summary>
public sealed class DecidedMessages(IDbContextFactory<JournalContext> contexts, MessageRows rows, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Lately = TimeSpan.FromDays(7);

    // Of those that waited longer, only the row of the case tells.
    private static readonly TimeSpan LongestWait = TimeSpan.FromDays(60);

    private static readonly List<string> Decided =
        [nameof(MessageState.BecameCase), nameof(MessageState.OfCase), nameof(MessageState.NoRequest)];

    private static readonly List<string> WithCase = [nameof(MessageState.BecameCase), nameof(MessageState.OfCase)];

    /// <summary>Those of the last seven days, the latest first; at most 100.</summary>
    public async Task<IReadOnlyList<StoredMessage>> LatelyAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeMessages);
        var now = time.GetUtcNow();
        var (since, cameSince) = ((now - Lately).UtcTicks, (now - LongestWait).UtcTicks);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.IncomingMessages
            .Where(row => Decided.Contains(row.State) && row.ReadAt > cameSince && (row.DecidedAt ?? row.ReadAt) > since)
            .OrderByDescending(row => row.DecidedAt ?? row.ReadAt).Take(Most).ToListAsync(cancellation);
        return [.. found.Select(rows.Read)];
    }

    /// <summary>The message that became this case and those that belong to it, the one that came first first.</summary>
    public async Task<IReadOnlyList<StoredMessage>> OfCaseAsync(
        CaseNumber number, Actor actor, CancellationToken cancellation)
    {
        actor.Demand(Operation.SeeMessages);
        var key = CaseKey.Of(number);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = await context.IncomingMessages.Where(row => row.Case == key && WithCase.Contains(row.State))
            .OrderBy(row => row.ReceivedAt).Take(Most).ToListAsync(cancellation);
        return [.. found.Select(rows.Read)];
    }
}
