using System.Collections.Concurrent;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using Microsoft.EntityFrameworkCore;
using static ActivationWizard.App.Journal.Counts.CountSql;

namespace ActivationWizard.App.Journal.Counts;

/// <summary>
/// The counts in the database. It says nothing when the database does not answer within <see cref="Patience"/>, and is left alone
/// for <see cref="Pause"/> then: what has a limit is no reason to wait.
/// </summary>
public sealed partial class SharedCounts(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, MasterKey master, TimeProvider time,
    ILogger<SharedCounts> log) : ISharedCounts, IDisposable
{
    /// <summary>How long the pages of an instance count that is not seen any more.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private readonly string _instance = $"{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, int> _own = new(StringComparer.Ordinal);

    // One at a time, so that the last that is written is what is so.
    private readonly SemaphoreSlim _publishing = new(1, 1);
    private volatile bool _isBehind;
    private volatile Moment? _failure;
    private volatile Moment? _lastAsked;

    /// <inheritdoc />
    public Task<SharedCount?> AddAsync(Limit limit, string subject, TimeSpan window, CancellationToken cancellation) =>
        TriedAsync<SharedCount>(async () =>
        {
            var adding = new CountStatement(
                $"limit {limit} {subject}", Add, ("@limit", $"{limit}"), ("@subject", NameOf(subject)),
                ("@length", (long)window.TotalMilliseconds));
            await writer.WriteAsync(adding, cancellation);
            return new SharedCount(adding.Given[0], TimeSpan.FromMilliseconds(adding.Given[1]));
        });

    /// <inheritdoc />
    public Task<int?> TakePlaceAsync(string subject)
    {
        var name = NameOf(subject);
        _own.AddOrUpdate(name, 1, (_, count) => count + 1);
        return TriedAsync<int>(async () =>
        {
            await PublishAsync(name);
            return _own.GetValueOrDefault(name) + await ElsewhereAsync(name);
        });
    }

    /// <inheritdoc />
    public async Task<IReadOnlyDictionary<string, int>?> PlacesAsync(IReadOnlyCollection<string> subjects)
    {
        try
        {
            return await OpenPlaces.ReadAsync(contexts, subjects.ToDictionary(NameOf)).WaitAsync(Patience, time);
        }
        catch (Exception failure) when (UnusableJournalException.Explains(failure))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public void GivePlaceBack(string subject)
    {
        var name = NameOf(subject);
        _own.AddOrUpdate(name, 0, (_, count) => Math.Max(0, count - 1));
        _ = TriedAsync<int>(async () =>
        {
            await PublishAsync(name);
            return 0;
        });
    }

    /// <summary>
    /// Shows that this instance lives, puts right what could not be written, and forgets what counts no more: pages of instances
    /// that are gone, and counts of <paramref name="window"/>s that are over. Does nothing where nobody has asked anything for a
    /// while. Throws what the database throws.
    /// </summary>
    public async Task KeepAsync(TimeSpan window, CancellationToken cancellation)
    {
        var isQuiet = _lastAsked is not { } last || time.GetElapsedTime(last.At) > Life + window + window;
        if (_own.IsEmpty && !_isBehind && isQuiet)
            return;
        if (!_own.IsEmpty || _isBehind)
        {
            var renewing = new CountStatement("pages", Renew, ("@instance", _instance));
            await writer.WriteAsync(renewing, cancellation);
            // An instance that was frozen, or whose database was away, finds its pages forgotten.
            if (_isBehind || renewing.Changed != _own.Count)
            {
                _isBehind = false;
                await WithdrawAsync(cancellation);
                foreach (var name in _own.Keys)
                    await PublishAsync(name);
            }
        }

        await writer.WriteAsync(new CountStatement("pages", ForgetPages, LifeOf()), cancellation);
        await writer.WriteAsync(
            new CountStatement("limits", ForgetCounts, ("@length", (long)window.TotalMilliseconds)), cancellation);
    }

    /// <summary>This instance has no pages any more; without any, nothing is written.</summary>
    public Task LeaveAsync(CancellationToken cancellation) =>
        _own.IsEmpty && !_isBehind ? Task.CompletedTask : WithdrawAsync(cancellation);

    public void Dispose() => _publishing.Dispose();

    private Task WithdrawAsync(CancellationToken cancellation) =>
        writer.WriteAsync(new CountStatement("pages", WithdrawAll, ("@instance", _instance)), cancellation);

    private static (string Name, object Value) LifeOf() => ("@life", (long)Life.TotalMilliseconds);

    // In the database for minutes, and nobody's name or address.
    private string NameOf(string subject) => master.PseudonymOf($"limit {subject}");

    private async Task PublishAsync(string name)
    {
        await _publishing.WaitAsync();
        try
        {
            var count = _own.GetValueOrDefault(name);
            await writer.WriteAsync(
                count is 0
                    ? new CountStatement($"pages {name}", Withdraw, ("@subject", name), ("@instance", _instance))
                    : new CountStatement(
                        $"pages {name}", Publish, ("@subject", name), ("@instance", _instance), ("@count", count)),
                CancellationToken.None);
            if (count is 0)
                _own.TryRemove(KeyValuePair.Create(name, 0));
        }
        catch
        {
            _isBehind = true;
            throw;
        }
        finally
        {
            _publishing.Release();
        }
    }

    private async Task<int> ElsewhereAsync(string name)
    {
        var asking = new CountStatement(
            "pages", Elsewhere, ("@subject", name), ("@instance", _instance), LifeOf());
        await using var context = await contexts.CreateDbContextAsync();
        await asking.ReadAsync(context, CancellationToken.None);
        return (int)Math.Min(asking.Given[0], int.MaxValue / 2);
    }

    private async Task<T?> TriedAsync<T>(Func<Task<T>> act)
        where T : struct
    {
        _lastAsked = new Moment(time.GetTimestamp());
        if (_failure is { } failed && time.GetElapsedTime(failed.At) < Pause)
        {
            _isBehind = true;
            return null;
        }

        try
        {
            var result = await act().WaitAsync(Patience, time);
            _failure = null;
            return result;
        }
        catch (Exception failure) when (UnusableJournalException.Explains(failure) || failure is ObjectDisposedException)
        {
            if (_failure is null)
                Alone(log, UnusableJournalException.Kind(failure));
            (_failure, _isBehind) = (new Moment(time.GetTimestamp()), true);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "What has a limit is counted by this instance alone for now: {Kind}.")]
    private static partial void Alone(ILogger logger, string kind);

    // As a timestamp.
    private sealed record Moment(long At);
}
