namespace ActivationWizard.App.Cases;

/// <summary>What the page of a case uses, once per circuit.</summary>
public static class CasesRegistration
{
    public static IServiceCollection AddCases(this IServiceCollection services) =>
        services.AddScoped<CaseDesk>().AddScoped<AdmittedCases>().AddScoped<CodeDesk>().AddScoped<DraftDesk>()
            .AddScoped<Colleagues>().AddScoped<TenantDesk>().AddSingleton<TenantPages>();
}
