using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>Registers Viewpoint in whatever mode the installation has it.</summary>
internal static class ViewpointRegistration
{
    public static IServiceCollection AddViewpoint(
        this IServiceCollection services, ViewpointOptions options, SandboxAddresses? sandbox)
    {
        var own = options.Mode is SystemMode.Sandbox ? InSandbox(options, sandbox) : options;
        services
            .AddSystem<ViewpointClient, ViewpointOptions>(ForeignSystem.Viewpoint, own, (_, _) => { })
            .AddHttpMessageHandler(provider => new VeraHeaders(provider.GetRequiredService<TimeProvider>()))
            .AddHttpMessageHandler(provider => own.ClientId is null
                ? new ViewpointKey(own.ApiKey)
                : new BearerAuthorization(provider.GetRequiredKeyedService<AccessTokens>(ViewpointOptions.Section)));
        return services
            .AddKeyedSingleton(ViewpointOptions.Section, (provider, _) => new AccessTokens(
                TokenClientOf(own), provider.GetRequiredService<TimeProvider>()))
            .AddSingleton<ViewpointContract>()
            .AddSingleton<ISystemContract>(provider => provider.GetRequiredService<ViewpointContract>())
            .AddSingleton<IPartyLookup>(provider => provider.GetRequiredService<ViewpointContract>())
            .AddTransient<IViewpoint>(provider => options.Mode is SystemMode.Manual
                ? new ManualViewpoint()
                : provider.GetRequiredService<ViewpointClient>())
            .AddTransient<ITenantLookup>(provider => options.Mode is SystemMode.Manual
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
    private static ViewpointOptions InSandbox(ViewpointOptions options, SandboxAddresses? sandbox) => options with
    {
        BaseAddress = sandbox?.Viewpoint,
        ApiKey = sandbox?.Keys.Viewpoint,
        ClientId = null,
        ClientSecret = null,
    };
}
