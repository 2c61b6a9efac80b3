namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>
/// What the tests need beside the SDK: a browser, a PostgreSQL server, an identity provider, a mail server, a proxy and, for the
/// faults of a disk, strace.
/// </summary>
public static class NeededTools
{
    /// <summary>
    /// Installs what this machine lacks and says so, one line each. A tool that cannot be installed is no reason to stop here:
    /// the tests that need it fail, and name it.
    /// </summary>
    public static async Task InstallMissingAsync(TextWriter log)
    {
        if (await Chromium.FindAsync() is null) await InstallAsync(log, "Chromium", Chromium.InstallAsync);
        if (PostgresPrograms.Find() is null) await InstallAsync(log, "PostgreSQL", PostgresPrograms.InstallAsync);
        if (OidcProvider.Find() is null) await InstallAsync(log, "oidc-provider", OidcProvider.InstallAsync);
        if (DovecotPrograms.Find() is null) await InstallAsync(log, "dovecot", DovecotPrograms.InstallAsync);
        if (NginxProgram.Find() is null) await InstallAsync(log, "nginx", () => AptPackages.InstallAsync("nginx"));
        if (OperatingSystem.IsLinux() && CommandLine.Find("strace") is null)
            await InstallAsync(log, "strace", () => AptPackages.InstallAsync("strace"));
    }

    private static async Task InstallAsync(TextWriter log, string tool, Func<Task<string?>> install)
    {
        await log.WriteLineAsync($"{tool} not found, installing it.");
        var problem = await install();
        await log.WriteLineAsync(problem is null ? $"{tool} installed." : $"{tool} could not be installed: {problem}");
    }
}
