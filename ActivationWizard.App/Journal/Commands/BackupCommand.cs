using System.CommandLine;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.Integrations.Settings;
using Microsoft.Data.Sqlite;

namespace ActivationWizard.App.Journal.Commands;

/// <summary><c>--backup FOLDER</c>: copies events and keys at one moment, also under a running app.</summary>
public static class BackupCommand
{
    private const string Postgres =
        "The journal is in PostgreSQL: back it up with pg_dump, first the database of the events and after it that of the keys, "
        + "so that no event lacks its key. docs/operations.md has the lines.";

    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "A folder that is empty, or not there yet." };
        var command = new Command("--backup", "Copies the events and the keys of the cases; the app may run meanwhile.")
        {
            folder,
        };
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Backup, () => null, () => OpenJournal.ForAsync(
                parsed,
                (services, output, cancelled) => BackupAsync(services, parsed.GetRequiredValue(folder), output, cancelled),
                cancellation)));
        return command;
    }

    private static async Task<int> BackupAsync(
        IServiceProvider services, string folder, TextWriter output, CancellationToken cancellation)
    {
        if (services.GetRequiredService<JournalPlace>().Provider is not JournalProvider.Sqlite)
            return await SaidAsync(Postgres, OpenJournal.NotDone);
        try
        {
            if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
                return await SaidAsync("--backup takes a folder that is empty, or not there yet.", OpenJournal.NotDone);
            if (!services.GetRequiredService<DatabaseBackup>().TryCopy(folder))
                return await SaidAsync(
                    "Cases are erased all the time: no moment was found to copy at. Try again.", OpenJournal.NotDone);
        }
        catch (Exception cause) when (BoundedFile.Explains(cause) || cause is SqliteException)
        {
            return await SaidAsync($"--backup cannot write there ({cause.GetType().Name}).", OpenJournal.NotDone);
        }

        await output.WriteLineAsync(
            $"{string.Join(" and ", DatabaseBackup.Files)} are copied, at one moment. The keys of the cases are only of use with "
            + "the master key, which is not in it: keep Journal:MasterKey, Journal:MasterKeyFile or, of a demonstration, "
            + $"{Encryption.MasterKeySource.DemoFile} somewhere else, and the fingerprint key with it.");
        return 0;

        async Task<int> SaidAsync(string sentence, int code)
        {
            await output.WriteLineAsync(sentence.AsMemory(), cancellation);
            return code;
        }
    }
}
