namespace ActivationWizard.App.WorkList;

/// <summary>What the work list uses, once per circuit.</summary>
public static class WorkListRegistration
{
    public static IServiceCollection AddWorkList(this IServiceCollection services) => services.AddScoped<WorkListReader>();
}
