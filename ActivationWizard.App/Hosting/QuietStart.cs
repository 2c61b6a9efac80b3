namespace ActivationWizard.App.Hosting;

/// <summary>
/// Keeps the framework from logging a stack trace while the app looks whether it can start at all, before any of its services
/// does: what is found there is told in a sentence, and anything else ends the process with its trace anyway.
/// </summary>
internal sealed class QuietStart : IHostedService
{
    private const string Host = "Microsoft.Extensions.Hosting.Internal.Host";

    private volatile bool _isOver;

    private QuietStart() { }

    /// <summary>Adds it, ahead of the services that it has to be quiet before.</summary>
    public static void AddTo(WebApplicationBuilder builder)
    {
        var quiet = new QuietStart();
        builder.Services.AddSingleton<IHostedService>(quiet);
        builder.Logging.AddFilter(Host, level => quiet._isOver && level >= LogLevel.Warning);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _isOver = true;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
