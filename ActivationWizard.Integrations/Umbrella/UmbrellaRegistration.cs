using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Umbrella;

/// <summary>Registers Umbrella in whatever mode the installation has it.</summary>
internal static class UmbrellaRegistration
{
    public static IServiceCollection AddUmbrella(
        this IServiceCollection services, UmbrellaOptions options, SandboxAddresses? sandbox)
    {
        services.AddSystem<UmbrellaClient, UmbrellaOptions>(
            ForeignSystem.Umbrella,
            options.Mode is SystemMode.Sandbox ? InSandbox(options, sandbox) : options,
            (client, own) => client.DefaultRequestHeaders.Add("X-API-KEY", own.ApiKey));
        services.AddSingleton<ISystemContract, UmbrellaContract>();
        return services.AddTransient<IUmbrella>(provider => options.Mode is SystemMode.Manual
            ? new ManualUmbrella(provider.GetRequiredService<IOptions<UmbrellaOptions>>())
            : provider.GetRequiredService<UmbrellaClient>());
    }

    // A real key is never shown to a simulator.
    private static UmbrellaOptions InSandbox(UmbrellaOptions options, SandboxAddresses? sandbox) =>
        options with { BaseAddress = sandbox?.Umbrella, ApiKey = sandbox?.Keys.Umbrella };
}
