using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>The app as a process of its own, as it is where it is installed.</summary>
internal static class InstalledApp
{
    /// <summary>
    /// Whether a process is measured, and compiles again what it uses much, as it does where it is installed.
    /// </summary>
    public static bool IsMeasured { get; set; }

    /// <summary>
    /// In production, and without the pipes of the runtime's diagnostics, which a process that is killed leaves behind. In a test
    /// each method is compiled once: no such process lives long enough for a second, better compilation to pay.
    /// </summary>
    public static ProcessStartInfo AsInstalled(this ProcessStartInfo start)
    {
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        if (IsMeasured)
            return start;
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        return start;
    }
}
