using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using CommandLine = ActivationWizard.Tests.Kit.Tools.CommandLine;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// From starting the published product to its first page answered, on an empty data folder and again on what that left behind;
/// beside a blank Blazor app that is published the same way, in the same rounds.
/// </summary>
internal static class StartBenchmark
{
    private const int Times = 5;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(20);

    public static async Task RunAsync(TextWriter output)
    {
        using var folder = new TemporaryFolder();
        await DotnetAsync(
            Product.Root, "publish", "ActivationWizard.App", "-c", "Production", "-r", Rid, "-o", folder["product"]);
        await DotnetAsync(
            folder.Path, "new", "blazor", "--empty", "--interactivity", "Server", "-o", folder["source"], "-n", "Blank");
        await DotnetAsync(
            folder["source"], "publish", "-c", "Release", "-r", Rid, "--self-contained", "-p:PublishReadyToRun=true",
            "-p:PublishReadyToRunComposite=true", "-o", folder["blank"]);
        await output.WriteLineAsync(
            $"published: {MegabytesOf(folder["product"])} MB, a blank app {MegabytesOf(folder["blank"])} MB");

        var (blank, empty, again) = (new List<Start>(), new List<Start>(), new List<Start>());
        for (var time = 0; time < Times; time++)
        {
            using var data = new TemporaryFolder();
            blank.Add(await MeasureAsync(folder["blank"], "Blank", "/", "Now listening on: ", []));
            empty.Add(await ProductAsync(folder["product"], data));
            again.Add(await ProductAsync(folder["product"], data));
        }

        await WriteAsync(output, "a blank app", blank, blank);
        await WriteAsync(output, "empty data folder", empty, blank);
        await WriteAsync(output, "second time", again, blank);
    }

    private static string Rid => RuntimeInformation.RuntimeIdentifier;

    private static Task<Start> ProductAsync(string folder, TemporaryFolder data) => MeasureAsync(
        folder, "ActivationWizard.App", Urls.SignIn, "(Production) is ready. Open ",
        [
            $"--Installation:DataFolder={data.Path}",
            .. ProductionApp.SettingsFor("http://127.0.0.1:9").Select(one => $"--{one.Key}={one.Value}"),
        ]);

    private static async Task<Start> MeasureAsync(
        string folder, string program, string page, string readyWords, string[] arguments)
    {
        var since = Stopwatch.GetTimestamp();
        var (process, ready) = await ChildProcess.StartAsync(
            Path.Combine(folder, program), ["--urls=http://127.0.0.1:0", .. arguments], folder, readyWords,
            new ConcurrentQueue<string>());
        await using var ends = process;
        using var http = new HttpClient { BaseAddress = new Uri(ready.Split(' ')[0]) };
        await http.GetStringAsync(page);
        return new(Stopwatch.GetElapsedTime(since), process.ProcessorTime);
    }

    private static async Task DotnetAsync(string folder, params string[] arguments)
    {
        var result = await CommandLine.RunAsync("dotnet", arguments, Patience, start => start.WorkingDirectory = folder);
        if (!result.Succeeded)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {result.Reason}");
    }

    private static long MegabytesOf(string folder) =>
        new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length) / 1_000_000;

    // The processor time says on a busy machine what the clock would on a quiet one; the ratio is that of the medians.
    private static async Task WriteAsync(
        TextWriter output, string start, IReadOnlyCollection<Start> starts, IReadOnlyCollection<Start> blank)
    {
        await output.WriteLineAsync($"{start}: {Beside(one => one.Took)} (at most 2)");
        await output.WriteLineAsync($"{start}, processor time: {Beside(one => one.Processor)}");

        string Beside(Func<Start, TimeSpan> of)
        {
            var (measured, beside) = (new Figures(starts.Select(of)), new Figures(blank.Select(of)));
            return string.Create(
                CultureInfo.InvariantCulture, $"{measured}, {measured.Median / beside.Median:0.00} × blank");
        }
    }

    private sealed record Start(TimeSpan Took, TimeSpan Processor);
}
