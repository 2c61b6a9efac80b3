using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Sandbox;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Running;

/// <summary>The simulators of a demonstration: inside the app, or as a process of their own.</summary>
public static class SandboxRegistration
{
    /// <summary>
    /// Starts the simulators, or finds those of another process, so that the adapters have their addresses before the host is built; null in production.
    /// They stop with the host, after everything that calls them.
    /// </summary>
    public static async Task<SandboxAddresses?> AddSandboxAsync(this WebApplicationBuilder builder, Installation installation)
    {
        var settings = SandboxSettings.Read(builder.Configuration, installation);
        if (!installation.IsDemo)
            return null;
        if (settings.Elsewhere is { } elsewhere)
            return elsewhere;

        var server = await SandboxServer.StartAsync(settings.Options, TimeProvider.System);
        builder.Services.AddSingleton(server);
        builder.Services.AddHostedService<SandboxEnd>();
        return new SandboxAddresses(server.Umbrella, server.Viewpoint, server.Postex);
    }

    /// <summary>Runs nothing but the simulators, until the process is told to end; returns the exit code. Throws for a production installation.</summary>
    public static async Task<int> RunAloneAsync(string[] args)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ContentRoot.For(args) });
        var installation = builder.AddHosting();
        if (!installation.IsDemo)
        {
            throw new OptionsValidationException(
                SandboxSettings.Switch, typeof(SandboxOptions), [$"{SandboxSettings.Switch} is for Installation:Mode Demo."]);
        }

        var settings = SandboxSettings.Read(builder.Configuration, installation);
        await SandboxProcess.RunAsync(settings.Options, TimeProvider.System, Console.Out);
        return 0;
    }

    /// <summary>Registered first, and therefore stopped last.</summary>
    private sealed class SandboxEnd(SandboxServer server) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken) => await server.DisposeAsync();
    }
}
