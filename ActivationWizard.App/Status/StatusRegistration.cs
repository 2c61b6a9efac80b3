namespace ActivationWizard.App.Status;

/// <summary>What the status page uses.</summary>
public static class StatusRegistration
{
    public static IServiceCollection AddStatus(this IServiceCollection services) =>
        services.AddSingleton<SystemModes>().AddSingleton<InstallationStatus>().AddSingleton<InstallationFacts>()
            .AddHostedService<TemplateCheck>();
}
