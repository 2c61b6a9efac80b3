namespace ActivationWizard.App.Templates;

/// <summary>What the page of the Mailsjablonen uses.</summary>
public static class TemplatesRegistration
{
    /// <summary><paramref name="hasDemoPost"/> for a demonstration whose mailbox has Mailsjablonen in it.</summary>
    public static IServiceCollection AddTemplates(this IServiceCollection services, bool hasDemoPost)
    {
        if (hasDemoPost)
            services.AddHostedService<DemoChoices>();
        return services.AddSingleton<TemplatesDesk>();
    }
}
