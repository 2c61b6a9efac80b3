using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>What a try came to.</summary>
/// <param name="WasTried">False when what came before it was in the way, or it does not apply.</param>
/// <param name="Faults">What was wrong; empty for nothing.</param>
public sealed record TrialResult(bool WasTried, IReadOnlyList<DatabaseFault> Faults)
{
    /// <summary>Nothing was wrong.</summary>
    public static TrialResult Fine { get; } = new(true, []);

    /// <summary>Nothing could be tried.</summary>
    public static TrialResult NotTried { get; } = new(false, []);

    /// <summary>Something was wrong.</summary>
    public static TrialResult Of(params IReadOnlyList<DatabaseFault> faults) => new(true, faults);
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
        var connection = await ConnectAsync(cancellation);
        if (connection.Faults.Count > 0)
            return new(connection, null, TrialResult.NotTried, TrialResult.NotTried, TrialResult.NotTried);
        var isMade = false;
        var schema = await TriedAsync(
            JournalOptions.Section, async () => isMade = await preparation.IsThereAsync(cancellation));
        if (schema.Faults.Count > 0 || !isMade)
            return new(connection, schema.Faults.Count > 0 ? null : false, schema, TrialResult.NotTried, TrialResult.NotTried);
        return new(connection, true, schema, await OpenKeysAsync(cancellation), await RightsAsync(cancellation));
    }

    // A SQLite file that is not there yet is no fault: the data folder can be written, by a rule of the settings.
    private async Task<TrialResult> ConnectAsync(CancellationToken cancellation)
    {
        if (place.Provider is JournalProvider.Sqlite)
            return TrialResult.Fine;
        var events = await OpenAsync(JournalOptions.EventsKey, journals, cancellation);
        if (place.OneSetting is not null)
            return events;
        var apart = await OpenAsync(JournalOptions.KeyStoreKey, keyStores, cancellation);
        return TrialResult.Of([.. events.Faults, .. apart.Faults]);
    }

    private static Task<TrialResult> OpenAsync<T>(
        string setting, IDbContextFactory<T> contexts, CancellationToken cancellation)
        where T : DbContext => TriedAsync(setting, async () =>
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.OpenConnectionAsync(cancellation);
    });

    private Task<TrialResult> OpenKeysAsync(CancellationToken cancellation) => TriedAsync(place.KeyStoreSetting, async () =>
    {
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        await keys.OpenAsync(keyStore, cancellation);
    });

    // The accounts of the app were seen to come in; that of the erasure is first used here.
    private async Task<TrialResult> RightsAsync(CancellationToken cancellation) =>
        place.Provider is JournalProvider.Postgres
            ? await TriedAsync(place.HasEraser ? RoleSettings.ErasureKey : JournalOptions.EventsKey, () =>
                ActivatorUtilities.CreateInstance<DatabaseRightsCheck>(services).StartingAsync(cancellation))
            : TrialResult.NotTried;

    private static async Task<TrialResult> TriedAsync(string setting, Func<Task> act)
    {
        try
        {
            await act();
            return TrialResult.Fine;
        }
        catch (Exception refusal) when (refusal is IDatabaseRefusal)
        {
            return TrialResult.Of(((IDatabaseRefusal)refusal).Faults);
        }
        catch (LostMasterKeyException)
        {
            return TrialResult.Of(new DatabaseFault(DatabaseFaultKind.OtherMasterKey, "Journal:MasterKey"));
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            return TrialResult.Of(DatabaseFault.Of(setting, cause));
        }
    }
}
