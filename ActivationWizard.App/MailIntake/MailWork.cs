using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.App.MailIntake;

/// <summary>
/// Takes in mail, by one instance at a time: as soon as something comes, once an interval, and what has to be put away within
/// seconds. What fails is tried again; the log says when it begins to, and when it goes on.
/// </summary>
public sealed partial class MailWork(
    MailRound round, MailWorkLease lease, IMailStore store, IncomingMailOptions options, MessageChanges changes,
    MailWorkClock clock) : BackgroundService
{
    // A third of the lease, so that it is renewed before it ends.
    private readonly TimeSpan _slice = lease.Length / 3;

    private RoundEnd? _last;
    private string? _fault;
    private long? _heldAt, _listedAt;

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!options.IsRead)
            return;
        try
        {
            var hasCome = true;
            while (true)
            {
                if (await TriedAsync(() => HoldAsync(stoppingToken), stoppingToken) is not true)
                {
                    round.LeaveToOthers();
                    (hasCome, _) = (true, await WaitedAsync(stoppingToken));
                }
                else if (await TriedAsync(() => WorkAsync(hasCome, stoppingToken), stoppingToken) is not true)
                    (hasCome, _) = (true, await WaitedAsync(stoppingToken));
                else
                    hasCome = await ListenAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await TriedAsync(
                async () =>
                {
                    await lease.YieldAsync();
                    return true;
                },
                CancellationToken.None);
        }
    }

    // False when something was in the way: it is tried again soon.
    private async Task<bool> WorkAsync(bool hasCome, CancellationToken cancellation)
    {
        RoundEnd end;
        if (hasCome || clock.HasPassed(_listedAt, options.Interval))
        {
            round.TryAgain();
            _listedAt = clock.Now;
            end = await round.RunAsync(() => HoldAsync(cancellation), changes.Tell, cancellation);
            await NoteAsync(end, cancellation);
        }
        else
        {
            end = await round.CarryOnAsync(cancellation);
            if (end.Trouble is not null)
                await NoteAsync(end, cancellation);
        }

        return end.Trouble is null or MailTrouble.NotFiled;
    }

    private async Task NoteAsync(RoundEnd end, CancellationToken cancellation)
    {
        if (end.Trouble is { } trouble && end != _last)
            InTheWay(clock.Log, trouble, end.Silence);
        else if (end.Trouble is null && _last?.Trouble is not null)
            GoesOn(clock.Log);
        _last = end;
        await lease.NoteAsync(end.Trouble, end.Silence, cancellation);
    }

    private async Task<bool> HoldAsync(CancellationToken cancellation)
    {
        if (!clock.HasPassed(_heldAt, _slice / 2))
            return true;
        var at = clock.Now;
        _heldAt = null;
        if (!await lease.HoldAsync(cancellation))
            return false;
        _heldAt = at;
        return true;
    }

    private async Task<bool> ListenAsync(CancellationToken cancellation) =>
        await store.WaitAsync(options.Folder, _slice, cancellation) is Reply<bool>.Answered came
            ? came.Value
            : await WaitedAsync(cancellation);

    // True, so that the folder is listed after it.
    private async Task<bool> WaitedAsync(CancellationToken cancellation)
    {
        await clock.DelayAsync(options.Interval < _slice ? options.Interval : _slice, cancellation);
        return true;
    }

    // Null when it failed.
    private async Task<bool?> TriedAsync(Func<Task<bool>> actAsync, CancellationToken cancellation)
    {
        try
        {
            var came = await actAsync();
            _fault = null;
            return came;
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            if (fault.GetType().FullName != _fault)
                Failed(clock.Log, _fault = fault.GetType().FullName!, fault.StackTrace);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Mail cannot be taken in: {Trouble} ({Silence}). It is tried again.")]
    private static partial void InTheWay(ILogger logger, MailTrouble trouble, FailureReason? silence);

    [LoggerMessage(2, LogLevel.Information, "Mail is taken in again.")]
    private static partial void GoesOn(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "Taking in mail fails: {Kind}. It is tried again.\n{Trace}")]
    private static partial void Failed(ILogger logger, string kind, string? trace);
}

/// <summary>The time that the work goes by, and its log.</summary>
public sealed class MailWorkClock(TimeProvider time, ILogger<MailWork> log)
{
    /// <summary>The log of the work.</summary>
    public ILogger Log => log;

    /// <summary>Now, as a timestamp.</summary>
    public long Now => time.GetTimestamp();

    /// <summary>True when so much time passed since a timestamp, and for none.</summary>
    public bool HasPassed(long? since, TimeSpan length) => since is not { } from || time.GetElapsedTime(from) >= length;

    /// <summary>Waits.</summary>
    public Task DelayAsync(TimeSpan length, CancellationToken cancellation) => Task.Delay(length, time, cancellation);
}
