using ActivationWizard.Integrations.Sandbox;

namespace ActivationWizard.App.Hosting;

/// <summary>Starts the simulators inside the app, and ends them with it.</summary>
internal static class SandboxStart
{
    /// <summary>When it returns they listen.</summary>
    public static async Task<SandboxServer> AddSandboxAsync(this WebApplicationBuilder builder, SandboxOptions options)
    {
        var server = await StartAsync(options);
        builder.Services.AddSingleton(server);
        builder.Services.AddHostedService<SandboxEnd>();
        return server;
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
