using System.Globalization;
using System.Text;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Finished;

/// <summary>Files of cases, for who may take them along. None can hold a code: the journal has none.</summary>
public static class ExportEndpoints
{
    private const int MostCases = 1_000;

    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapSearchForm(Urls.CasesForm, Urls.Cases, RoleNames.SeesWork, CasesQuery.Fields);
        var files = routes.MapGroup("").RequireAuthorization(policy => policy.RequireRole(RoleNames.TeamLead))
            .CountAsSearches();
        files.MapGet(Urls.CaseJson, CaseJsonAsync);
        files.MapGet(Urls.CaseXes, CaseXesAsync);
        files.MapGet(Urls.CasesXes, ListXesAsync).WithMetadata(new SearchedByAttribute(CasesQuery.SearchName));
        files.MapGet(Urls.CasesCsv, ListCsv).WithMetadata(new SearchedByAttribute(CasesQuery.SearchName));
    }

    private static async Task<IResult> CaseJsonAsync(
        string number, HttpContext context, CaseExport export, CancellationToken cancellation) =>
        CaseNumber.TryParse(number, out var found) && ActorClaims.Read(context.User) is { } actor
        && await export.JsonAsync(found, actor, cancellation) is { } file
            ? Results.File(file, "application/json", $"zaak-{found}.json")
            : Results.NotFound();

    private static async Task<IResult> CaseXesAsync(
        string number, HttpContext context, CaseExport export, CancellationToken cancellation) =>
        CaseNumber.TryParse(number, out var found) && ActorClaims.Read(context.User) is { } actor
            ? Xes(await export.EntriesAsync(actor, new FinishedFilter(found.ToString()), 1, cancellation), $"zaak-{found}.xes")
            : Results.NotFound();

    private static async Task<IResult> ListXesAsync(
        HttpContext context, CaseExport export, SealedWords words, TimeProvider clock, CancellationToken cancellation)
    {
        if (ActorClaims.Read(context.User) is not { } actor || !actor.May(Operation.ExportCases))
            return Results.NotFound();
        var query = CasesQuery.Of($"{context.Request.QueryString}", words, actor);
        var filter = CasesToday.Of(query, actor, clock.GetUtcNow());
        return query.IsUnreadable
            ? Redirects.To(query.Address)
            : Xes(await export.EntriesAsync(actor, filter, MostCases, cancellation), "gebeurtenissen.xes");
    }

    private static IResult Xes(IReadOnlyList<IReadOnlyList<RecordedEvent>> cases, string name) =>
        Results.Stream(output => XesWriter.WriteAsync(output, cases), "application/xml", name);

    private static IResult ListCsv(
        HttpContext context, CaseExport export, SealedWords words, TimeProvider clock, CancellationToken cancellation)
    {
        if (ActorClaims.Read(context.User) is not { } actor || !actor.May(Operation.ExportCases))
            return Results.NotFound();
        var query = CasesQuery.Of($"{context.Request.QueryString}", words, actor);
        // A file with more in it than was asked is not given: the page says that one has to search again.
        if (query.IsUnreadable)
            return Redirects.To(query.Address);
        var filter = CasesToday.Of(query, actor, clock.GetUtcNow());
        return Results.Stream(
            async output =>
            {
                // Without its mark a spreadsheet reads UTF-8 as something else.
                await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await writer.WriteAsync(CsvLines.Line(
                [
                    ViewsText.CsvNumber, ViewsText.CsvReceived, ViewsText.CsvCompleted, ViewsText.CsvEnding, ViewsText.CsvName,
                    ViewsText.CsvAddress, ViewsText.CsvHandler, ViewsText.CsvWaited, ViewsText.CsvHandled,
                    ViewsText.CsvSpecial,
                ]));
                await foreach (var one in export.ListAsync(actor, filter, cancellation))
                    await writer.WriteAsync(CsvLines.Line(Of(one)));
            },
            "text/csv",
            "zaken.csv");
    }

    private static IEnumerable<string?> Of(CaseSummary summary) =>
    [
        summary.Number.ToString(),
        Moments.Machine(summary.ReceivedAt),
        summary.CompletedAt is { } completed ? Moments.Machine(completed) : null,
        CasesWords.Ending(summary).Text,
        summary.Name,
        summary.Address,
        summary.Handler?.Name,
        Minutes(summary.Waited),
        Minutes(summary.Handled),
        string.Join(", ", CasesWords.Special(summary).Select(one => one.Word)),
    ];

    private static string? Minutes(TimeSpan? time) => time?.TotalMinutes.ToString("0.0", CultureInfo.CurrentCulture);
}
