using ActivationWizard.App.Security;

namespace ActivationWizard.App.Hosting;

/// <summary>One line for the settings that the app started with: which are set, by their keys, and never a value.</summary>
public sealed class SettingsAtStart(SecurityLog log, IReadOnlyList<string> keys) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        log.WriteFrom(SecurityEvent.Settings, Environment.UserName, null, $"set: {string.Join(", ", keys)}", null);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
