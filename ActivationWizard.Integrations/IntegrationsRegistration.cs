using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations;

/// <summary>Registers every system the wizard speaks to.</summary>
public static class IntegrationsRegistration
{
    /// <summary>
    /// Registers the ports of all systems, each in the mode that its section of <paramref name="configuration"/> says. Settings
    /// are read when the host starts, which refuses with the key's name when they cannot work. <paramref name="sandbox"/> is
    /// where the simulators listen, null when none run.
    /// </summary>
    public static IServiceCollection AddIntegrations(
        this IServiceCollection services, IConfiguration configuration, SandboxAddresses? sandbox) => services
        .AddSingleton(_ => RecoveryReading.Read(configuration))
        .AddUmbrella(configuration, sandbox)
        .AddViewpoint(configuration, sandbox)
        .AddPostex(configuration, sandbox);
}
