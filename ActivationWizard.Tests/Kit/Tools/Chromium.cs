using System.Runtime.InteropServices;
using Processor = System.Runtime.InteropServices.Architecture;

namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>
/// The browser the tests drive: CHROMIUM_PATH, else a Chromium or Chrome of this machine, else Playwright's own. The headless
/// shell is the same engine without the windows, menus and side panels of a browser, which cost more than the pages do.
/// </summary>
public static class Chromium
{
    private const string HeadlessShell = "chromium-headless-shell";

    private static readonly string[] Names = [HeadlessShell, "chromium", "chromium-browser", "google-chrome"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan DownloadLimit = TimeSpan.FromMinutes(5);

    /// <summary>The program, or null when this machine has none that starts.</summary>
    public static async Task<string?> FindAsync()
    {
        string?[] installed = [Environment.GetEnvironmentVariable("CHROMIUM_PATH"), .. Names.Select(CommandLine.Find)];
        foreach (var candidate in installed.OfType<string>())
        {
            if (await StartsAsync(candidate)) return candidate;
        }
        using var playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        var own = playwright.Chromium.ExecutablePath;
        return File.Exists(own) && await StartsAsync(own) ? own : null;
    }

    /// <summary>Installs it; null when it worked, else the reason.</summary>
    public static async Task<string?> InstallAsync()
    {
        List<string> reasons = [];
        foreach (var package in new[] { HeadlessShell, "chromium" })
        {
            var apt = await AptPackages.InstallAsync(package);
            if (apt is null && await FindAsync() is not null) return null;
            reasons.Add(apt ?? $"apt-get install {package} brought none that starts");
        }
        foreach (var arguments in new string[][] { ["install", "--with-deps", "chromium"], ["install", "chromium"] })
        {
            // In a process of its own, because Playwright's command line sets no limit to a download.
            var download = await CommandLine.RunAsync(PlaywrightNode, [PlaywrightProgram, .. arguments], DownloadLimit);
            if (download.Succeeded && await FindAsync() is not null) return null;
            reasons.Add($"playwright {string.Join(' ', arguments)}: {download.Reason}");
        }
        return string.Join("; ", reasons);
    }

    // On Ubuntu chromium-browser may be a script that only asks for snap.
    private static async Task<bool> StartsAsync(string program) =>
        (await CommandLine.RunAsync(program, ["--version"], StartLimit)).Succeeded;

    /// <summary>The Node that comes with Playwright, whatever this machine has.</summary>
    public static string PlaywrightNode
    {
        get
        {
            var arm = RuntimeInformation.ProcessArchitecture == Processor.Arm64;
            var platform = OperatingSystem.IsWindows() ? "win32_x64"
                : (OperatingSystem.IsMacOS() ? "darwin-" : "linux-") + (arm ? "arm64" : "x64");
            var node = OperatingSystem.IsWindows() ? "node.exe" : "node";
            return Path.Combine(AppContext.BaseDirectory, ".playwright", "node", platform, node);
        }
    }

    private static string PlaywrightProgram => Path.Combine(AppContext.BaseDirectory, ".playwright", "package", "cli.js");
}
