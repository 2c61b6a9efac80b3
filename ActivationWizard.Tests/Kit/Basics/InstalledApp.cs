using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>The app as a process of its own, as it is where it is installed.</summary>
internal static class InstalledApp
{
    /// <summary>
    /// In production, without the pipes of the runtime's diagnostics, which a process that is killed leaves behind, and without
    /// profiling its own code for a later that none of these processes lives to see.
    /// </summary>
    public static ProcessStartInfo AsInstalled(this ProcessStartInfo start)
    {
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }
}
