namespace ActivationWizard.Tests.TestKit.Run;

/// <summary>What the command line of a test run asks for; everything but <c>--no-install</c> is the platform's own.</summary>
public sealed record TestRunArguments(string[] ForPlatform, bool NeedsTools, bool PrintsTally)
{
    /// <summary>Leaves the machine as it is: tests that miss a browser or a database fail with the reason.</summary>
    public const string NoInstall = "--no-install";

    private static readonly string[] RunsNothing = ["--list-tests", "--help", "-?", "--info"];

    /// <summary>Reads the arguments of the process.</summary>
    public static TestRunArguments Read(string[] args)
    {
        // `dotnet test` and editors start this process with --server: they count and print for themselves.
        var served = args.Contains("--server");
        var runs = !args.Intersect(RunsNothing).Any();
        string[] platform = [.. args.Where(arg => arg != NoInstall)];
        return new(platform, runs && !served && platform.Length == args.Length, runs && !served);
    }
}
