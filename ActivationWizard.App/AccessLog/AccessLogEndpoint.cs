using System.Globalization;
using System.Text;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.AccessLog;

/// <summary>The access log as a file, for who keeps watch over it. Taking it along is in it as well.</summary>
public static class AccessLogEndpoint
{
    public static void MapAccessLog(this IEndpointRouteBuilder routes)
    {
        routes.MapSearchForm(Urls.AccessLogForm, Urls.AccessLog, RoleNames.SeesAccessLog, AccessLogQuery.Fields);
        routes.MapGet(Urls.AccessLogCsv, Csv)
            .RequireAuthorization(policy => policy.RequireRole(RoleNames.SeesAccessLog.Split(','))).CountAsSearches()
            .WithMetadata(new SearchedByAttribute(AccessLogQuery.TenantName, AccessLogQuery.NumberName));
    }

    private static IResult Csv(
        HttpContext context, AccessRecords records, SealedWords words, SecurityLog log, CancellationToken cancellation)
    {
        if (ActorClaims.Read(context.User) is not { } actor)
            return Results.NotFound();
        var query = AccessLogQuery.Of($"{context.Request.QueryString}", words, actor);
        if (query.IsUnreadable)
            return Redirects.To(query.Address);
        if (query.Errors.Count > 0
            || (query.Filter.Tenant is not null && !actor.May(Operation.FindAccessesOfTenant)))
            return Results.NotFound();
        log.Write(SecurityEvent.AccessLog, actor.Id, actor.Role, "taken along", context);
        return Results.Stream(
            async output =>
            {
                // Without its mark a spreadsheet reads UTF-8 as something else.
                await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await writer.WriteAsync(CsvLines.Line(
                [
                    AccessLogText.ColumnWhen, AccessLogText.CsvPersonId, AccessLogText.ColumnWho, AccessLogText.CsvRole,
                    AccessLogText.ColumnWhat, AccessLogText.ColumnCase, AccessLogText.ColumnGround, AccessLogText.CsvReason,
                    AccessLogText.CsvNote, AccessLogText.CsvDetail, AccessLogText.CsvFound,
                ]));
                await foreach (var one in records.TakeAlongAsync(actor, query.Filter, cancellation))
                    await writer.WriteAsync(CsvLines.Line(Of(one)));
            },
            "text/csv",
            "inzage.csv");
    }

    private static IEnumerable<string?> Of(CaseAccess access) =>
    [
        access.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        access.Actor.Id,
        access.Actor.Name,
        RoleText.For(access.Actor.Role),
        AccessWords.Kind(access.Kind),
        access.Number?.ToString(),
        access.Ground is { } ground ? AccessWords.Ground(ground) : null,
        access.Reason is { } reason ? AccessWords.Reason(reason) : null,
        access.Note,
        AccessWords.Detail(access.Detail),
        access.Found?.ToString(CultureInfo.InvariantCulture),
    ];
}
