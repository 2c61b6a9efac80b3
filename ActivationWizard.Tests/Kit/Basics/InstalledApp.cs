using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>The app as a process of its own, as it is where it is installed.</summary>
internal static class InstalledApp
{
    // What the runtime does of itself, whatever this run and the tests' own configuration have.
    private static readonly (string Name, string Value)[] Measured =
        [("DOTNET_EnableWriteXorExecute", "1"), ("DOTNET_gcServer", "1"), ("DOTNET_gcConcurrent", "1")];

    // No process of a test lives long enough for a second, better compilation of a method to pay, nor for a heap for each
    // processor.
    private static readonly (string Name, string Value)[] Tried =
        [("DOTNET_TieredPGO", "0"), ("DOTNET_TC_CallCounting", "0"), ("DOTNET_gcServer", "0"), ("DOTNET_gcConcurrent", "0")];

    /// <summary>
    /// Whether a process is measured, and compiles, collects and guards its code as it does where it is installed.
    /// </summary>
    public static bool IsMeasured { get; set; }

    /// <summary>
    /// In production, and without the pipes of the runtime's diagnostics, which a process that is killed leaves behind.
    /// </summary>
    public static ProcessStartInfo AsInstalled(this ProcessStartInfo start)
    {
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        foreach (var (name, value) in IsMeasured ? Measured : Tried)
            start.Environment[name] = value;
        return start;
    }
}
