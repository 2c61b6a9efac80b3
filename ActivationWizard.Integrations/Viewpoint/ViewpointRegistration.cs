using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Registers Viewpoint in whatever mode the installation has it.</summary>
internal static class ViewpointRegistration
{
    public static IServiceCollection AddViewpoint(
        this IServiceCollection services, IConfiguration configuration, SandboxAddresses? sandbox)
    {
        services
            .AddSystem<ViewpointClient, ViewpointOptions, ViewpointOptionsValidation>(
                configuration.GetSection(ViewpointOptions.Section), sandbox?.Viewpoint, (_, _) => { })
            .AddHttpMessageHandler(provider => new VeraHeaders(provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(provider =>
                new ViewpointAuthorization(
                    Options(provider), provider.GetRequiredKeyedService<AccessTokens>(ViewpointOptions.Section)));
        return services
            .PostConfigure<ViewpointOptions>(KnockAtTheSandbox)
            .AddKeyedSingleton(ViewpointOptions.Section, (provider, _) => new AccessTokens(
                TokenClientOf(Options(provider)), provider.GetRequiredService<TimeProvider>()))
            .AddTransient<IViewpoint>(provider => Options(provider).Mode is SystemMode.Manual
                ? new ManualViewpoint()
                : provider.GetRequiredService<ViewpointClient>());
    }

    // Less patience than an attempt has, so that it is the request for a token that gives up and not the call that waits for it.
    private static TokenClient TokenClientOf(ViewpointOptions options) => new(
        $"{options.BaseAddress?.AbsoluteUri.TrimEnd('/')}/oauth/token",
        options.ClientId ?? "",
        options.ClientSecret ?? "",
        options.Scope,
        SecretPlace.Header,
        TimeSpan.FromSeconds(options.AttemptTimeoutSeconds / 2));

    // A real key is never shown to a simulator.
    private static void KnockAtTheSandbox(ViewpointOptions options)
    {
        if (options.Mode is SystemMode.Sandbox)
            (options.ApiKey, options.ClientId, options.ClientSecret) = (new ViewpointSandboxOptions().ApiKey, null, null);
    }

    private static ViewpointOptions Options(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<ViewpointOptions>>().Value;
}
