using System.Net.Sockets;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Http;

/// <summary>Registers a system that is spoken to over HTTP: its options, its typed client, the one policy.</summary>
internal static class SystemRegistration
{
    /// <summary>
    /// Registers <typeparamref name="TClient"/> as a typed client. The options get their mode and base address decided:
    /// <paramref name="simulator"/> is where the sandbox plays this system, null when there is none. Handlers that are added to
    /// the result run inside every attempt.
    /// </summary>
    public static IHttpClientBuilder AddSystem<TClient, TOptions, TValidation>(
        this IServiceCollection services, IConfigurationSection section, Uri? simulator, Action<HttpClient, TOptions> prepare)
        where TClient : class
        where TOptions : SystemOptions
        where TValidation : SystemOptionsValidation<TOptions>
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<SystemPulse>();
        services.AddSingleton<IValidateOptions<TOptions>, TValidation>();
        services.AddOptions<TOptions>()
            .Configure(options => SettingsReading.Read(options, section))
            .PostConfigure(options => Decide(options, simulator))
            .ValidateOnStart();

        var builder = services.AddHttpClient<TClient>((provider, client) => Prepare(client, Options<TOptions>(provider), prepare))
            .RemoveAllLoggers()
            .SetHandlerLifetime(Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(provider => Primary(Options<TOptions>(provider)));
        builder.AddResilienceHandler(section.Key, (pipeline, context) => Resilience.Build(
            pipeline, Options<TOptions>(context.ServiceProvider), context.ServiceProvider.GetRequiredService<TimeProvider>()));
        builder.AddHttpMessageHandler(provider => new PulseHandler(
            provider.GetRequiredService<SystemPulse>(), Enum.Parse<ForeignSystem>(section.Key)));
        return builder.AddHttpMessageHandler(() => new BoundedAnswers());
    }

    private static TOptions Options<TOptions>(IServiceProvider provider)
        where TOptions : class => provider.GetRequiredService<IOptions<TOptions>>().Value;

    private static void Decide(SystemOptions options, Uri? simulator)
    {
        options.Mode ??= options.BaseAddress is null ? SystemMode.Sandbox : SystemMode.Http;
        if (options.Mode is SystemMode.Sandbox)
            options.BaseAddress = simulator;
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
