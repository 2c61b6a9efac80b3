using ActivationWizard.App.Hosting;

namespace ActivationWizard.App.Intake;

/// <summary>The ways in for requests.</summary>
public static class IntakeRegistration
{
    /// <summary>Adds them; a demonstration is sent the requests of its list.</summary>
    public static void AddIntake(
        this IServiceCollection services, IntakeSettings settings, Installation installation, ISimulators? simulators)
    {
        services.AddSingleton(settings);
        services.AddSingleton<RequestIntake>();
        services.AddOpenApi(IntakeDocument.Describe);
        if (installation.IsDemo)
            Demonstration.Included?.AddRequests(services, simulators?.HavePost is true);
    }
}
