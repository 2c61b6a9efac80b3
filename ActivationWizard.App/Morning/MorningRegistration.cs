namespace ActivationWizard.App.Morning;

/// <summary>What the team lead's first page uses, once per circuit.</summary>
public static class MorningRegistration
{
    public static IServiceCollection AddMorning(this IServiceCollection services) => services.AddScoped<MorningReader>();
}
