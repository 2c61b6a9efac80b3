namespace ActivationWizard.App.Search;

/// <summary>What the search uses, once per circuit.</summary>
public static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddScoped<CaseSearch>().AddScoped<TenantSearch>();
}
