using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Registers Umbrella in whatever mode the installation has it.</summary>
internal static class UmbrellaRegistration
{
    public static IServiceCollection AddUmbrella(
        this IServiceCollection services, IConfiguration configuration, SandboxAddresses? sandbox)
    {
        services.AddSystem<UmbrellaClient, UmbrellaOptions, UmbrellaOptionsValidation>(
            configuration.GetSection("Umbrella"),
            sandbox?.Umbrella,
            (client, options) => client.DefaultRequestHeaders.Add("X-API-KEY", options.ApiKey));

        // A real key is never shown to a simulator.
        services.PostConfigure<UmbrellaOptions>(options =>
            options.ApiKey = options.Mode is SystemMode.Sandbox ? new UmbrellaSandboxOptions().ApiKey : options.ApiKey);
        return services.AddTransient<IUmbrella>(provider =>
            provider.GetRequiredService<IOptions<UmbrellaOptions>>().Value.Mode is SystemMode.Manual
                ? new ManualUmbrella(provider.GetRequiredService<IOptions<UmbrellaOptions>>())
                : provider.GetRequiredService<UmbrellaClient>());
    }
}
