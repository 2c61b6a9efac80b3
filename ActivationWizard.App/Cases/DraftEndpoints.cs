using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.Cases;

/// <summary>Where the script of a page brings what is filled in, while it is.</summary>
public static class DraftEndpoints
{
    /// <summary>In bytes; what a browser still sends for a page that is closed.</summary>
    private const int LargestBody = 64 * 1024;

    public static void MapDrafts(this IEndpointRouteBuilder routes) => routes.MapPost(Urls.Draft, KeepAsync)
        .RequireAuthorization(policy => policy.RequireRole(RoleNames.Employee, RoleNames.TeamLead))
        .WithMetadata(new RequestSizeLimitAttribute(LargestBody));

    // The answer is the sentence that the page shows; empty when the question is no longer asked, or not this person's: a page
    // that is a moment late did nothing wrong.
    private static async Task<IResult> KeepAsync(
        string number, Filled filled, HttpContext context, CaseDrafts drafts, CancellationToken cancellation)
    {
        if (!SameOriginHub.IsOurs(context.Request))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (filled.Fields is not { } fields || fields.Values.Any(text => text is null))
            return Results.BadRequest();
        if (!CaseNumber.TryParse(number, out var found) || ActorClaims.Read(context.User) is not { } actor)
            return Results.NotFound();
        return await drafts.KeepAsync(found, filled.Question, fields!, actor, cancellation) is { } at
            ? Results.Text(DraftsText.Kept.With(Moments.Clock(at)))
            : Results.NoContent();
    }

    /// <summary>The fields that changed, by name, and the question they belong to.</summary>
    internal sealed record Filled(int Question, Dictionary<string, string?>? Fields);
}
