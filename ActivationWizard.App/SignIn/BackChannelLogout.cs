using ActivationWizard.App.Journal.Sessions;
using ActivationWizard.App.Security;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.SignIn;

/// <summary>The identity provider ends sessions here, without a browser: OpenID Connect Back-Channel Logout 1.0.</summary>
internal static class BackChannelLogout
{
    private const int LargestRequest = 64 * 1024;

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(Urls.BackChannelLogout, EndAsync)
        .AllowAnonymous()
        // Not a page of ours sends it, but a server that proves itself by its signature.
        .DisableAntiforgery()
        .WithMetadata(new RequestSizeLimitAttribute(LargestRequest), new LimitedEndpoint(Limit.BackChannel, Answer: TooOften));

    private static async Task<IResult> EndAsync(
        HttpContext context, SessionRecords records, LogoutTokens tokens, OpenSessions open, SecurityLog log,
        TimeProvider time)
    {
        var cancelled = context.RequestAborted;
        var token = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(cancelled))["logout_token"].ToString()
            : null;
        if (await tokens.ReadAsync(token) is not { } logout
            || await records.EndByProviderAsync(logout, time.GetUtcNow(), LogoutTokens.Patience, cancelled) is not { } ended)
        {
            log.Write(SecurityEvent.Refusal, null, null, "logout token refused", context);
            return Refused(StatusCodes.Status400BadRequest);
        }

        foreach (var session in ended)
            log.Write(SecurityEvent.SessionEnd, session.PersonId, session.Role, "ended by the provider", context);
        if (ended.Count > 0)
            await open.TellAsync();
        return Results.Ok();
    }

    private static IResult TooOften(HttpContext _) => Refused(StatusCodes.Status429TooManyRequests);

    private static IResult Refused(int status) => Results.Json(new { error = "invalid_request" }, statusCode: status);
}
