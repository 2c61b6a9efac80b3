namespace ActivationWizard.App.Rules;

/// <summary>What the pages about today's rules use.</summary>
public static class RulesRegistration
{
    public static IServiceCollection AddTodaysRules(this IServiceCollection services) => services.AddSingleton<TodaysRules>();
}
