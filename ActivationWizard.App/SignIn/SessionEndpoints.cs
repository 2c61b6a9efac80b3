namespace ActivationWizard.App.SignIn;

/// <summary>How long somebody stays signed in, for the page that warns of the end of it.</summary>
public static class SessionEndpoints
{
    public static void MapSession(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Urls.Session, Tell);
        routes.MapPost(Urls.Session, Stay);
    }

    // In whole seconds; without a session the cookie's handler answers 401.
    private static long Tell(HttpContext context, Sessions sessions) => Left(context, sessions);

    // An act like any other, which the cookie's check has noted.
    private static IResult Stay(HttpContext context, Sessions sessions) => SameOriginHub.IsOurs(context.Request)
        ? Results.Json(Left(context, sessions))
        : Results.StatusCode(StatusCodes.Status403Forbidden);

    private static long Left(HttpContext context, Sessions sessions) =>
        ActorClaims.SessionOf(context.User) is { } session ? (long)sessions.Left(session).TotalSeconds : 0;
}
