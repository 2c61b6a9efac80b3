using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Looks at the start of an app on PostgreSQL what its accounts may do. Production refuses one that may change or remove events,
/// and one that reads both events and keys, unless <c>Journal:OneRole</c> says that there is one account only: then it is logged.
/// </summary>
public sealed partial class DatabaseRightsCheck(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores, ErasureStores erasing,
    JournalOptions options, JournalPlace place, ILogger<DatabaseRightsCheck> log) : IHostedLifecycleService
{
    private const string Keys = "DataKeys";

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (place.Provider is not JournalProvider.Postgres)
            return;
        await using var journal = await journals.CreateDbContextAsync(cancellationToken);
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellationToken);
        await RefuseTooLittleAsync(journal, JournalOptions.EventsKey, cancellationToken);
        await RefuseTooLittleAsync(keyStore, place.KeyStoreSetting, cancellationToken);
        if (place.Mark is not DatabaseMark.Production)
            return;

        var faults = await FaultsAsync(journal, cancellationToken);
        if (faults.Count > 0 && !options.HasOneRole)
            throw DatabaseRightsException.OfTooMuch(faults);
        foreach (var fault in faults)
            TooMuch(log, DatabaseRightsException.Sentence(fault));
        await using var eraser = await erasing.KeyStores.CreateDbContextAsync(cancellationToken);
        if (!await PostgresRights.HasAsync<DataKeyRow>(eraser, "DELETE", cancellationToken))
            MayNotErase(log);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task RefuseTooLittleAsync(DbContext context, string setting, CancellationToken cancellation)
    {
        foreach (var (schema, table, right) in DatabaseRoles.Needed(context))
        {
            if (!await PostgresRights.HasAsync(context, schema, table, right, cancellation))
                throw DatabaseRightsException.OfTooLittle(setting, table, right);
        }
    }

    private async Task<List<DatabaseFault>> FaultsAsync(JournalContext journal, CancellationToken cancellation)
    {
        var faults = new List<DatabaseFault>();
        await using var eraser = await erasing.Journals.CreateDbContextAsync(cancellation);
        if (await ChangesEventsAsync(journal, cancellation))
            faults.Add(new(DatabaseFaultKind.ChangesEvents, JournalOptions.EventsKey));
        if (place.HasEraser && await ChangesEventsAsync(eraser, cancellation))
            faults.Add(new(DatabaseFaultKind.ChangesEvents, RoleSettings.ErasureKey));
        if (await PostgresRights.HasAsync(journal, PostgresKeyStoreContext.Schema, Keys, "SELECT", cancellation))
            faults.Add(new(DatabaseFaultKind.ReadsKeys, JournalOptions.KeyStoreKey));
        return faults;
    }

    private static async Task<bool> ChangesEventsAsync(JournalContext journal, CancellationToken cancellation) =>
        await PostgresRights.OwnsAsync<EventRow>(journal, cancellation)
        || await PostgresRights.HasAsync<EventRow>(journal, "UPDATE", cancellation)
        || await PostgresRights.HasAsync<EventRow>(journal, "DELETE", cancellation);

    [LoggerMessage(1, LogLevel.Warning, "Accepted by a setting: {Fault}")]
    private static partial void TooMuch(ILogger logger, string fault);

    [LoggerMessage(2, LogLevel.Warning,
        "The app's accounts may not erase: set Journal:ErasureConnectionString, or run --retain under an account that may.")]
    private static partial void MayNotErase(ILogger logger);
}
