namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>Installs packages of Debian and its kin, as root or through a sudo that asks no password.</summary>
public static class AptPackages
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Installs the package; null when it worked, else the reason.</summary>
    public static async Task<string?> InstallAsync(string package)
    {
        if (CommandLine.Find("apt-get") is not { } apt) return "this machine has no apt-get";
        string[] prefix = Environment.IsPrivilegedProcess ? [apt] : ["sudo", "-n", apt];
        // A mirror that is unreachable for one list need not stop the install: that decides.
        await RunAsync([.. prefix, "update", "-q"]);
        var installed = await RunAsync([.. prefix, "install", "-y", "-q", "--no-install-recommends", package]);
        return installed.Succeeded ? null : $"apt-get install {package}: {installed.Reason}";
    }

    private static Task<CommandResult> RunAsync(string[] command) => CommandLine.RunAsync(command[0], command[1..], Limit);
}
