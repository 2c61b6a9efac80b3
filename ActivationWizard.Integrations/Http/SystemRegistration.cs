using System.Net.Sockets;
using ActivationWizard.Domain.Ports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Http;

/// <summary>Registers a system that is spoken to over HTTP: its options, its typed client, the one policy.</summary>
internal static class SystemRegistration
{
    /// <summary>
    /// Registers <typeparamref name="TClient"/> as a typed client of <paramref name="system"/>, and its options. Handlers that
    /// are
    /// added to the result run inside every attempt.
    /// </summary>
    public static IHttpClientBuilder AddSystem<TClient, TOptions>(
        this IServiceCollection services, ForeignSystem system, TOptions options, Action<HttpClient, TOptions> prepare)
        where TClient : class
        where TOptions : SystemOptions
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SystemPulse>();
        services.AddMetrics().TryAddSingleton<SystemMeter>();
        services.AddSingleton(Options.Create(options));

        var builder = services.AddHttpClient<TClient>(client => Prepare(client, options, prepare))
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => Primary(options));
        builder.AddHttpMessageHandler(provider => new ObservedCalls(provider.GetRequiredService<SystemMeter>(), system));
        builder.AddResilienceHandler($"{system}", (pipeline, context) => Resilience.Build(
            pipeline, options, context.ServiceProvider.GetRequiredService<TimeProvider>(),
            context.ServiceProvider.GetRequiredService<SystemMeter>(), system));
        builder.AddHttpMessageHandler(provider => new PulseHandler(provider.GetRequiredService<SystemPulse>(), system));
        return builder.AddHttpMessageHandler(() => new BoundedResponses());
    }

    private static void Prepare<TOptions>(HttpClient client, TOptions options, Action<HttpClient, TOptions> prepare)
        where TOptions : SystemOptions
    {
        var address = options.BaseAddress!.AbsoluteUri;
        client.BaseAddress = new Uri(address.EndsWith('/') ? address : address + "/");
        client.Timeout = Timeout.InfiniteTimeSpan;
        prepare(client, options);
    }

    private static SocketsHttpHandler Primary(SystemOptions options) => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = !options.BaseAddress!.IsLoopback,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, cancellation) => ConnectAsync(
            context, TimeSpan.FromSeconds(Math.Min(5, options.AttemptTimeoutSeconds / 2)), cancellation),
    };

    // A connection that takes too long has to fail as one, before the attempt's deadline: then nothing was sent for certain.
    private static async ValueTask<Stream> ConnectAsync(
        SocketsHttpConnectionContext context, TimeSpan limit, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellation).AsTask().WaitAsync(limit, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
