namespace ActivationWizard.Tests.Kit.Tools;

/// <summary>The proxy that the guide puts before the app.</summary>
public static class NginxProgram
{
    /// <summary>The program, or null; Debian has it where only an administrator has it on PATH.</summary>
    public static string? Find() =>
        CommandLine.Find("nginx") ?? new[] { "/usr/sbin/nginx" }.FirstOrDefault(File.Exists);
}
