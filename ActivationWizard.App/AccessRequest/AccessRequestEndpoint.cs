using ActivationWizard.App.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.AccessRequest;

/// <summary>What is known about a tenant as a file. By POST: who the tenant is stands in no address.</summary>
public static class AccessRequestEndpoint
{
    public static void MapAccessRequest(this IEndpointRouteBuilder routes) => routes.MapPost(Urls.AccessRequestJson, JsonAsync)
        .RequireAuthorization(policy => policy.RequireRole(RoleNames.TeamLead));

    private static async Task<IResult> JsonAsync(
        HttpContext context, AccessRequestDesk desk, TimeProvider time,
        [FromForm(Name = AccessRequestForm.NumberName)] string? number,
        [FromForm(Name = AccessRequestForm.NameName)] string? name,
        [FromForm(Name = AccessRequestForm.BirthDateName)] string? birthDate,
        [FromForm(Name = AccessRequestForm.PartyName)] string? party)
    {
        var form = new AccessRequestForm { Number = number, Name = name, BirthDate = birthDate, PartyCode = party };
        if (ActorClaims.Read(context.User) is not { } actor || form.Question is not { } question)
            return Results.BadRequest();
        var found = await desk.FindAsync(question, actor, context, context.RequestAborted);
        return Results.File(AccessRequestJson.Write(found, time.GetUtcNow()), "application/json", "inzageverzoek.json");
    }
}
