using System.Diagnostics;
using ActivationWizard.App.Background;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// After how long a person's inbox counts what a colleague did: a take-over that is asked and answered over and over, seen at the
/// instance where it was done and at another, on both databases. From the act's being on disk to the open page's being told.
/// </summary>
internal static class InboxBenchmark
{
    private const int Times = 40;

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(37);

    public static async Task RunAsync(TextWriter output)
    {
        await using (var one = new TestApp())
        {
            await using var other = new TestApp(new() { Beside = one });
            await MeasureAsync("SQLite", one, other, output);
        }

        await using var postgres = new PostgresServer(isDurable: true);
        await using var instances = new Instances(postgres);
        await instances.InitializeAsync();
        await MeasureAsync("PostgreSQL", instances.One, instances.Other, output);
    }

    private static async Task MeasureAsync(string database, TestApp one, TestApp other, TextWriter output)
    {
        var number = await one.NumberOfAsync("E. Mailstra");
        await one.DeskOf(DemoPeople.Sanne).TakeAsync(number);
        using var here = new Page(one, DemoPeople.Sanne);
        using var there = new Page(other, DemoPeople.Sanne);
        var (atHome, elsewhere) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var time = 0; time < Times; time++)
        {
            // At any moment between two looks.
            await Task.Delay(TimeSpan.FromMilliseconds(300) + (Step * time));
            var asks = time % 2 is 0;
            var told = (here.Told(asks), there.Told(asks));
            await (asks
                ? one.DeskOf(DemoPeople.Tom).AnswerAsync(number, 1, new AskToTakeOver())
                : one.DeskOf(DemoPeople.Sanne).AnswerAsync(number, 1, new KeepCase()));
            var since = Stopwatch.GetTimestamp();
            atHome.Add(Stopwatch.GetElapsedTime(since, await told.Item1));
            elsewhere.Add(Stopwatch.GetElapsedTime(since, await told.Item2));
        }

        await output.WriteLineAsync($"{database}, at the same instance: {new Figures(atHome)} (p95 at most 2 s)");
        await output.WriteLineAsync($"{database}, at another instance: {new Figures(elsewhere)} (p95 at most 2 s)");
    }

    private sealed class Page : IDisposable
    {
        private readonly IDisposable _watch;
        private TaskCompletionSource<long>? _told;
        private bool _isAwaited;

        public Page(TestApp app, Actor person)
        {
            var feed = app.Services.GetRequiredService<CaseFeed>();
            _watch = feed.Watch(FeedPart.Inbox, () =>
            {
                if (feed.View.InboxOf(person).Any(item => item.Kind is InboxKind.TakeOverAsked) == _isAwaited)
                    _told?.TrySetResult(Stopwatch.GetTimestamp());
                return Task.CompletedTask;
            });
        }

        /// <summary>When the page is told that the question is there, or is gone.</summary>
        public Task<long> Told(bool isThere)
        {
            (_isAwaited, _told) = (isThere, new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));
            return _told.Task;
        }

        public void Dispose() => _watch.Dispose();
    }
}
