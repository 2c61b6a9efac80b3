using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace ActivationWizard.App.Hosting;

/// <summary>Says, once the app listens, where to go.</summary>
public sealed partial class ReadyLine(IServer server, Installation installation, ILogger<ReadyLine> logger)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        foreach (var address in server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [])
            Ready(logger, installation.Mode, address);
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(1, LogLevel.Information, "ActivationWizard ({Mode}) is ready. Open {Address} in a browser; Ctrl+C stops it.")]
    private static partial void Ready(ILogger logger, InstallationMode mode, string address);
}
