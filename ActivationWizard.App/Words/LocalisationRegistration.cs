using Microsoft.AspNetCore.Localization;
using MudBlazor;

namespace ActivationWizard.App.Words;

/// <summary>Two languages, one time zone, and the preferences a person sets.</summary>
public static class LocalisationRegistration
{
    public static IServiceCollection AddLocalisation(this IServiceCollection services, CookiePrefix prefix)
    {
        services.AddSingleton(prefix);
        services.AddSingleton<Moments>();
        services.AddTransient<MudLocalizer, MudBlazorWords>();
        return services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.Default);
            options.SupportedCultures = [.. Languages.Cultures];
            options.SupportedUICultures = [.. Languages.Cultures];
            // Only what the person chose: Dutch is the language of the house, whatever the browser prefers. What an earlier
            // version kept without the prefix is replaced by the page that reads it.
            options.RequestCultureProviders =
            [
                new CookieRequestCultureProvider
                {
                    CookieName = prefix.Before(CookieRequestCultureProvider.DefaultCookieName),
                },
                new CookieRequestCultureProvider(),
            ];
        });
    }

    public static void UseLocalisation(this WebApplication app) => app.UseRequestLocalization();
}
