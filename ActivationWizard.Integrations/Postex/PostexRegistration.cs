using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Postex;

/// <summary>Registers Postex in whatever mode the installation has it.</summary>
internal static class PostexRegistration
{
    public static IServiceCollection AddPostex(
        this IServiceCollection services, IConfiguration configuration, SandboxAddresses? sandbox)
    {
        services.AddSystem<PostexClient, PostexOptions, PostexOptionsValidation>(
            configuration.GetSection("Postex"),
            sandbox?.Postex,
            (client, options) => client.DefaultRequestHeaders.Authorization = new("Bearer", options.Token));
        services.PostConfigure<PostexOptions>(PlayWithSimulator);
        return services.AddTransient<IPostex>(provider =>
            provider.GetRequiredService<IOptions<PostexOptions>>().Value.Mode is SystemMode.Manual
                ? new ManualPostex()
                : provider.GetRequiredService<PostexClient>());
    }

    // A real token is never shown to a simulator.
    private static void PlayWithSimulator(PostexOptions options)
    {
        if (options.Mode is not SystemMode.Sandbox)
            return;

        var simulator = new PostexSandboxOptions();
        (options.Token, options.GeneratorId) = (simulator.Token, simulator.GeneratorId);
    }
}
