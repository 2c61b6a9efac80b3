using System.Diagnostics;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// From starting the built app to its first page answered: on an empty data folder, and again on what that left behind.
/// </summary>
internal static class StartBenchmark
{
    private const int Times = 5;

    public static async Task RunAsync(TextWriter output)
    {
        var (empty, again) = (new List<Start>(), new List<Start>());
        for (var time = 0; time < Times; time++)
        {
            using var data = new TemporaryFolder();
            empty.Add(await MeasureAsync(data));
            again.Add(await MeasureAsync(data));
        }

        await WriteAsync(output, "empty data folder", empty);
        await WriteAsync(output, "second time", again);
    }

    private static async Task<Start> MeasureAsync(TemporaryFolder data)
    {
        var since = Stopwatch.GetTimestamp();
        await using var app = await AppProcess.StartAsync(data.Path);
        using var http = new HttpClient { BaseAddress = app.Address };
        await http.GetStringAsync(Urls.SignIn);
        return new(Stopwatch.GetElapsedTime(since), app.Process.ProcessorTime);
    }

    // The processor time says on a busy machine what the clock would on a quiet one.
    private static async Task WriteAsync(TextWriter output, string start, IReadOnlyCollection<Start> starts)
    {
        await output.WriteLineAsync($"{start}: {new Figures(starts.Select(one => one.Took))} (median at most 3 s)");
        await output.WriteLineAsync($"{start}, processor time: {new Figures(starts.Select(one => one.Processor))}");
    }

    private sealed record Start(TimeSpan Took, TimeSpan Processor);
}
