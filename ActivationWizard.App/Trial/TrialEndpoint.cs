using System.Text;
using ActivationWizard.App.Finished;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;

namespace ActivationWizard.App.Trial;

/// <summary>The cases of a trial as a file, for who may take them along.</summary>
public static class TrialEndpoint
{
    public static void MapTrial(this IEndpointRouteBuilder routes) => routes.MapGet(Urls.TrialCsv, CsvAsync)
        .RequireAuthorization(policy => policy.RequireRole(RoleNames.TeamLead)).CountAsSearches();

    private static IResult CsvAsync(HttpContext context, Trials trials, TimeProvider clock, CancellationToken cancellation)
    {
        if (ActorClaims.Read(context.User) is not { } actor || !actor.May(Operation.SeeTrial)
            || !actor.May(Operation.ExportCases))
            return Results.NotFound();
        var period = TrialPeriod.Of(context.Request.Query[TrialPeriod.Name], clock);
        return Results.Stream(
            async output =>
            {
                // Without its mark a spreadsheet reads UTF-8 as something else.
                await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
                await writer.WriteAsync(CsvLines.Line(
                [
                    TrialText.ColumnNumber, TrialText.CsvMoment, TrialText.ColumnProposal, TrialText.CsvRule,
                    TrialText.CsvOutcome, TrialText.ColumnPractice, TrialText.ColumnReason, TrialText.CsvNote,
                ]));
                await foreach (var one in trials.TakeAlongAsync(actor, period.Start, period.End, cancellation))
                    await writer.WriteAsync(CsvLines.Line(Of(one)));
            },
            "text/csv",
            "proefdraaien.csv");
    }

    private static IEnumerable<string?> Of(TrialCase one) =>
    [
        one.Number.ToString(),
        Moments.Machine(one.At),
        TrialWords.Proposed(one),
        one.Row?.ToString(),
        one.IsDifferent ? TrialText.Different : TrialText.Agreed,
        TrialWords.Done(one),
        one.Practice?.Reason is { } reason ? PracticeWords.Of(reason) : null,
        one.Practice?.Note,
    ];
}
