using System.Text;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using Microsoft.AspNetCore.Mvc;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// What is known about a tenant as a file, or as one page to print. By POST: who the tenant is stands in no address.
/// </summary>
public static class AccessRequestEndpoint
{
    public static void MapAccessRequest(this IEndpointRouteBuilder routes)
    {
        var files = routes.MapGroup("").RequireAuthorization(policy => policy.RequireRole(RoleNames.TeamLead));
        files.MapPost(Urls.AccessRequestJson, JsonAsync);
        files.MapPost(Urls.AccessRequestWhole, WholeAsync);
    }

    private static Task<IResult> JsonAsync(
        HttpContext context, AccessRequestDesk desk, TimeProvider time,
        [FromForm(Name = AccessRequestForm.NumberName)] string? number,
        [FromForm(Name = AccessRequestForm.NameName)] string? name,
        [FromForm(Name = AccessRequestForm.BirthDateName)] string? birthDate,
        [FromForm(Name = AccessRequestForm.PartyName)] string? party,
        [FromForm(Name = AccessRequestForm.EmailName)] string? email) =>
        AnswerAsync(
            context, desk, new() { Number = number, Name = name, BirthDate = birthDate, PartyCode = party, Email = email },
            found => Results.Stream(
                output => AccessRequestJson.WriteAsync(found, time.GetUtcNow(), output, context.RequestAborted),
                "application/json", "inzageverzoek.json"));

    private static Task<IResult> WholeAsync(
        HttpContext context, AccessRequestDesk desk, TimeProvider time,
        [FromForm(Name = AccessRequestForm.NumberName)] string? number,
        [FromForm(Name = AccessRequestForm.NameName)] string? name,
        [FromForm(Name = AccessRequestForm.BirthDateName)] string? birthDate,
        [FromForm(Name = AccessRequestForm.PartyName)] string? party,
        [FromForm(Name = AccessRequestForm.EmailName)] string? email) =>
        AnswerAsync(
            context, desk, new() { Number = number, Name = name, BirthDate = birthDate, PartyCode = party, Email = email },
            found => Results.Stream(
                async output =>
                {
                    await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                    await AccessRequestDocument.WriteAsync(found, time.GetUtcNow(), writer, context.RequestAborted);
                },
                "text/html; charset=utf-8"));

    private static async Task<IResult> AnswerAsync(
        HttpContext context, AccessRequestDesk desk, AccessRequestForm form, Func<CasesOfTenant, IResult> give)
    {
        if (ActorClaims.Read(context.User) is not { } actor || form.Question is not { } question)
            return Results.BadRequest();
        var found = await desk.FindAsync(question, actor, SecurityLog.AddressOf(context), context.RequestAborted);
        return found is null ? Limits.TooOften(context) : give(found);
    }
}
