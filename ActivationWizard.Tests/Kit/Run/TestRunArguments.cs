namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// What the command line of a test run asks for; everything but <c>--nightly</c>, <c>--no-install</c>, <c>--benchmark NAME</c>,
/// <c>--mutations [NAME]</c> and <c>--faults [NAME] [--seed N]</c> is the platform's own. A run without a <c>--filter-…</c> is of
/// one level: everyday, or nightly.
/// </summary>
public sealed record TestRunArguments(string[] ForPlatform, bool NeedsTools, bool PrintsTally, string? Benchmark = null)
{
    /// <summary>Runs the fault suite, or the part with the name that follows, instead of tests.</summary>
    public const string FaultsSwitch = "--faults";

    /// <summary>The random combination that the fault suite repeats.</summary>
    public const string SeedSwitch = "--seed";

    /// <summary>Runs the nightly level.</summary>
    public const string NightlySwitch = "--nightly";

    /// <summary>Leaves the machine as it is: tests that miss a browser or a database fail with the reason.</summary>
    public const string NoInstall = "--no-install";

    /// <summary>Takes the measure with the name that follows, instead of running tests.</summary>
    public const string BenchmarkSwitch = "--benchmark";

    /// <summary>
    /// The filters, as on a command line, by which whoever is served over <c>--server</c> sees tests; all when it is not set. For
    /// a program that runs tests through that door and cannot choose among them, as the one that plants mutations.
    /// </summary>
    public const string ServedVariable = "ACTIVATIONWIZARD_SERVED_TESTS";

    /// <summary>Plants mistakes in all parts, or in the one with the name that follows, instead of running tests.</summary>
    public const string MutationsSwitch = "--mutations";

    /// <summary>Whether the nightly level runs.</summary>
    public bool IsNightly { get; private init; }

    /// <summary>The part of the fault suite to run, empty for all of it; null for tests.</summary>
    public string? Faults { get; private init; }

    /// <summary>The part to plant mistakes in, empty for all of them; null for tests.</summary>
    public string? Mutations { get; private init; }

    /// <summary>The seed to repeat.</summary>
    public int? Seed { get; private init; }

    private const string Nightly = $"{NightlyAttribute.Trait}={NightlyAttribute.Level}";

    private static readonly string[] SaysOnly = ["--help", "-?", "--info"];
    private static readonly string[] RunsNothing = ["--list-tests", .. SaysOnly];

    /// <summary>Reads the arguments of the process.</summary>
    public static TestRunArguments Read(string[] args)
    {
        // `dotnet test` and editors start this process with --server: they count and print for themselves.
        var served = args.Contains("--server");
        // With --coverage the tests run in a second process, which counts them; the first only waits for it.
        var waits = args.Contains("--coverage") && !args.Contains("--internal-testhostcontroller-pid");
        var runs = !args.Intersect(RunsNothing).Any();
        var isNightly = args.Contains(NightlySwitch);
        string[] platform = [.. args.Where(arg => arg is not (NoInstall or NightlySwitch)), .. Level(args, isNightly)];
        var needsTools = runs && !served && !args.Contains(NoInstall);
        return new(platform, needsTools, runs && !served && !waits, NameAfter(args, BenchmarkSwitch))
        {
            IsNightly = isNightly,
            Faults = NameAfter(args, FaultsSwitch),
            Mutations = NameAfter(args, MutationsSwitch),
            Seed = int.TryParse(NameAfter(args, SeedSwitch), out var seed) ? seed : null,
        };
    }

    // Who names a test, and an editor that asks for one by its id, gets it whatever its level.
    private static string[] Level(string[] args, bool isNightly) => (isNightly, args) switch
    {
        (true, _) => ["--filter-trait", Nightly],
        _ when args.Any(arg => arg.StartsWith("--filter-", StringComparison.Ordinal)) => [],
        _ when args.Intersect(SaysOnly).Any() => [],
        _ when args.Contains("--server") && !args.Contains("dotnettestcli") => ServedTests(),
        _ => ["--filter-not-trait", Nightly],
    };

    private static string[] ServedTests() =>
        Environment.GetEnvironmentVariable(ServedVariable)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    // Without a name it is the empty one, which no measure has; another switch is no name.
    private static string? NameAfter(string[] args, string word) => Array.IndexOf(args, word) is >= 0 and var at
        ? args.ElementAtOrDefault(at + 1) is { } name && !name.StartsWith('-') ? name : ""
        : null;
}
