using System.CommandLine;
using System.Globalization;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Security;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// <c>--rotate-master-key</c>: wraps every key by the new master key that the one before it wrapped; the app may run, when every
/// instance has both.
/// </summary>
public static class RotateCommand
{
    private const int RowsAtATime = 200;

    private const string NoPrevious =
        "Set Journal:MasterKey to the new key and Journal:PreviousMasterKey (or Journal:PreviousMasterKeyFile) to the one that "
        + "is in use, on every instance, and start them again; then run --rotate-master-key with the same settings. Nothing was "
        + "changed.";

    public static Command Create()
    {
        var command = new Command(
            "--rotate-master-key",
            "Wraps every key by Journal:MasterKey that Journal:PreviousMasterKey wrapped; the app may run. Again goes on.");
        command.SetAction((parsed, cancellation) => CommandSecurity.ToldAsync(
            parsed, SecurityEvent.Rotation, () => null, () => OpenJournal.ForAsync(parsed, RotateAsync, cancellation)));
        return command;
    }

    private static async Task<int> RotateAsync(IServiceProvider services, TextWriter output, CancellationToken cancellation)
    {
        await using (var keyStore = await services.GetRequiredService<IDbContextFactory<KeyStoreContext>>()
            .CreateDbContextAsync(cancellation))
        {
            if (!await PostgresRights.HasAsync<KeyRingRow>(keyStore, "UPDATE", cancellation))
                throw DatabaseRightsException.OfTooLittle(JournalOptions.KeyStoreKey, "KeyRing", "UPDATE");
        }

        if (services.GetRequiredService<KeyRing>().Previous is null)
        {
            await output.WriteLineAsync(NoPrevious);
            return OpenJournal.NotDone;
        }

        var rotated = await services.GetRequiredService<KeyRotation>().RunAsync(
            RowsAtATime, () => Task.CompletedTask, cancellation);
        // What was wrapped by the old key may stand in them.
        var logs = services.GetRequiredService<DatabaseLogs>();
        await logs.EmptyAsync(cancellation);
        var said = string.Create(
            CultureInfo.InvariantCulture,
            $"{rotated.CaseKeys} keys of cases and {rotated.SignInKeys} of sign-in are wrapped by the new master key");
        await output.WriteLineAsync($"{said}, and open with it alone.");
        foreach (var left in logs.Left.Where(one => one.Contains("VACUUM", StringComparison.Ordinal)))
            await output.WriteLineAsync(left);
        if (rotated.Unreadable > 0)
        {
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"{rotated.Unreadable} keys open with neither master key, and did not before: --verify names their cases."));
            return OpenJournal.NotDone;
        }

        await output.WriteLineAsync(
            "Take Journal:PreviousMasterKey (or the file) out of the settings of every instance, and start them again. Backups "
            + "of the keys from before today still open with the old key: keep it with them, or destroy both.");
        return 0;
    }
}
