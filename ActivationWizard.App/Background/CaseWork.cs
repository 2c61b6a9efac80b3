using ActivationWizard.App.Telemetry;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.App.Background;

/// <summary>
/// Lets cases go on after a person's answer, and requests that have just come in until a person has something to decide: several
/// side by side, each one run at a time, and never all of them arrivals. What fails in one case is logged and
/// touches no other; when the app stops, a run ends before its next move.
/// </summary>
public sealed partial class CaseWork(
    CaseRunner runner, WaitingCases queue, WorkSettings settings, TimeProvider time, ILogger<CaseWork> log)
    : BackgroundService
{
    /// <summary>
    /// Runs every case that is in the queue now, one after the other: for tests, which then know that it is done.
    /// </summary>
    public async Task RunOnceAsync(CancellationToken cancellation)
    {
        while (queue.TryTake() is { } number)
            await RunAsync(number, cancellation, cancellation);
    }

    /// <inheritdoc />
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Stopping ends a run between two moves; a move that takes longer than the grace is cut off, and recovered after the next
        // start.
        using var cut = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        await using var stopping = stoppingToken.Register(() =>
        {
            queue.Close();
            cut.CancelAfter(settings.StopGrace);
        });
        await Task.WhenAll(
            RunAllAsync(queue.ReadAllAsync(), settings.CasesAtOnce, number => RunAsync(number, cut.Token, stoppingToken)),
            RunAllAsync(queue.ReadArrivedAsync(), settings.ArrivalsAtOnce, number => RunAsync(number, cut.Token, stoppingToken)));
    }

    private static Task RunAllAsync(
        IAsyncEnumerable<CaseNumber> line, int atOnce, Func<CaseNumber, Task> runAsync) => Parallel.ForEachAsync(
        line, new ParallelOptions { MaxDegreeOfParallelism = atOnce }, async (number, _) => await runAsync(number));

    private async Task RunAsync(CaseNumber number, CancellationToken cut, CancellationToken stopping)
    {
        var known = queue.Begin(number, out var cause);
        using var run = Tracing.Following(cause, "run", $"{number}");
        // What comes of it for the case is told by the journal's own lines.
        using var told = new CallerTells();
        RunEnd? end = null;
        try
        {
            end = known is null
                ? await runner.ContinueAsync(number, cut, stopping) : await runner.ContinueAsync(known, cut, stopping);
            if (end is { Again: { } again })
                queue.AddAt(number, again);
        }
        catch (OperationCanceledException) when (cut.IsCancellationRequested)
        {
            CutOff(log, number);
        }
        catch (Exception failure)
        {
            // Not its message: that may quote what it could not handle.
            Failed(log, number, failure.GetType().FullName!, failure.StackTrace);
        }
        finally
        {
            queue.End(number, end?.Case);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Case {Number} could not go on: {Kind}. It is tried again by the next sweep.\n{Trace}")]
    private static partial void Failed(ILogger logger, CaseNumber number, string kind, string? trace);

    [LoggerMessage(2, LogLevel.Warning, "Case {Number} was cut off because the app stops; it is recovered after the next start.")]
    private static partial void CutOff(ILogger logger, CaseNumber number);
}
