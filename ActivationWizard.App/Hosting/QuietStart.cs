namespace ActivationWizard.App.Hosting;

/// <summary>
/// Keeps the framework from logging a stack trace while the app looks whether it can start at all and begins to listen: what is
/// found there is told in a sentence, and anything else ends the process with its trace anyway.
/// </summary>
internal sealed class QuietStart : IHostedLifecycleService
{
    // The host, the server that finds another program at its address, and who builds what answers requests.
    private static readonly string[] Categories =
    [
        "Microsoft.Extensions.Hosting.Internal.Host", "Microsoft.AspNetCore.Server.Kestrel",
        "Microsoft.AspNetCore.Hosting.Diagnostics",
    ];

    private volatile bool _isOver;

    private QuietStart() { }

    /// <summary>Adds it, ahead of the services that it has to be quiet before.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        var quiet = new QuietStart();
        builder.Services.AddSingleton<IHostedService>(quiet);
        foreach (var category in Categories)
            builder.Logging.AddFilter(category, level => quiet._isOver && level >= LogLevel.Warning);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        _isOver = true;
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
