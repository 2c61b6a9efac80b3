using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActivationWizard.App.Hosting;

/// <summary>Whether the data folder takes what is written to it: a disk that is full or read-only does not.</summary>
public sealed class DiskHealth(Installation installation) : IHealthCheck
{
    /// <summary>What is down when it does not.</summary>
    public const string Name = "disk";

    /// <summary>What is written to see it.</summary>
    public const string FileName = "health.probe";

    // As much as a few events take; the file is written over the next time.
    private static readonly byte[] Content = new byte[16 * 1024];

    public async Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            // Several may ask at once, and each writes the same.
            await using var file = PrivateFiles.Write(
                Path.Combine(installation.DataFolder, FileName), FileMode.OpenOrCreate, FileShare.ReadWrite);
            await file.WriteAsync(Content, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            return HealthCheckResult.Unhealthy();
        }
    }
}
