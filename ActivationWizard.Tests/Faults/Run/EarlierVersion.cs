using System.Formats.Tar;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>A version from before this one, built from the history of the repository.</summary>
internal sealed class EarlierVersion : IDisposable
{
    /// <summary>
    /// Main of 29 November 2026. To be moved forward when its host no longer knows the settings of a run, and at each release.
    /// </summary>
    public const string Commit = "146c0d9";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(20);

    private readonly TemporaryFolder _folder = new();

    private EarlierVersion()
    {
    }

    /// <summary>Its tests, which have its host in them.</summary>
    public string Program => Path.Combine(Project, "bin", "Release", "net10.0", "ActivationWizard.Tests.dll");

    private string Project => _folder["ActivationWizard.Tests"];

    /// <summary>
    /// Builds it, which takes minutes; null with the reason where there is no such history, as in a clone without depth.
    /// </summary>
    public static async Task<(EarlierVersion? Version, string? Reason)> BuildAsync()
    {
        var version = new EarlierVersion();
        var archive = version._folder["source.tar"];
        if (await RunAsync("git", "-C", Product.Root, "archive", "-o", archive, Commit) is { } missing)
            return Without(version, missing);
        await TarFile.ExtractToDirectoryAsync(archive, version._folder.Path, overwriteFiles: false);
        return await RunAsync("dotnet", "build", version.Project, "-c", "Release", "-p:RunAnalyzers=false") is { } broken
            ? Without(version, broken)
            : (version, null);
    }

    public void Dispose() => _folder.Dispose();

    private static (EarlierVersion?, string?) Without(EarlierVersion version, string reason)
    {
        version.Dispose();
        return (null, reason);
    }

    // Why it failed; null when it did not.
    private static async Task<string?> RunAsync(string program, params string[] arguments) =>
        await CommandLine.RunAsync(program, arguments, Limit) is { Succeeded: false } failed ? failed.Reason : null;
}
