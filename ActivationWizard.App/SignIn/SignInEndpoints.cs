using ActivationWizard.App.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.SignIn;

/// <summary>Coming in and going out. Each installation has only its own way of signing in.</summary>
public static class SignInEndpoints
{
    public static void MapAccess(this IEndpointRouteBuilder routes, Installation installation)
    {
        routes.MapSession();
        routes.MapPost(Urls.SignOut, SignOut).AllowAnonymous();
        if (installation.IsDemo)
        {
            routes.MapPost(Urls.DemoSignIn, SignInAsDemoPerson).AllowAnonymous();
            return;
        }

        // By a link and not by a form: form-action 'self' holds for the redirect that follows a form as well.
        routes.MapGet(Urls.OpenIdSignIn, SignInWithOpenId).AllowAnonymous();
        routes.MapGet(Urls.OpenIdSignOut, SignOutOfOpenId).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsDemoPerson(
        HttpContext context, [FromForm] string? person, [FromForm] string? returnUrl)
    {
        if (DemoPeople.Find(person) is not { } actor)
            return Results.BadRequest();
        await context.SignInAsync(ActorClaims.ToPrincipal(actor, nameof(DemoPeople)));
        return Results.LocalRedirect(ReturnUrl.Safe(returnUrl));
    }

    // The form has no field; reading it is what makes the framework check its antiforgery token.
    private static async Task<IResult> SignOut(HttpContext context, [FromForm] IFormCollection form)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Results.LocalRedirect($"{Urls.SignIn}?{Urls.SignedOutQuery}=1");
    }

    private static ChallengeHttpResult SignInWithOpenId(string? returnUrl) =>
        TypedResults.Challenge(BackTo(ReturnUrl.Safe(returnUrl)), [OpenIdConnectDefaults.AuthenticationScheme]);

    private static async Task<IResult> SignOutOfOpenId(IOptionsMonitor<OpenIdConnectOptions> options, CancellationToken cancelled)
    {
        var provider = options.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager!;
        var configuration = await provider.GetConfigurationAsync(cancelled);
        return string.IsNullOrEmpty(configuration.EndSessionEndpoint)
            ? Results.LocalRedirect(Urls.SignIn)
            : Results.SignOut(BackTo(Urls.SignIn), [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static AuthenticationProperties BackTo(string url) => new() { RedirectUri = url };
}
