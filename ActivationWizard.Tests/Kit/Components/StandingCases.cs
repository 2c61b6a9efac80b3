using System.Collections.Concurrent;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Components;

/// <summary>What is in the database for the feed to look at: a test puts it there, as another instance would.</summary>
internal sealed class StandingCases : IOpenCases
{
    private readonly ConcurrentDictionary<CaseNumber, CaseSummary> _cases = [];
    private int _looks, _reads;

    /// <summary>How often was looked.</summary>
    public int Looks => Volatile.Read(ref _looks);

    /// <summary>How often cases themselves were read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>The database is gone.</summary>
    public bool IsAway { get; set; }

    /// <summary>The messages that wait, and their mark.</summary>
    public (int Count, long Mark) Messages { get; set; }

    /// <summary>What is open in all inboxes; each time another list is put here.</summary>
    public IReadOnlyList<InboxItem> Inbox { get; set; } = [];

    /// <summary>When a look that has begun ends.</summary>
    public Task Answers { get; set; } = Task.CompletedTask;

    /// <summary>Another instance wrote this case.</summary>
    public void Put(CaseSummary one) => _cases[one.Number] = one;

    public async Task<IReadOnlyDictionary<CaseNumber, int>> VersionsAsync(CancellationToken cancellation)
    {
        Interlocked.Increment(ref _looks);
        await Answers;
        return IsAway
            ? throw new TimeoutException("The database is gone.")
            : _cases.Values.Where(one => one.CompletedAt is null).ToDictionary(one => one.Number, one => one.Version);
    }

    public Task<(int Count, long Mark)> MessagesAsync(CancellationToken cancellation) => Task.FromResult(Messages);

    public Task<(int Count, long Mark)> InboxMarkAsync(CancellationToken cancellation) =>
        Task.FromResult((Inbox.Count, Inbox.Sum(item => (long)item.Id.GetHashCode())));

    public Task<IReadOnlyList<InboxItem>> InboxAsync(CancellationToken cancellation) => Task.FromResult(Inbox);

    public Task<IReadOnlyList<CaseSummary>> ReadAsync(IReadOnlyCollection<CaseNumber> numbers, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _reads);
        return Task.FromResult<IReadOnlyList<CaseSummary>>(
            [.. numbers.Where(_cases.ContainsKey).Select(number => _cases[number])]);
    }
}
