using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using Microsoft.Extensions.Logging.Abstractions;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// How often the database is asked for pages that stand open and of which nothing changes, and after how long a page sees what
/// another instance wrote. A page is told in four parts, as a case's page is: the case, the news, the count of those that need
/// attention, the work list.
/// </summary>
internal static class FeedBenchmark
{
    private const int OpenCases = 200;
    private const int Times = 20;

    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    public static async Task RunAsync(TextWriter output)
    {
        JournalHost? counted = null;
        using var count = new CommandCount(command => counted is { } host && CommandCount.IsOf(host, command));
        await using var here = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        await using var elsewhere = await JournalHost.StartAsync(here.Storage, DatabaseMark.Demo);
        counted = here;
        var cases = new List<ActivationCase>();
        for (var at = 0; at < OpenCases; at++)
            cases.Add((await elsewhere.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, default)).Case!);

        foreach (var pages in new[] { 0, 1, 50 })
        {
            var asked = await IdleAsync(here, count, cases, pages);
            await output.WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"{pages,2} idle pages: {asked:0} queries per minute"));
        }

        await output.WriteLineAsync(
            $"another instance's change is told after: {new Figures(await DelaysAsync(here, elsewhere, cases))} (at most 2 s)");
        await output.WriteLineAsync($"one look at {OpenCases} open cases: {new Figures(await LooksAsync(here))}");
    }

    private static CaseFeed NewFeed(
        JournalHost host) => new(host.Get<IOpenCases>(), TimeProvider.System, NullLogger<CaseFeed>.Instance);

    private static async Task<double> IdleAsync(JournalHost host, CommandCount count, List<ActivationCase> cases, int pages)
    {
        using var feed = NewFeed(host);
        for (var page = 0; page < pages; page++)
        {
            var shown = cases[page];
            feed.Follow(() => shown, _ => Task.CompletedTask);
            feed.Watch(FeedPart.News, () => Task.CompletedTask);
            feed.Watch(FeedPart.News, () => Task.CompletedTask);
            feed.Watch(FeedPart.Cases, () => Task.CompletedTask, TimeSpan.FromMinutes(1));
        }

        await Task.Delay(CaseFeed.Interval * 2);
        count.Restart();
        var since = Stopwatch.GetTimestamp();
        await Task.Delay(Long);
        return count.Sent / Stopwatch.GetElapsedTime(since).TotalMinutes;
    }

    private static async Task<List<TimeSpan>> DelaysAsync(JournalHost here, JournalHost elsewhere, List<ActivationCase> cases)
    {
        using var feed = NewFeed(here);
        var delays = new List<TimeSpan>();
        for (var time = 0; time < Times; time++)
        {
            var shown = cases[time];
            var told = new TaskCompletionSource();
            using var following = feed.Follow(() => shown, _ =>
            {
                told.TrySetResult();
                return Task.CompletedTask;
            });
            await Task.Delay(TimeSpan.FromMilliseconds(300 + (time * 50)));
            await elsewhere.Journal.AppendAsync(shown, [new CaseTaken()], DemoPeople.Sanne, null, default);
            var since = Stopwatch.GetTimestamp();
            await told.Task;
            delays.Add(Stopwatch.GetElapsedTime(since));
        }

        return delays;
    }

    private static async Task<List<TimeSpan>> LooksAsync(JournalHost here)
    {
        using var feed = NewFeed(here);
        var took = new List<TimeSpan>();
        for (var time = 0; time <= Times; time++)
        {
            var since = Stopwatch.GetTimestamp();
            await feed.LookAsync(default);
            took.Add(Stopwatch.GetElapsedTime(since));
        }

        // The first reads every case.
        return took[1..];
    }
}
