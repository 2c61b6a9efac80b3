using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>The logs of the databases: SQLite's hold what was deleted until they are emptied.</summary>
public sealed class DatabaseLogs(
    IDbContextFactory<JournalContext> journals, IDbContextFactory<KeyStoreContext> keyStores, JournalPlace place)
{
    private const int MostAttempts = 100;

    /// <summary>
    /// Empties them where the installation keeps files; does nothing on a database server. Throws <see cref="TimeoutException"/>
    /// when a reader stays in the way for five seconds.
    /// </summary>
    public async Task EmptyAsync(CancellationToken cancellation)
    {
        if (place.Provider is not JournalProvider.Sqlite)
            return;
        await using var keyStore = await keyStores.CreateDbContextAsync(cancellation);
        await EmptyAsync(keyStore, cancellation);
        await using var journal = await journals.CreateDbContextAsync(cancellation);
        await EmptyAsync(journal, cancellation);
    }

    private static async Task EmptyAsync(DbContext context, CancellationToken cancellation)
    {
        for (var attempt = 1; !await SqliteDatabase.TryEmptyLogAsync(context, cancellation); attempt++)
        {
            if (attempt is MostAttempts)
                throw new TimeoutException("A reader keeps the database's log from being emptied: erase the case again later.");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, cancellation);
        }
    }
}
