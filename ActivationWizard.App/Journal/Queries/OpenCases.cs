using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Queries;

/// <summary>
/// Where the feed of changes looks, for all pages of this process: whoever shows what it finds asks who may see it.
/// </summary>
public interface IOpenCases
{
    /// <summary>Every open case with its version: two numbers of each, and nothing else is read.</summary>
    Task<IReadOnlyDictionary<CaseNumber, int>> VersionsAsync(CancellationToken cancellation);

    /// <summary>How many messages wait for somebody, and something that is otherwise when they are others.</summary>
    Task<(int Count, long Mark)> MessagesAsync(CancellationToken cancellation);

    /// <summary>How much is open in all inboxes, and something that is otherwise when it is something else.</summary>
    Task<(int Count, long Mark)> InboxMarkAsync(CancellationToken cancellation);

    /// <summary>
    /// Everything that is open in all inboxes. What a later version wrote and this one does not know is left out.
    /// </summary>
    Task<IReadOnlyList<InboxItem>> InboxAsync(CancellationToken cancellation);

    /// <summary>
    /// These cases as they are now, open or not. One that is not there, or that this version cannot read, is left out.
    /// </summary>
    Task<IReadOnlyList<CaseSummary>> ReadAsync(IReadOnlyCollection<CaseNumber> numbers, CancellationToken cancellation);
}

/// <summary>From the summaries.</summary>
public sealed class OpenCases(IDbContextFactory<JournalContext> contexts) : IOpenCases
{
    private const int MostAtOnce = 500;

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<CaseNumber, int>> VersionsAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Summaries.Where(row => row.CompletedAt == null)
            .Select(row => new { row.Case, row.Version })
            .ToListAsync(cancellation);
        var versions = new Dictionary<CaseNumber, int>(rows.Count);
        foreach (var row in rows)
        {
            if (CaseKey.TryNumberOf(row.Case) is { } number)
                versions[number] = row.Version;
        }

        return versions;
    }

    /// <inheritdoc />
    public async Task<(int Count, long Mark)> MessagesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = await context.IncomingMessages.Where(row => row.State == nameof(MessageState.Open)).GroupBy(row => row.State)
            .Select(rows => new { Count = rows.Count(), Mark = rows.Max(row => row.ReadAt) })
            .SingleOrDefaultAsync(cancellation);
        return open is null ? (0, 0) : (open.Count, open.Mark);
    }

    /// <inheritdoc />
    public async Task<(int Count, long Mark)> InboxMarkAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var marks = await context.InboxItems.Where(row => row.ClosedAt == null).Select(row => (long)row.Mark)
            .Concat(context.InboxSeen.Select(row => (long)row.Mark))
            .GroupBy(_ => 1)
            .Select(all => new { Count = all.Count(), Mark = all.Sum() })
            .SingleOrDefaultAsync(cancellation);
        return marks is null ? (0, 0) : (marks.Count, marks.Mark);
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<InboxItem>> InboxAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var open = context.InboxItems.Where(row => row.ClosedAt == null);
        var rows = await open.ToListAsync(cancellation);
        var seen = (await context.InboxSeen.Where(row => open.Any(one => one.Id == row.Item)).ToListAsync(cancellation))
            .ToLookup(row => row.Item, row => row.PersonId);
        return [.. rows.Select(row => InboxRows.Read(row, seen[row.Id])).OfType<InboxItem>()];
    }

    /// <inheritdoc />
    public async Task<IReadOnlyList<CaseSummary>> ReadAsync(
        IReadOnlyCollection<CaseNumber> numbers, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var read = new List<CaseSummary>(numbers.Count);
        foreach (var some in numbers.Select(CaseKey.Of).Chunk(MostAtOnce))
        {
            var rows = await context.Summaries.Where(row => some.Contains(row.Case)).ToListAsync(cancellation);
            read.AddRange(rows.Select(SummaryColumns.Read).OfType<CaseSummary>());
        }

        return read;
    }
}
