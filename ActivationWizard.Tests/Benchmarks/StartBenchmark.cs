using System.Diagnostics;
using ActivationWizard.App;
using ActivationWizard.Tests.TestKit.Basics;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>From starting the built app to its first page answered: on an empty data folder, and again on what that left behind.</summary>
internal static class StartBenchmark
{
    private const int Times = 5;

    public static async Task RunAsync(TextWriter output)
    {
        var (empty, again) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var time = 0; time < Times; time++)
        {
            using var data = new TemporaryFolder();
            empty.Add(await MeasureAsync(data));
            again.Add(await MeasureAsync(data));
        }

        await output.WriteLineAsync($"start, empty data folder: {new Figures(empty)} (at most 3 s)");
        await output.WriteLineAsync($"start, second time:       {new Figures(again)} (at most 3 s)");
    }

    private static async Task<TimeSpan> MeasureAsync(TemporaryFolder data)
    {
        var since = Stopwatch.GetTimestamp();
        await using var app = await AppProcess.StartAsync(data.Path);
        using var http = new HttpClient { BaseAddress = app.Address };
        await http.GetStringAsync(Urls.SignIn);
        return Stopwatch.GetElapsedTime(since);
    }
}
