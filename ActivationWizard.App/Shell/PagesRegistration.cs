using ActivationWizard.App.Controls;
using ActivationWizard.App.SignIn;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.SignalR;
using MudBlazor;
using MudBlazor.Services;

namespace ActivationWizard.App.Shell;

/// <summary>The screens: Blazor on the server, drawn with MudBlazor.</summary>
public static class PagesRegistration
{
    /// <summary>
    /// In bytes: 100,000 characters of six each, with what is around them. So much may be pasted into a field and gets an answer
    /// in words; a longer message ends the circuit.
    /// </summary>
    public const int LongestMessage = 640 * 1024;

    public static IServiceCollection AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents()
            .AddInteractiveServerComponents(options => options.DetailedErrors = false)
            .AddHubOptions(options =>
            {
                options.AddFilter<HubGate>();
                options.AddFilter<SessionConnections>();
                options.MaximumReceiveMessageSize = LongestMessage;
            });
        // Of each circuit, and known to everything that is drawn in it.
        services.AddCascadingValue(_ => new TitleCount());
        services.AddCascadingValue(_ => new Visit());
        services.AddMudServices();
        services.AddLocalizationInterceptor(provider => new DefaultLocalizationInterceptor(
            provider.GetRequiredService<ILoggerFactory>(), provider.GetRequiredService<MudLocalizer>())
        {
            IgnoreDefaultEnglish = true,
        });
        return services;
    }

    /// <summary>An answer without a body, or an exception, becomes a page with a sentence.</summary>
    public static void UseErrorPages(this WebApplication app)
    {
        app.UseExceptionHandler(Urls.Failure, createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute(Urls.NotFound, createScopeForStatusCodePages: true);
        // The page that replaces a failed POST is looked at, not posted to.
        app.Use((context, next) =>
        {
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                || context.Features.Get<IExceptionHandlerPathFeature>() is not null)
                context.Request.Method = HttpMethods.Get;
            return next(context);
        });
    }

    public static void MapPages(this WebApplication app) => app.MapRazorComponents<App>()
        .AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
}
