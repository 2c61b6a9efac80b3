using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.Security;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--move-to-postgres</c>: moves what is in the files of the data folder into the PostgreSQL database that the settings name.
/// </summary>
public static class MoveCommand
{
    private const int RowsAtATime = 500;

    // Of a large table so many rows are told at a time.
    private const int ToldEvery = 100_000;

    private static readonly Dictionary<MoveEnd, string> Sentences = new()
    {
        [MoveEnd.Moved] = "Everything is in PostgreSQL, and the same as in the files. Start the app with these settings. No app "
            + "starts on the files any more; what is erased from now on is still in them, so keep them no longer than a backup.",
        [MoveEnd.MovedBefore] = "The journal in Installation:DataFolder was moved to this database before: there is nothing to "
            + "do.",
        [MoveEnd.MovedElsewhere] = "The journal in Installation:DataFolder was moved to another PostgreSQL database: set "
            + $"{JournalOptions.EventsKey} to that one.",
        [MoveEnd.NoFiles] = $"{string.Join(" and ", DatabaseBackup.Files)} are not in Installation:DataFolder: there is nothing "
            + "to move.",
        [MoveEnd.FilesInUse] = "The app, or another command, has the files in Installation:DataFolder open. Stop it, and run "
            + "--move-to-postgres again: nothing was moved.",
        [MoveEnd.EarlierVersion] = "The journal in Installation:DataFolder is of an earlier version. Start this version on it "
            + "once, with Journal:Provider=Sqlite, which brings it up to date, and stop it: nothing was moved.",
        [MoveEnd.NotEmpty] = $"There is a journal in {JournalOptions.EventsKey} or {JournalOptions.KeyStoreKey} already: "
            + "--move-to-postgres needs a database that was never used. Nothing was moved.",
        [MoveEnd.Different] = "What is in PostgreSQL is not the same as what is in the files. The files are the journal still; "
            + "--move-to-postgres begins from nothing the next time.",
    };

    public static Command Create()
    {
        var command = new Command(
            "--move-to-postgres",
            "Moves the journal and the keys in Installation:DataFolder into PostgreSQL; the app must not run. Again goes on.");
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Move, () => null, () => MoveAsync(parsed, cancellation)));
        return command;
    }

    private static async Task<int> MoveAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var output = parsed.InvocationConfiguration.Output;
        await using var app = OpenJournal.Build(parsed);
        if (app.Services.GetRequiredService<JournalPlace>().Provider is JournalProvider.Postgres)
            return await MoveAsync(app.Services, output, cancellation);
        await output.WriteLineAsync(
            $"Set Journal:Provider to Postgres and {JournalOptions.EventsKey} to an empty database: --move-to-postgres moves "
            + "what is in Installation:DataFolder into it.");
        return OpenJournal.NotDone;
    }

    private static async Task<int> MoveAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        var verified = 0;
        try
        {
            var end = await services.GetRequiredService<JournalMove>().MoveAsync(
                RowsAtATime, rows => TellAsync(rows, output), VerifyAsync, cancellation);
            await output.WriteLineAsync(Sentences[end]);
            return end is MoveEnd.Moved or MoveEnd.MovedBefore ? verified : OpenJournal.NotDone;
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            await output.WriteLineAsync(
                $"The move stopped: {UnusableJournalException.Kind(cause)}. Nothing is lost, and no app starts on both: put that "
                + "right and run --move-to-postgres again, and it goes on where it was.");
            return OpenJournal.NotDone;
        }

        async Task VerifyAsync()
        {
            verified = await VerifyCommand.VerifyAsync(services, [], output, cancellation);
            if (verified is not 0)
                await output.WriteLineAsync("It is the same in the files: the move changed nothing of it.");
        }
    }

    private static Task TellAsync(MovedRows rows, TextWriter output) =>
        rows.IsAll || (rows.There > 0 && rows.There % ToldEvery is 0)
            ? output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"{rows.Table}: {rows.There} of {rows.Total}."))
            : Task.CompletedTask;
}
