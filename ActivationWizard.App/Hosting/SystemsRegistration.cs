using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Sandbox;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The systems the wizard speaks to, and the simulators that stand in for them in a demonstration: inside the app, or as a
/// process of their own.
/// </summary>
public static class SystemsRegistration
{
    /// <summary>
    /// Adds every system the wizard speaks to. The simulators of a demonstration are started here, or those of another process
    /// found, so that the adapters have their addresses before the host is built; they stop with the host, after everything that
    /// calls them.
    /// </summary>
    public static async Task AddSystemsAsync(
        this WebApplicationBuilder builder, SystemsSettings systems, SandboxSettings sandbox, Installation installation)
    {
        var addresses = await builder.AddSandboxAsync(sandbox, installation);
        builder.Services.AddIntegrations(systems, addresses);
        builder.Services.AddMailbox(systems.Mailbox, addresses);
    }

    // Null in production.
    private static async Task<SandboxAddresses?> AddSandboxAsync(
        this WebApplicationBuilder builder, SandboxSettings settings, Installation installation)
    {
        if (!installation.IsDemo)
            return null;
        if (settings.Elsewhere is { } elsewhere)
            return elsewhere;

        var options = settings.Options;
        if (DemoDefaults.HavePost(builder.Configuration))
            options = options with { Mailbox = options.Mailbox with { HasPost = true } };
        var server = await StartAsync(options);
        builder.Services.AddSingleton(server);
        builder.Services.AddHostedService<SandboxEnd>();
        return server.Addresses;
    }

    // Apart from this flow: tools that wait for the app's host to be built, such as those for tests and migrations, take the
    // first one they see in it.
    private static Task<SandboxServer> StartAsync(SandboxOptions options)
    {
        using (ExecutionContext.SuppressFlow())
        {
            var starting = Task.Factory.StartNew(
                () => SandboxServer.StartAsync(options, TimeProvider.System),
                CancellationToken.None,
                TaskCreationOptions.DenyChildAttach,
                TaskScheduler.Default);
            return starting.Unwrap();
        }
    }

    /// <summary>Registered first, and therefore stopped last.</summary>
    private sealed class SandboxEnd(SandboxServer server) : IHostedService
    {
        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public async Task StopAsync(CancellationToken cancellationToken) => await server.DisposeAsync();
    }
}
