using ActivationWizard.App.Background;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.App.Background;

public sealed class RepeatedWorkTests
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new();
    private readonly FakeLogger _log = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Work_WhoseQueryRanOutOfTime_IsDoneAgain()
    {
        using var work = new Work(
            _time, _log, time => time < 3 ? throw new TaskCanceledException("not ours") : Task.CompletedTask);
        await work.StartAsync(Cancellation);

        for (var time = 1; time < 4; time++)
        {
            await work.DoneAsync(time);
            _time.Advance(Interval);
        }

        await work.DoneAsync(4);
        await work.StopAsync(Cancellation);
        Assert.Equal(
            ["Counting fails: System.Threading.Tasks.TaskCanceledException. It is tried again.", "Counting succeeds again."],
            _log.Collector.GetSnapshot().Select(line => line.Message.Split('\n')[0]));
    }

    [Fact]
    public async Task Work_ThatIsToldToStop_EndsWithoutAWord()
    {
        using var work = new Work(_time, _log, _ => Task.CompletedTask);
        await work.StartAsync(Cancellation);
        await work.DoneAsync(1);

        await work.StopAsync(Cancellation);

        Assert.True(work.ExecuteTask!.IsCompleted);
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    [Fact]
    public async Task Work_OfAHostWithoutPatience_IsWaitedForBeforeWhatItNeedsIsTakenAway()
    {
        var released = new TaskCompletionSource();
        var work = new Work(_time, _log, _ => released.Task);
        await work.StartAsync(Cancellation);
        await work.StopAsync(new CancellationToken(canceled: true));

        var end = work.DisposeAsync().AsTask();

        Assert.False(end.IsCompleted);
        released.SetResult();
        await end;
        Assert.True(work.ExecuteTask!.IsCompleted);
        Assert.Empty(_log.Collector.GetSnapshot());
    }

    private sealed class Work(TimeProvider time, ILogger log, Func<int, Task> count)
        : RepeatedWork("Counting", Interval, time, log)
    {
        private readonly SemaphoreSlim _done = new(0);
        private int _count;

        public async Task DoneAsync(int times)
        {
            await _done.WaitAsync(Cancellation);
            Assert.Equal(times, _count);
        }

        protected override async Task DoAsync(CancellationToken cancellation)
        {
            _count++;
            try
            {
                await count(_count);
            }
            finally
            {
                _done.Release();
            }
        }
    }
}
