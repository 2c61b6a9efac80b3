using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal;

/// <summary>
/// Makes the databases ready before anything else starts: the schema brought up to date, the mark checked, or set on a new one,
/// what was erased erased again where a store was put back, and the epoch known.
/// </summary>
public sealed class JournalPreparation(
    IDbContextFactory<JournalContext> journals,
    IDbContextFactory<KeyStoreContext> keyStores,
    JournalPlace place,
    InstallationMark mark,
    JournalUpkeep upkeep) : IHostedLifecycleService
{
    /// <summary>
    /// Throws <see cref="WrongInstallationException"/> for another installation's database, or one whose key store is
    /// gone, and then has not touched it, and <see cref="UnusableJournalException"/> when it cannot be opened. Twice is harmless.
    /// </summary>
    public Task PrepareAsync(CancellationToken cancellation) => ExplainedAsync(async () =>
    {
        await using var alone = await place.LockAsync(cancellation);
        await using var journal = await journals.CreateDbContextAsync(cancellation);
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        await RefuseUnknownAsync(journal, cancellation);
        await RefuseUnknownAsync(keyStore, cancellation);
        if ((await journal.AppliedMigrationsAsync(cancellation)).Count > 0)
        {
            await mark.CheckAsync(journal, keyStore, cancellation);
            await RefuseLostKeysAsync(journal, keyStore, cancellation);
        }

        await MigrateAsync(keyStore, place.KeyStoreSetting, cancellation);
        await MigrateAsync(journal, JournalOptions.EventsKey, cancellation);
        await mark.SetAsync(journal, keyStore, cancellation);
        await upkeep.RunAsync(journal, cancellation);
        return true;
    });

    /// <summary>
    /// True when there is a journal of this version, of this installation; false when there is none, and then none is made.
    /// Throws <see cref="WrongInstallationException"/> for another installation's, and <see cref="UnusableJournalException"/>
    /// when it cannot be opened.
    /// </summary>
    public Task<bool> IsThereAsync(CancellationToken cancellation) => ExplainedAsync(async () =>
    {
        await using var journal = await journals.CreateDbContextAsync(cancellation);
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        if (!await journal.Database.CanConnectAsync(cancellation) || !await keyStore.Database.CanConnectAsync(cancellation)
            || (await journal.PendingMigrationsAsync(cancellation)).Count > 0)
            return false;
        await RefuseUnknownAsync(journal, cancellation);
        await RefuseUnknownAsync(keyStore, cancellation);
        await mark.CheckAsync(journal, keyStore, cancellation);
        return true;
    });

    public Task StartingAsync(CancellationToken cancellationToken) => PrepareAsync(cancellationToken);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task MigrateAsync(DbContext context, string setting, CancellationToken cancellation)
    {
        try
        {
            await place.MigrateAsync(context, cancellation);
        }
        catch (Exception cause) when (UnusableJournalException.IsForbidden(cause))
        {
            throw DatabaseRightsException.OfMigration(setting);
        }
    }

    private static async Task RefuseUnknownAsync(DbContext context, CancellationToken cancellation)
    {
        if (await MoveMark.ReadAsync(context, cancellation) is { } moved)
            throw new MovedDatabaseException(moved.Stage);
        await RefuseNewerAsync(context, cancellation);
    }

    /// <summary>Throws <see cref="NewerDatabaseException"/> for the database of a later version.</summary>
    internal static async Task RefuseNewerAsync(DbContext context, CancellationToken cancellation)
    {
        var applied = await context.AppliedMigrationsAsync(cancellation);
        if (applied.Except(context.KnownMigrations()).LastOrDefault(one => MoveMark.TryParse(one) is null) is { } unknown)
            throw new NewerDatabaseException(unknown);
    }

    /// <summary>
    /// Throws <see cref="WrongInstallationException"/> when there are cases and no keys: a case that was not erased has its key.
    /// No store at all is not made here, for then it would look as if there were one.
    /// </summary>
    internal static async Task RefuseLostKeysAsync(
        JournalContext journal, KeyStoreContext keyStore, CancellationToken cancellation)
    {
        if (!await journal.HasRowAsync("""SELECT 1 FROM "Summaries" WHERE "ErasedAt" IS NULL LIMIT 1""", cancellation))
            return;
        if ((await keyStore.AppliedMigrationsAsync(cancellation)).Count is 0
            || !await keyStore.HasRowAsync($"""SELECT 1 FROM {keyStore.Before}"DataKeys" LIMIT 1""", cancellation))
            throw WrongInstallationException.OfLostKeys();
    }

    private async Task<bool> ExplainedAsync(Func<Task<bool>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception cause) when (UnusableJournalException.Explains(cause))
        {
            throw new UnusableJournalException(await BlamedAsync(), cause);
        }
    }

    // The setting of the database that does not answer; of both when neither does, or when both do and one of them will not do.
    private async Task<string> BlamedAsync()
    {
        if (place.OneSetting is { } only)
            return only;
        await using var journal = await journals.CreateDbContextAsync();
        await using var keyStore = await keyStores.CreateDbContextAsync();
        return (await journal.Database.CanConnectAsync(), await keyStore.Database.CanConnectAsync()) switch
        {
            (true, false) => JournalOptions.KeyStoreKey,
            (false, true) => JournalOptions.EventsKey,
            _ => $"{JournalOptions.EventsKey} or {JournalOptions.KeyStoreKey}",
        };
    }
}
