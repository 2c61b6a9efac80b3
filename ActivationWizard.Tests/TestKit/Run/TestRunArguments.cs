namespace ActivationWizard.Tests.TestKit.Run;

/// <summary>
/// What the command line of a test run asks for; everything but <c>--no-install</c> and <c>--benchmark NAME</c> is the platform's own.
/// </summary>
public sealed record TestRunArguments(string[] ForPlatform, bool NeedsTools, bool PrintsTally, string? Benchmark = null)
{
    /// <summary>Leaves the machine as it is: tests that miss a browser or a database fail with the reason.</summary>
    public const string NoInstall = "--no-install";

    /// <summary>Takes the measure with the name that follows, instead of running tests.</summary>
    public const string BenchmarkSwitch = "--benchmark";

    private static readonly string[] RunsNothing = ["--list-tests", "--help", "-?", "--info"];

    /// <summary>Reads the arguments of the process.</summary>
    public static TestRunArguments Read(string[] args)
    {
        // `dotnet test` and editors start this process with --server: they count and print for themselves.
        var served = args.Contains("--server");
        // With --coverage the tests run in a second process, which counts them; the first only waits for it.
        var waits = args.Contains("--coverage") && !args.Contains("--internal-testhostcontroller-pid");
        var runs = !args.Intersect(RunsNothing).Any();
        string[] platform = [.. args.Where(arg => arg != NoInstall)];
        return new(platform, runs && !served && platform.Length == args.Length, runs && !served && !waits, BenchmarkIn(args));
    }

    // Without a name it is the empty one, which no measure has.
    private static string? BenchmarkIn(string[] args) =>
        Array.IndexOf(args, BenchmarkSwitch) is >= 0 and var at ? args.ElementAtOrDefault(at + 1) ?? "" : null;
}
