namespace ActivationWizard.App.WorkList;

/// <summary>What the work list uses: one watch per process, the rest once per circuit.</summary>
public static class WorkListRegistration
{
    public static IServiceCollection AddWorkList(this IServiceCollection services) =>
        services.AddSingleton<WorkWatch>().AddScoped<WorkListReader>();
}
