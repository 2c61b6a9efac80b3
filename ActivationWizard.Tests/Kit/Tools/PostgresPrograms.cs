namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>
/// PostgreSQL's server programs: POSTGRES_BIN, else PATH, else the newest of the folders where Debian keeps them.
/// </summary>
public static class PostgresPrograms
{
    private const string DebianFolder = "/usr/lib/postgresql";

    /// <summary>The folder with initdb and postgres, or null when this machine has none.</summary>
    public static string? Find()
    {
        string?[] folders =
        [
            Environment.GetEnvironmentVariable("POSTGRES_BIN"),
            Path.GetDirectoryName(CommandLine.Find("postgres")),
            .. Directory.Exists(DebianFolder) ? NewestFirst() : [],
        ];
        return folders.OfType<string>().FirstOrDefault(folder => File.Exists(Path.Combine(folder, "initdb")));
    }

    /// <summary>Installs them; null when it worked, else the reason.</summary>
    public static async Task<string?> InstallAsync() =>
        await AptPackages.InstallAsync("postgresql")
        ?? (Find() is null ? "apt-get install postgresql brought no initdb" : null);

    private static IEnumerable<string> NewestFirst() =>
        Directory.GetDirectories(DebianFolder)
            .OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0)
            .Select(folder => Path.Combine(folder, "bin"));
}
