using ActivationWizard.Tests.Benchmarks;
using ActivationWizard.Tests.Benchmarks.Circuits;
using ActivationWizard.Tests.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Tools;
using ActivationWizard.Tests.Mutations;
using Microsoft.Testing.Platform.Builder;
using Microsoft.Testing.Platform.Extensions.Messages;
using Xunit.MicrosoftTestingPlatform;

namespace ActivationWizard.Tests;

/// <summary>
/// A test run: what it needs is installed, the tests run, and its last line counts them. Not called Program: that is the app's.
/// </summary>
internal static class TestRun
{
    /// <summary>A nightly run that takes longer failed.</summary>
    private static readonly TimeSpan NightlyLimit = TimeSpan.FromHours(6);

    /// <summary>The exit code of a run that was ended; others are the platform's.</summary>
    private const int TooLate = 3;

    private static readonly TestTally Tally = new();

    private static async Task<int> Main(string[] args)
    {
        // The platform would otherwise report each run to its maker.
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_TELEMETRY_OPTOUT", "1");
        if (args.Contains(FaultHost.Switch)) return await FaultHost.RunAsync(args);
        if (args.Contains(FaultCommand.Switch)) return await FaultCommand.RunAsync(args);
        if (args.Contains(CircuitVisitors.Switch)) return await CircuitVisitors.RunAsync(args);
        var run = TestRunArguments.Read(args);
        if (run.NeedsTools) await NeededTools.InstallMissingAsync(Console.Out);
        if (run.Faults is { } part) return await FaultSuite.RunAsync(part, run.Seed, Console.Out);
        if (run.Mutations is { } folder) return await MutationSuite.RunAsync(folder, Console.Out);
        if (run.Benchmark is { } name) return await Benchmark.RunAsync(name, Console.Out);
        var tests = TestPlatformTestFramework.RunAsync(run.ForPlatform, Register);
        var exitCode = await EndsInTimeAsync(tests, run) ? await tests : TooLate;
        if (FaultPart.Table is { } faults) await Console.Out.WriteLineAsync(faults);
        if (run.PrintsTally) await Console.Out.WriteLineAsync(Tally.ToString());
        await Console.Out.FlushAsync();
        return exitCode;
    }

    // A nightly run that hangs must not hang until somebody looks: it ends, and says so, as a failure.
    private static async Task<bool> EndsInTimeAsync(Task<int> tests, TestRunArguments run)
    {
        if (!run.IsNightly || await Task.WhenAny(tests, Task.Delay(NightlyLimit)) == tests)
            return true;
        Tally.Count("nightly run", new FailedTestNodeStateProperty(
            $"It did not end within {NightlyLimit.TotalHours:0} hours, and is ended here; what had not run yet is not counted."));
        return false;
    }

    private static void Register(ITestApplicationBuilder builder, string[] args)
    {
        builder.AddSelfRegisteredExtensions(args);
        builder.TestHost.AddDataConsumer(_ => Tally);
    }
}
