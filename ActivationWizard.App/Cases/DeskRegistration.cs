using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Search;
using ActivationWizard.App.WorkList;

namespace ActivationWizard.App.Cases;

/// <summary>What pages use, once per circuit.</summary>
public static class DeskRegistration
{
    public static IServiceCollection AddDesk(this IServiceCollection services) =>
        services.AddSingleton<IWatchedCases, WatchedCases>().AddSingleton<CaseWatch>().AddSingleton<WorkWatch>()
            .AddScoped<CaseDesk>().AddScoped<CodeDesk>().AddScoped<DraftDesk>().AddScoped<Colleagues>().AddScoped<WorkListReader>()
            .AddScoped<CaseSearch>().AddScoped<TenantSearch>();
}
