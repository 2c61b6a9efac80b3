using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;

namespace ActivationWizard.App.Search;

/// <summary>What the search uses, once per circuit.</summary>
public static class SearchRegistration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services.AddScoped<CaseSearch>().AddScoped<TenantSearch>();

    public static void MapSearch(this IEndpointRouteBuilder routes) =>
        routes.MapSearchForm(Urls.SearchForm, Urls.Search, RoleNames.SeesWork, CaseSearch.Fields);
}
