using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal;

/// <summary>What a try came to: a fault in a sentence that names settings and no value, or none.</summary>
/// <param name="Fault">Null for none.</param>
/// <param name="WasTried">False when what came before it was in the way, or it does not apply.</param>
public sealed record TrialResult(string? Fault = null, bool WasTried = true)
{
    /// <summary>Nothing could be tried.</summary>
    public static TrialResult NotTried { get; } = new(WasTried: false);
}

/// <summary>What the databases came to.</summary>
/// <param name="IsMade">
/// False when there is no journal of this version yet: the first start makes it. Null when not known.
/// </param>
public sealed record JournalTrialReport(
    TrialResult Connection, bool? IsMade, TrialResult Schema, TrialResult MasterKey, TrialResult Rights);

/// <summary>Tries the databases without making or changing anything in them.</summary>
public sealed class JournalTrial(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores, JournalPlace place,
    JournalPreparation preparation, KeyRing keys, IServiceProvider services)
{
    /// <summary>Throws for a caller who cancels, and for nothing that a database can do.</summary>
    public async Task<JournalTrialReport> RunAsync(CancellationToken cancellation)
    {
        if (await ConnectAsync(cancellation) is { } unreachable)
            return new(new(unreachable), null, TrialResult.NotTried, TrialResult.NotTried, TrialResult.NotTried);
        var isMade = false;
        var schema = await TriedAsync(async () => isMade = await preparation.IsThereAsync(cancellation));
        if (schema.Fault is not null || !isMade)
            return new(new(), schema.Fault is null ? false : null, schema, TrialResult.NotTried, TrialResult.NotTried);
        return new(new(), true, schema, await OpenKeysAsync(cancellation), await RightsAsync(cancellation));
    }

    // A SQLite file that is not there yet is no fault: the data folder can be written, by a rule of the settings.
    private async Task<string?> ConnectAsync(CancellationToken cancellation)
    {
        if (place.Provider is JournalProvider.Sqlite)
            return null;
        try
        {
            await using var journal = await journals.CreateDbContextAsync(cancellation);
            await journal.Database.OpenConnectionAsync(cancellation);
            await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
            await keyStore.Database.OpenConnectionAsync(cancellation);
            return null;
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            return new UnusableJournalException(JournalOptions.EventsKey, cause).Failures.First();
        }
    }

    private Task<TrialResult> OpenKeysAsync(CancellationToken cancellation) => TriedAsync(async () =>
    {
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        await keys.OpenAsync(keyStore, cancellation);
    });

    private async Task<TrialResult> RightsAsync(CancellationToken cancellation) =>
        place.Provider is JournalProvider.Postgres
            ? await TriedAsync(() =>
                ActivatorUtilities.CreateInstance<DatabaseRightsCheck>(services).StartingAsync(cancellation))
            : TrialResult.NotTried;

    private static async Task<TrialResult> TriedAsync(Func<Task> act)
    {
        try
        {
            await act();
            return new TrialResult();
        }
        catch (OptionsValidationException fault)
        {
            return new TrialResult(string.Join(' ', fault.Failures));
        }
        catch (LostMasterKeyException)
        {
            return new TrialResult("Journal:MasterKey");
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            return new TrialResult(UnusableJournalException.Kind(cause));
        }
    }
}
