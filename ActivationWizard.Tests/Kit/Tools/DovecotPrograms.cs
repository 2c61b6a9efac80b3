namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>A mail server's programs, for IMAP and for submission, where Debian keeps them.</summary>
public static class DovecotPrograms
{
    private const string Folder = "/usr/lib/dovecot";

    /// <summary>What Debian calls them.</summary>
    private static readonly string[] Packages = ["dovecot-imapd", "dovecot-submissiond"];

    /// <summary>The program that starts all others, or null when this machine lacks one of them.</summary>
    public static string? Find() =>
        new[] { "imap", "submission" }.All(program => File.Exists(Path.Combine(Folder, program)))
            // Where only an administrator has it on PATH.
            ? CommandLine.Find("dovecot") ?? new[] { "/usr/sbin/dovecot" }.FirstOrDefault(File.Exists)
            : null;

    /// <summary>Installs them; null when it worked, else the reason.</summary>
    public static async Task<string?> InstallAsync()
    {
        foreach (var package in Packages)
        {
            if (await AptPackages.InstallAsync(package) is { } problem)
                return problem;
        }

        return Find() is null ? $"apt-get install {string.Join(' ', Packages)} brought no dovecot" : null;
    }
}
