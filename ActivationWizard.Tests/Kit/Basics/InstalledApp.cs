using System.Diagnostics;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>The app as a process of its own, as it is where it is installed.</summary>
internal static class InstalledApp
{
    /// <summary>
    /// In production, and without the pipes of the runtime's diagnostics: a process that is killed leaves them behind.
    /// </summary>
    public static ProcessStartInfo AsInstalled(this ProcessStartInfo start)
    {
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_ENVIRONMENT"] = "Production";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return start;
    }
}
