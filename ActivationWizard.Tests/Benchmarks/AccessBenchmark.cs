using System.Diagnostics;
using System.Globalization;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// What the access log costs when a case is opened, on SQLite and on PostgreSQL: the case read by itself, opened with its record
/// on disk before it is shown, and opened again a moment later. Turn by turn, so that a busy disk slows all three alike.
/// </summary>
internal static class AccessBenchmark
{
    private const int Cases = 200;
    private const int Times = 400;
    private const int TimesBefore = 50;

    public static async Task RunAsync(TextWriter output)
    {
        await MeasureAsync(JournalProvider.Sqlite, null, output);
        await using var postgres = new PostgresServer(isDurable: true);
        if (await postgres.ProblemAsync() is { } reason)
            await output.WriteLineAsync($"PostgreSQL skipped: {reason}");
        else
            await MeasureAsync(JournalProvider.Postgres, postgres, output);
    }

    private static async Task MeasureAsync(JournalProvider provider, PostgresServer? postgres, TextWriter output)
    {
        await using var host = await JournalHost.StartAsync(provider, postgres);
        var numbers = new List<CaseNumber>();
        for (var index = 0; index < Cases; index++)
            numbers.Add(await host.Journal.TellAsync(Story.Request(), number => Story.ToTheEnd(number, DemoPeople.Sanne)));

        var admission = host.Get<CaseAdmission>();
        var (read, opened, again) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        for (var time = 0; time < TimesBefore + Times; time++)
        {
            var number = numbers[time % Cases];
            // What is opened after the pause is written down again.
            host.Clock.Advance(CaseAdmission.Pause);
            var alone = await TimeAsync(() => host.Journal.LoadAsync(number, default));
            var first = await TimeAsync(() => admission.OpenAsync(number, DemoPeople.Sanne, null, default));
            var second = await TimeAsync(() => admission.OpenAsync(number, DemoPeople.Sanne, null, default));
            if (time < TimesBefore)
                continue;
            read.Add(alone);
            opened.Add(first);
            again.Add(second);
        }

        await output.WriteLineAsync(Line($"{provider}: a case read", read));
        await output.WriteLineAsync(Line($"{provider}: opened, and written down", opened));
        await output.WriteLineAsync(Line($"{provider}: opened again within the pause", again));
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> open)
    {
        var since = Stopwatch.GetTimestamp();
        await open();
        return Stopwatch.GetElapsedTime(since);
    }

    private static string Line(string what, List<TimeSpan> took)
    {
        var figures = new Figures(took);
        return string.Create(
            CultureInfo.InvariantCulture, $"{what}: median {figures.Median * 1000:0.00} ms, p95 {figures.P95 * 1000:0.00} ms");
    }
}
