using ActivationWizard.App.Hosting;
using ActivationWizard.App.Security;
using ActivationWizard.App.Words;
using ActivationWizard.Integrations.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.SignIn;

/// <summary>Who may come in, and as whom.</summary>
public static class AccessRegistration
{
    /// <summary>The cookie that holds who is signed in.</summary>
    public const string CookieName = "activatiewizard";

    /// <summary>The same in production: a browser takes this name only over https, from this host, for the whole of it.</summary>
    public const string HostCookieName = $"{CookiePrefix.Host}{CookieName}";

    /// <summary>The cookie of forms in production, by the same rule.</summary>
    public const string HostFormCookieName = $"{CookiePrefix.Host}formulier";

    public static IServiceCollection AddAccess(
        this IServiceCollection services, SignInOptions signIn, SessionSettings session, Installation installation)
    {
        services.AddSingleton(Options.Create(signIn));
        services.AddScoped<CurrentActor>().AddScoped<SessionDesk>();
        services.AddSingleton<CircuitOwners>();
        services.AddSingleton(session);
        services.AddSingleton<Sessions>().AddSingleton<ISessionDoor>(provider => provider.GetRequiredService<Sessions>());
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<HubGate>().AddSingleton<SessionConnections>();
        services.AddMetrics().AddSingleton<CircuitMeter>();
        services.AddSingleton<CircuitPlaces>().AddScoped<CircuitHandler, CircuitPlaceHolder>();
        if (!installation.IsDemo)
            services.Configure<AntiforgeryOptions>(options => options.Cookie.Name = HostFormCookieName);
        services.AddCascadingAuthenticationState();
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());

        var authentication = services
            .AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => SetCookie(options, session, installation));
        if (!installation.IsDemo)
        {
            authentication.AddOpenIdConnect();
            services.ConfigureOptions<OpenIdSettings>();
            services.AddSingleton<IdentityEndpoints>().AddSingleton<IdentityProviderCalls>();
            services.AddSingleton<SessionGrants>().AddSingleton<GrantCheck>();
            services.AddSingleton<LogoutTokens>().AddSingleton<RoleCheck>().AddSingleton<RoleWatch>();
            services.AddHostedService(provider => provider.GetRequiredService<RoleWatch>());
        }

        return services;
    }

    private static void SetCookie(
        CookieAuthenticationOptions options, SessionSettings session, Installation installation)
    {
        options.Cookie.Name = installation.IsDemo ? CookieName : HostCookieName;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        // Strict would not be sent on the way back from the identity provider.
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = installation.IsDemo ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        // Never made longer: within it the session's row says how long it lasts.
        options.ExpireTimeSpan = session.Limit;
        options.SlidingExpiration = false;
        options.ReturnUrlParameter = Urls.ReturnUrlQuery;
        options.LoginPath = Urls.SignIn;
        options.AccessDeniedPath = Urls.NoAccess;
        options.Events.OnSigningIn = SessionCookie.BeginAsync;
        options.Events.OnSigningOut = SessionCookie.EndAsync;
        options.Events.OnValidatePrincipal = SessionCookie.CheckAsync;
        options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    // A page asks for a page; a script or another system wants to know that it was refused.
    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status is StatusCodes.Status403Forbidden)
            LogRefusal(context.HttpContext);
        if (status is StatusCodes.Status401Unauthorized
            && context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<FormOfPage>() is { Page: var page })
            context.Response.Redirect(SignInOf(context.Request, page));
        else if (context.Request.Path.StartsWithSegments(Urls.Hub)
            || context.Request.Path == Urls.Session || !HttpMethods.IsGet(context.Request.Method))
            context.Response.StatusCode = status;
        else if (SessionCookie.HasToChoose(context.HttpContext))
            context.Response.Redirect(context.HttpContext.At(Urls.WithReturn(Urls.ChooseRole, Asked(context.Request))));
        else
            context.Response.Redirect(status is StatusCodes.Status401Unauthorized
                ? SignInOf(context.Request, Asked(context.Request))
                : context.RedirectUri);
        return Task.CompletedTask;
    }

    // The framework would put the path that the app is below into what to come back to as well.
    private static string SignInOf(HttpRequest request, string back) => UriHelper.BuildAbsolute(
        request.Scheme, request.Host, request.PathBase, Urls.SignIn, QueryString.Create(Urls.ReturnUrlQuery, back));

    private static string Asked(HttpRequest request) => $"{request.Path}{request.QueryString}";

    // By the route and not by the address, in which anything can be written.
    private static void LogRefusal(HttpContext http)
    {
        var person = ActorClaims.Read(http.User);
        var route = (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText;
        http.RequestServices.GetRequiredService<SecurityLog>().Write(
            SecurityEvent.Refusal, person?.Id, person?.Role, $"no access to {route}", http);
    }
}
