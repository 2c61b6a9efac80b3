using System.Text;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Replay;

/// <summary>A case as one page to take along, for who may replay it.</summary>
public static class AuditCopyEndpoint
{
    public static void MapAuditCopy(this IEndpointRouteBuilder routes) => routes.MapGet(Urls.CasePage, PageAsync)
        .RequireAuthorization(policy => policy.RequireRole(RoleNames.SeesWork.Split(','))).CountAsSearches();

    private static async Task<IResult> PageAsync(
        string number, HttpContext context, CaseExport export, TimeProvider clock, CancellationToken cancellation)
    {
        if (!CaseNumber.TryParse(number, out var found) || ActorClaims.Read(context.User) is not { } actor
            || await export.PageAsync(found, actor, cancellation) is not { } raw)
            return Results.NotFound();
        var page = await new AuditCopy(raw, actor, clock.GetUtcNow()).ToHtmlAsync();
        return Results.File(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", $"zaak-{found}.html");
    }
}
