using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Security;
using ActivationWizard.Integrations.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--restore FOLDER</c>: puts a backup back where there is no journal, and has a new epoch begin: what was done since the
/// backup is unknown to it, and every case that was open then is looked at by a person before anything is done for it.
/// </summary>
public static class RestoreCommand
{
    public static Command Create()
    {
        var folder = new Argument<string>("FOLDER") { Description = "The folder of a backup." };
        var command = new Command("--restore", "Puts a backup back where there is no journal yet; the app must not run.")
        {
            folder,
        };
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Restore, () => null,
            () => RestoreAsync(parsed, parsed.GetRequiredValue(folder), cancellation)));
        return command;
    }

    private static async Task<int> RestoreAsync(ParseResult parsed, string folder, CancellationToken cancellation)
    {
        var settings = AppSettings.Of(ContentRoot.CreateBuilder([.. parsed.UnmatchedTokens]));
        var place = new JournalPlace(settings.Journal, settings.Installation.DataFolder, settings.Mark);
        var backup = new DatabaseBackup(place);
        if (Refusal(place, folder) is { } refusal)
            return await SaidAsync(refusal);
        try
        {
            backup.PutBack(folder);
            return await OpenJournal.ForAsync(parsed, RestoreAsync, cancellation, mayMake: true);
        }
        catch (Exception cause) when (BoundedFile.Explains(cause) || cause is SqliteException)
        {
            backup.TakeAway();
            return await SaidAsync($"Nothing was put back: the files cannot be read or written ({cause.GetType().Name}).");
        }
        catch
        {
            backup.TakeAway();
            throw;
        }

        async Task<int> SaidAsync(string sentence)
        {
            await parsed.InvocationConfiguration.Output.WriteLineAsync(sentence);
            return OpenJournal.NotDone;
        }
    }

    private static string? Refusal(JournalPlace place, string folder) =>
        place.Provider is not JournalProvider.Sqlite
            ? "The journal is in PostgreSQL: put it back with pg_restore, events and keys of one backup, and start the app: it "
                + "sees that the database went back. docs/operations.md has the lines."
        : DatabaseBackup.Files.Select(name => Path.Combine(folder, name)).FirstOrDefault(file => !File.Exists(file)) is not null
            ? $"--restore takes the folder of a backup, with {string.Join(" and ", DatabaseBackup.Files)}."
        : DatabaseBackup.Files.Select(place.FileNamed).Append(place.CheckpointFile).Any(File.Exists)
            ? "There is a journal in Installation:DataFolder, or a note of one: --restore needs a folder without."
        : null;

    private static async Task<int> RestoreAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        await services.GetRequiredService<JournalPreparation>().PrepareAsync(cancellation);
        var told = await services.GetRequiredService<LostTime>().BeginAsync(EpochReason.Restored, null, cancellation);
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"The backup is put back. What was done since is not in it: {told} open cases wait for a person before anything is "
            + $"done for them. Case numbers go on at {services.GetRequiredService<InstallationEpochs>().Row.SkippedTo + 1}."));
        return await VerifyCommand.VerifyAsync(services, [], output, cancellation);
    }
}
