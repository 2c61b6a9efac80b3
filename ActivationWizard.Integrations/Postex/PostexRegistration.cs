using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Contracts;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations.Postex;

/// <summary>Registers Postex in whatever mode the installation has it.</summary>
internal static class PostexRegistration
{
    public static IServiceCollection AddPostex(this IServiceCollection services, PostexOptions options, SandboxAddresses? sandbox)
    {
        services.AddSystem<PostexClient, PostexOptions>(
            ForeignSystem.Postex,
            options.Mode is SystemMode.Sandbox ? InSandbox(options, sandbox) : options,
            (client, own) => client.DefaultRequestHeaders.Authorization = new("Bearer", own.Token));
        services.AddSingleton<ISystemContract, PostexContract>();
        return services.AddTransient<IPostex>(provider => options.Mode is SystemMode.Manual
            ? new ManualPostex()
            : provider.GetRequiredService<PostexClient>());
    }

    // A real token is never shown to a simulator.
    private static PostexOptions InSandbox(PostexOptions options, SandboxAddresses? sandbox) => options with
    {
        BaseAddress = sandbox?.Postex,
        Token = sandbox?.Keys.PostexToken,
        GeneratorId = sandbox?.Keys.PostexGenerator,
    };
}
