namespace ActivationWizard.App.Templates;

/// <summary>What the page of the Mailsjablonen uses.</summary>
public static class TemplatesRegistration
{
    public static IServiceCollection AddTemplates(this IServiceCollection services) => services.AddSingleton<TemplatesDesk>();
}
