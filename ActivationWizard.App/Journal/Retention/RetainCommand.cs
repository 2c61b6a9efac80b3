using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Security;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Journal.Retention;

/// <summary><c>--retain</c>: erases what is past its term, as every night does, or lists it.</summary>
public static class RetainCommand
{
    public static Command Create()
    {
        var list = new Option<bool>("--dry-run") { Description = "Lists what would be erased now, and changes nothing." };
        var command = new Command("--retain", "Erases what is past its term (Retention:*), as the app does every night.")
        {
            list,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(list)
            ? OpenJournal.ForAsync(parsed, ListAsync, cancellation)
            : CommandSecurity.ToldAsync(
                parsed, SecurityEvent.Erasure, () => "past their term",
                () => OpenJournal.ForAsync(parsed, RetainAsync, cancellation)));
        return command;
    }

    private static async Task<int> ListAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var outlook = services.GetRequiredService<RetentionOutlook>();
        foreach (var one in await outlook.DueAsync(cancellation))
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{one.Number} {one.Ending} {DutchCalendar.DayOf(one.EndedAt):yyyy-MM-dd}"));
        }

        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var report = await outlook.ReportAsync(now, cancellation);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Cases} cases and {report.Accesses} access records are past their term. Nothing was erased."));
        return 0;
    }

    private static async Task<int> RetainAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var round = services.GetRequiredService<RetentionRound>();
        var before = await round.LastAsync(cancellation);
        if (await round.RunAsync(again: true, cancellation) is not { } done)
        {
            await output.WriteLineAsync(
                "Another command has taken this over, and goes on with it.");
            return OpenJournal.NotDone;
        }

        var clear = await services.GetRequiredService<ClearRemoval>().RunAsync(cancellation);
        if (clear > 0)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{clear} rows of an earlier version that stood in clear are pseudonyms now, or deleted."));
        }

        // The night may have been done before, by the app.
        var (cases, accesses) = before?.Night == done.Night ? (before.Erased, before.Accesses) : (0, 0);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Erased - cases} cases are erased and {done.Accesses - accesses} access records removed.");
        await output.WriteLineAsync(said);
        var isAny = done.Erased > cases || done.Accesses > accesses || clear > 0;
        foreach (var left in isAny ? services.GetRequiredService<DatabaseLogs>().Left : [])
            await output.WriteLineAsync(left);
        if (done.Failed is 0)
            return 0;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{done.Failed} cases could not be erased ({done.Failure}): --retain --dry-run lists them."));
        return OpenJournal.NotDone;
    }
}
