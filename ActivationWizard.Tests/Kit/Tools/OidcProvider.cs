using System.Security.Cryptography;

namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>
/// The identity provider that the tests sign in at, a package of npm, with what it needs: exactly the versions of
/// <c>Kit/Provider/package-lock.json</c>, in a folder of this account's own that every build of the tests shares.
/// </summary>
public static class OidcProvider
{
    private const string Npm = "npm";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(5);

    /// <summary>The folder with what it is installed by, and the script that starts it.</summary>
    public static string Source => Path.Combine(AppContext.BaseDirectory, "Kit", "Provider");

    /// <summary>The file that Node imports; null when it is not installed.</summary>
    public static string? Find() => File.Exists(Entry) ? Entry : null;

    private static string Entry => Path.Combine(Folder, "node_modules", "oidc-provider", "lib", "index.js");

    private static string Folder
    {
        get
        {
            var own = Environment.GetFolderPath(
                Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.Create);
            var version = SHA256.HashData(File.ReadAllBytes(Path.Combine(Source, "package-lock.json")));
            return Path.Combine(own, "ActivationWizard.Tests", $"oidc-provider-{Convert.ToHexString(version)[..16]}");
        }
    }

    /// <summary>Installs it; null when it worked, else the reason.</summary>
    public static async Task<string?> InstallAsync()
    {
        if (CommandLine.Find(Npm) is null && await AptPackages.InstallAsync(Npm) is { } problem)
            return problem;
        if (CommandLine.Find(Npm) is not { } npm)
            return "apt-get install npm brought no npm";
        // Whole or not at all: a folder of that name is one that has everything.
        var made = Directory.CreateDirectory($"{Folder}.{Environment.ProcessId}").FullName;
        foreach (var file in new[] { "package.json", "package-lock.json" })
            File.Copy(Path.Combine(Source, file), Path.Combine(made, file), overwrite: true);
        var installed = await CommandLine.RunAsync(
            npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], Limit, start => start.WorkingDirectory = made);
        if (!installed.Succeeded)
            return $"npm ci: {installed.Reason}";
        if (!Directory.Exists(Folder))
            Directory.Move(made, Folder);
        return Find() is null ? "npm ci brought no oidc-provider" : null;
    }
}
