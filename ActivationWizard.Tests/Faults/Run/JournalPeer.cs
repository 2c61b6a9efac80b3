using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Settings;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>Reads a world's journal from outside the app: its events, and whether its chains hold.</summary>
internal sealed class JournalPeer : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Lazy<Task> _keys;

    public JournalPeer(FaultWorld world)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(world.Settings.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value)))
            .Build();
        _services = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddJournal(JournalOptions.Read(new SettingsReader(configuration, isDemo: true)), world.DataFolder, DatabaseMark.Demo)
            .BuildServiceProvider();
        _keys = new(OpenKeysAsync);
    }

    /// <summary>The events of a case.</summary>
    public async Task<IReadOnlyList<RecordedEvent>> ReadAsync(string number) =>
        CaseNumber.TryParse(number, out var known)
            ? await (await GetAsync<CaseReading>()).EventsAsync(known, default)
            : throw new ArgumentException("No case number.", nameof(number));

    /// <summary>The numbers of the cases that were erased.</summary>
    public async Task<IReadOnlySet<string>> ErasedAsync()
    {
        await using var context = (await GetAsync<IDbContextFactory<JournalContext>>()).CreateDbContext();
        var cases = await context.Erasures.Select(row => row.Case).ToListAsync();
        return cases.Select(one => CaseKey.NumberOf(one).ToString()).ToHashSet();
    }

    /// <summary>The open cases, at most 500.</summary>
    public Task<IReadOnlyList<CaseSummary>> SummariesAsync() =>
        _services.GetRequiredService<CaseQueries>().WorkListAsync(DemoPeople.Els, WorkListFilter.All, default);

    /// <summary>What keys of this installation have in them; null when it never started.</summary>
    public async Task<string?> InstallationAsync()
    {
        await using var context = _services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        return await context.Epochs.OrderBy(row => row.Number).Select(row => row.Epoch).FirstOrDefaultAsync() is { } text
            && Epoch.TryParse(text, out var epoch) ? epoch.Installation : null;
    }

    /// <summary>How many cases there are of each name.</summary>
    public async Task<IReadOnlyDictionary<string, int>> NamesAsync()
    {
        await using var context = _services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        return await context.Summaries.GroupBy(row => row.Name).ToDictionaryAsync(same => same.Key, same => same.Count());
    }

    /// <summary>How many messages of the mailbox there are.</summary>
    public async Task<int> MessagesAsync()
    {
        await using var context = _services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        return await context.IncomingMessages.CountAsync();
    }

    /// <summary>How many events there are, of all cases together.</summary>
    public async Task<long> CountAsync()
    {
        await using var context = _services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        return await context.Events.LongCountAsync();
    }

    /// <summary>What is wrong with any chain, or with what stands beside the events.</summary>
    public async Task<IReadOnlyList<Finding>> BreaksAsync()
    {
        var found = await (await GetAsync<JournalVerification>()).CheckAllAsync(default);
        return
        [
            .. found.Breaks.Select(one => new Finding(Harm.Broken, one.Number?.ToString(), $"chain: {one}")),
            .. found.Beside.Select(one => new Finding(Harm.Broken, one.Number?.ToString(), $"beside: {one.Line()}")),
        ];
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private async Task<T> GetAsync<T>()
        where T : notnull
    {
        await _keys.Value;
        return _services.GetRequiredService<T>();
    }

    // Those that outlive a master key, where there was a rotation.
    private async Task OpenKeysAsync()
    {
        await using var keys = _services.GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        await _services.GetRequiredService<KeyRing>().OpenAsync(keys, default);
    }
}
