using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Integrations;

/// <summary>Registers every system the wizard speaks to.</summary>
public static class IntegrationsRegistration
{
    /// <summary>
    /// Registers the ports of the systems over HTTP, each in its mode. <paramref name="sandbox"/> is where the simulators listen,
    /// null when none run.
    /// </summary>
    public static IServiceCollection AddIntegrations(
        this IServiceCollection services, SystemsSettings settings, SandboxAddresses? sandbox) => services
        .AddSingleton(new TrialRun(settings.IsTrial))
        .AddSingleton(settings.Recovery)
        .AddUmbrella(settings.Umbrella, sandbox)
        .AddViewpoint(settings.Viewpoint, sandbox)
        .AddPostex(settings.Postex, sandbox);
}
