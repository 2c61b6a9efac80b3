using System.CommandLine;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--migrate</c>: makes the databases, or brings them up to date, and ends: for an installation whose app may not do so. Run
/// it with the connection strings of the owner.
/// </summary>
public static class MigrateCommand
{
    public static Command Create()
    {
        var command = new Command(
            "--migrate", "Makes the databases or brings them up to date, under the account of the settings, and ends.");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var app = OpenJournal.Build(parsed);
            await app.Services.GetRequiredService<JournalPreparation>().PrepareAsync(cancellation);
            await parsed.InvocationConfiguration.Output.WriteLineAsync(
                app.Services.GetRequiredService<JournalPlace>().Provider is JournalProvider.Sqlite
                    ? "The databases are up to date."
                    : "The databases are up to date. Run what --database-roles says as well: a new table has no rights yet.");
            return 0;
        });
        return command;
    }
}
