using ActivationWizard.Tests.Benchmarks;
using ActivationWizard.Tests.Benchmarks.Circuits;
using ActivationWizard.Tests.Faults;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Tools;
using Microsoft.Testing.Platform.Builder;
using Xunit.MicrosoftTestingPlatform;

namespace ActivationWizard.Tests;

/// <summary>
/// A test run: what it needs is installed, the tests run, and its last line counts them. Not called Program: that is the app's.
/// </summary>
internal static class TestRun
{
    private static readonly TestTally Tally = new();

    private static async Task<int> Main(string[] args)
    {
        // The platform would otherwise report each run to its maker.
        Environment.SetEnvironmentVariable("TESTINGPLATFORM_TELEMETRY_OPTOUT", "1");
        if (args.Contains(FaultHost.Switch)) return await FaultHost.RunAsync(args);
        if (args.Contains(CircuitVisitors.Switch)) return await CircuitVisitors.RunAsync(args);
        var run = TestRunArguments.Read(args);
        if (run.NeedsTools) await NeededTools.InstallMissingAsync(Console.Out);
        if (run.Faults is { } part) return await FaultSuite.RunAsync(part, run.Seed, Console.Out);
        if (run.Benchmark is { } name) return await Benchmark.RunAsync(name, Console.Out);
        var exitCode = await TestPlatformTestFramework.RunAsync(run.ForPlatform, Register);
        if (FaultPart.Table is { } faults) await Console.Out.WriteLineAsync(faults);
        if (run.PrintsTally) await Console.Out.WriteLineAsync(Tally.ToString());
        await Console.Out.FlushAsync();
        return exitCode;
    }

    private static void Register(ITestApplicationBuilder builder, string[] args)
    {
        builder.AddSelfRegisteredExtensions(args);
        builder.TestHost.AddDataConsumer(_ => Tally);
    }
}
