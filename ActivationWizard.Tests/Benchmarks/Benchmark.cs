using ActivationWizard.Tests.Benchmarks.Circuits;
using ActivationWizard.Tests.Benchmarks.Load;
using ActivationWizard.Tests.Benchmarks.Screens;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>The measures that <c>--benchmark NAME</c> takes. They print figures; no test depends on them.</summary>
internal static class Benchmark
{
    private static readonly Dictionary<string, Func<TextWriter, Task>> ByName = new()
    {
        ["clicks"] = ClicksBenchmark.RunAsync,
        ["first-click"] = FirstClickBenchmark.RunAsync,
        ["latency"] = LatencyBenchmark.RunAsync,
        ["arrival"] = ArrivalBenchmark.RunAsync,
        ["mailbox"] = MailboxBenchmark.RunAsync,
        ["feed"] = FeedBenchmark.RunAsync,
        ["inbox"] = InboxBenchmark.RunAsync,
        ["access"] = AccessBenchmark.RunAsync,
        ["start"] = StartBenchmark.RunAsync,
        ["journal"] = JournalBenchmark.RunAsync,
        ["replay"] = ReplayBenchmark.RunAsync,
        ["recovery"] = RecoveryBenchmark.RunAsync,
        ["take-over"] = TakeOverBenchmark.RunAsync,
        ["session-end"] = SessionEndBenchmark.RunAsync,
        ["move"] = MoveBenchmark.RunAsync,
        ["effect"] = EffectBenchmark.RunAsync,
        ["telemetry"] = TelemetryBenchmark.RunAsync,
        ["answers"] = AnswersBenchmark.RunAsync,
        ["load"] = LoadBenchmark.RunAsync,
        ["open-lists"] = OpenListsBenchmark.RunAsync,
        ["circuits"] = CircuitsBenchmark.RunAsync,
        ["paint"] = PaintBenchmark.RunAsync,
        ["visits"] = VisitsBenchmark.RunAsync,
        ["screens"] = ScreensBenchmark.RunAsync,
        ["folders"] = FoldersBenchmark.RunAsync,
        ["coverage"] = CoverageBenchmark.RunAsync,
        ["variants"] = VariantsBenchmark.RunAsync,
        ["notations"] = NotationsBenchmark.RunAsync,
    };

    /// <summary>Takes one; the exit code.</summary>
    public static async Task<int> RunAsync(string name, TextWriter output)
    {
        if (!ByName.TryGetValue(name, out var measure))
        {
            await output.WriteLineAsync($"--benchmark takes one of: {string.Join(", ", ByName.Keys)}");
            return 1;
        }

        InstalledApp.IsMeasured = true;
        await measure(output);
        return 0;
    }
}
