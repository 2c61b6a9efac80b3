namespace ActivationWizard.App.Status;

/// <summary>What the status page uses.</summary>
public static class StatusRegistration
{
    /// <summary>Adds it; <paramref name="settings"/> are those that the app started with.</summary>
    public static IServiceCollection AddStatus(this IServiceCollection services, SettingsInForce settings) =>
        services.AddSingleton(settings).AddSingleton<SystemModes>().AddSingleton<InstallationStatus>()
            .AddSingleton<InstallationFacts>().AddHostedService<TemplateCheck>();
}
