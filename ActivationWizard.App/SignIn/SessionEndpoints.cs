using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace ActivationWizard.App.SignIn;

/// <summary>How long somebody stays signed in, for the page that warns of the end of it.</summary>
public static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.Session, TellAsync);
        routes.MapPost(Urls.Session, LengthenAsync);
    }

    /// <summary>The cookie's own rule, except that telling how long is left does not make it longer.</summary>
    public static Task Slide(CookieSlidingExpirationContext context)
    {
        context.ShouldRenew &= !context.Request.Path.StartsWithSegments(Urls.Session);
        if (context.ShouldRenew)
            Remember(context.HttpContext, context.Options.ExpireTimeSpan);
        return Task.CompletedTask;
    }

    // In whole seconds; without a session the cookie's handler answers 401.
    private static async Task<long> TellAsync(HttpContext context, TimeProvider clock)
    {
        var session = await context.AuthenticateAsync();
        return session.Properties?.ExpiresUtc is { } end ? (long)(end - clock.GetUtcNow()).TotalSeconds : 0;
    }

    private static async Task<long> LengthenAsync(HttpContext context, TimeProvider clock)
    {
        var session = await context.AuthenticateAsync();
        var properties = session.Properties!;
        (properties.IssuedUtc, properties.ExpiresUtc) = (null, null);
        await context.SignInAsync(session.Principal!, properties);
        var length = properties.ExpiresUtc!.Value - clock.GetUtcNow();
        Remember(context, length);
        return (long)length.TotalSeconds;
    }

    private static void Remember(HttpContext context, TimeSpan length)
    {
        if (ActorClaims.Read(context.User) is { } actor)
            context.RequestServices.GetRequiredService<Sessions>()
                .Last(actor, context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() + length);
    }
}
