using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;
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
    private static readonly LimitedEndpoint Limited = new(Limit.SignIn);

    public static void MapAccess(this IEndpointRouteBuilder routes, Installation installation)
    {
        routes.MapSession();
        routes.MapPost(Urls.SignOut, SignOut).AllowAnonymous();
        routes.MapPost(Urls.RoleChoice, ChooseRole);
        if (installation.IsDemo)
        {
            routes.MapPost(Urls.DemoSignIn, SignInAsDemoPerson).AllowAnonymous().WithMetadata(Limited);
            return;
        }

        BackChannelLogout.Map(routes);
        // By a link and not by a form: form-action 'self' holds for the redirect that follows a form as well.
        routes.MapGet(Urls.OpenIdSignIn, SignInWithOpenId).AllowAnonymous().WithMetadata(Limited);
        routes.MapGet(Urls.OpenIdSignOut, SignOutOfOpenId).AllowAnonymous();
    }

    private static async Task<IResult> SignInAsDemoPerson(
        HttpContext context, [FromForm] string? person, [FromForm] string? returnUrl)
    {
        if (Demonstration.Included?.People.FirstOrDefault(one => one.Id == person) is not { } actor)
            return Results.BadRequest();
        await context.SignInAsync(ActorClaims.ToPrincipal(actor, nameof(Demonstration)));
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    // The session goes on in the other role, under another name: whatever is open in the role before is over.
    private static async Task<IResult> ChooseRole(
        HttpContext context, SessionRecords records, SecurityLog log, [FromForm] string? role, [FromForm] string? returnUrl)
    {
        var session = ActorClaims.SessionOf(context.User) is { } id ? await records.FindAsync(id, context.RequestAborted) : null;
        // By the row and not by the cookie: a role may have been taken away meanwhile.
        if (session is not { Name: { } name }
            || session.Roles.Where(one => one.ToString() == role).Cast<Role?>().FirstOrDefault() is not { } chosen)
        {
            log.Write(SecurityEvent.Refusal, session?.PersonId, session?.Role, "no such role", context);
            return Redirects.To(Urls.NoAccess);
        }

        var properties = new AuthenticationProperties();
        SessionCookie.SetOrigin(properties, session with { Role = chosen });
        var person = new Identity(session.PersonId, name, session.Roles);
        await context.SignInAsync(ActorClaims.ToPrincipal(person, chosen, nameof(ChooseRole)), properties);
        return Redirects.To(ReturnUrl.Safe(returnUrl));
    }

    // The form has no field; reading it is what makes the framework check its antiforgery token.
    private static async Task<IResult> SignOut(HttpContext context, [FromForm] IFormCollection form)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        context.Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return Redirects.To($"{Urls.SignIn}?{Urls.SignedOutQuery}=1");
    }

    private static ChallengeHttpResult SignInWithOpenId(HttpContext http, string? returnUrl) =>
        TypedResults.Challenge(BackTo(http, ReturnUrl.Safe(returnUrl)), [OpenIdConnectDefaults.AuthenticationScheme]);

    private static async Task<IResult> SignOutOfOpenId(
        HttpContext http, IOptionsMonitor<OpenIdConnectOptions> options, CancellationToken cancelled)
    {
        var provider = options.Get(OpenIdConnectDefaults.AuthenticationScheme).ConfigurationManager!;
        var configuration = await provider.GetConfigurationAsync(cancelled);
        return string.IsNullOrEmpty(configuration.EndSessionEndpoint)
            ? Redirects.To(Urls.SignIn)
            : Results.SignOut(BackTo(http, Urls.SignIn), [OpenIdConnectDefaults.AuthenticationScheme]);
    }

    private static AuthenticationProperties BackTo(HttpContext http, string url) => new() { RedirectUri = http.At(url) };
}
