namespace ActivationWizard.App.Desk;

/// <summary>What pages use, once per circuit.</summary>
public static class DeskRegistration
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<IWatchedCases, WatchedCases>().AddSingleton<CaseWatch>().AddSingleton<WorkWatch>()
            .AddScoped<CaseDesk>().AddScoped<CodeDesk>().AddScoped<DraftDesk>().AddScoped<Colleagues>().AddScoped<WorkList>()
            .AddScoped<CaseSearch>().AddScoped<TenantSearch>();
}
