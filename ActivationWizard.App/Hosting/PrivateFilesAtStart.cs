using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Hosting;

/// <summary>Closes the files that an earlier version, or somebody's copy, left open to others, and says so.</summary>
public sealed partial class PrivateFilesAtStart(Installation installation, ILogger<PrivateFilesAtStart> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (PrivateFiles.CloseAll(installation.DataFolder) is > 0 and var count)
                Closed(logger, count);
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            StillOpen(logger, cause.GetType().Name);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Warning,
        "{Count} files in Installation:DataFolder could be read by other accounts of this machine. Only the app's own can now.")]
    private static partial void Closed(ILogger logger, int count);

    [LoggerMessage(2, LogLevel.Warning,
        "Whether files in Installation:DataFolder can be read by others could not be seen or changed ({Kind}).")]
    private static partial void StillOpen(ILogger logger, string kind);
}
