using ActivationWizard.App.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.SignIn;

/// <summary>Who may come in, and as whom.</summary>
public static class AccessRegistration
{
    /// <summary>The cookie that holds who is signed in.</summary>
    public const string CookieName = "activatiewizard";

    /// <summary>The same in production: a browser takes this name only over https, from this host, for the whole of it.</summary>
    public const string HostCookieName = $"__Host-{CookieName}";

    public static IServiceCollection AddAccess(
        this IServiceCollection services, SignInOptions signIn, SessionSettings session, Installation installation)
    {
        services.AddSingleton(Options.Create(signIn));
        services.AddScoped<CurrentActor>();
        services.AddSingleton<CircuitOwners>();
        services.AddSingleton(session);
        services.AddSingleton<Sessions>().AddSingleton<ISessionDoor>(provider => provider.GetRequiredService<Sessions>());
        services.AddSingleton<OpenSessions>();
        services.AddSingleton<HubGate>();
        services.AddSingleton<SecurityLog>();
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
            services.AddSingleton<IdentityProviderCalls>();
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
        if (context.Request.Path.StartsWithSegments(Urls.Hub)
            || context.Request.Path == Urls.Session || !HttpMethods.IsGet(context.Request.Method))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
