using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Postgres;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Commands;

/// <summary>
/// What the databases hold of what was deleted or overwritten. SQLite's files hold it in their logs until these are emptied,
/// PostgreSQL's tables until they are written anew.
/// </summary>
public sealed class DatabaseLogs(ErasureStores stores, JournalPlace place)
{
    private const int MostAttempts = 100;

    private const string Backups = "Backups that were made before this hold what was erased until you delete them.";

    private static readonly Type[] Cleared =
    [
        typeof(SummaryRow), typeof(WordPseudonymRow), typeof(SearchWordRow), typeof(CommentRow), typeof(DraftRow),
        typeof(AccessRow),
    ];

    /// <summary>What still holds it after the last time, and until when, a sentence each; empty before the first.</summary>
    public IReadOnlyList<string> Left { get; private set; } = [];

    /// <summary>
    /// Empties them, as far as the account may; see <see cref="Left"/>. Throws <see cref="TimeoutException"/> when a reader of a
    /// SQLite file stays in the way for five seconds.
    /// </summary>
    public async Task EmptyAsync(CancellationToken cancellation)
    {
        await using var keyStore = await stores.KeyStores.CreateDbContextAsync(cancellation);
        await using var journal = await stores.Journals.CreateDbContextAsync(cancellation);
        if (place.Provider is JournalProvider.Sqlite)
        {
            await EmptyAsync(keyStore, cancellation);
            await EmptyAsync(journal, cancellation);
            Left = [Backups];
            return;
        }

        Left =
        [
            .. await PostgresSpace.WriteAnewAsync(keyStore, [typeof(DataKeyRow), typeof(SignInKeyRow)], cancellation),
            .. await PostgresSpace.WriteAnewAsync(journal, Cleared, cancellation),
            "What a transaction could see that ran at this moment stays in the tables until the next time something is erased.",
            "The server's write-ahead log holds what was erased until its segments are used again (some checkpoints, "
                + "max_wal_size), an archive of that log until you delete it.",
            Backups,
        ];
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
