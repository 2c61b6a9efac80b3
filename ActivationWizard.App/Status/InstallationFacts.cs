using System.Reflection;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Watch;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Status;

/// <summary>What an installation runs on.</summary>
/// <param name="Build">The version, with the commit that it was made of where that is known.</param>
/// <param name="DiskFree">Bytes that are free where the data folder is; null when that cannot be told.</param>
/// <param name="DatabaseBytes">What the journal takes.</param>
/// <param name="Instances">Processes that work together.</param>
/// <param name="History">What was wrong in the last days, the latest first.</param>
public sealed record GroundReport(
    string Build, long? DiskFree, long DatabaseBytes, int Instances, IReadOnlyList<Disturbance> History);

/// <summary>Reads it.</summary>
public sealed class InstallationFacts(
    Installation installation, DatabaseSize size, LivingInstances instances, DisturbanceNotes notes, TimeProvider time)
{
    private static readonly string Build = typeof(InstallationFacts).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";

    /// <summary>As it is now. Throws what the database throws.</summary>
    public async Task<GroundReport> ReadAsync(CancellationToken cancellation) => new(
        Build, DiskFree(), await size.ReadAsync(cancellation), await instances.CountAsync(cancellation),
        await notes.SinceAsync(time.GetUtcNow() - WatchRound.Kept, cancellation));

    private long? DiskFree()
    {
        try
        {
            return new DriveInfo(installation.DataFolder).AvailableFreeSpace;
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            return null;
        }
    }
}
