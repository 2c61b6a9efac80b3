using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// The files of a SQLite installation, held: as long as this is not disposed of, no other process reads or writes them, and no
/// app starts in the folder.
/// </summary>
internal sealed class MoveSource : IAsyncDisposable
{
    // SQLite's own number.
    private const int IsBusy = 5;

    // In seconds: whoever only looks is gone by then, an app is not.
    private const int Patience = 3;

    private readonly IAsyncDisposable _folder;
    private readonly SqliteConnection[] _files;

    private MoveSource(IAsyncDisposable folder, SqliteConnection[] files)
    {
        (_folder, _files) = (folder, files);
        KeyStore = new SqliteKeyStoreContext(
            new DbContextOptionsBuilder<SqliteKeyStoreContext>().UseSqlite(files[0]).Options);
        Journal = new SqliteJournalContext(
            new DbContextOptionsBuilder<SqliteJournalContext>().UseSqlite(files[1]).Options);
    }

    public KeyStoreContext KeyStore { get; }

    public JournalContext Journal { get; }

    /// <summary>True when both files are in the data folder.</summary>
    public static bool IsThere(JournalPlace place) => DatabaseBackup.Files.Select(place.FileNamed).All(File.Exists);

    /// <summary>Null when an app, or another command, has one of the files open.</summary>
    public static async Task<MoveSource?> TryOpenAsync(JournalPlace place, CancellationToken cancellation)
    {
        var folder = await FolderLock.TakeAsync(place.DataFolder, cancellation);
        var files = new List<SqliteConnection>();
        try
        {
            foreach (var name in new[] { JournalPlace.KeyStoreName, JournalPlace.JournalName })
            {
                files.Add(Open(place.FileNamed(name)));
                if (!TryHold(files[^1]))
                {
                    await CloseAsync(folder, files);
                    return null;
                }
            }

            return new MoveSource(folder, [.. files]);
        }
        catch
        {
            await CloseAsync(folder, files);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KeyStore.DisposeAsync();
        await Journal.DisposeAsync();
        await CloseAsync(_folder, _files);
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Patience,
        }.ToString());
        connection.Open();
        return connection;
    }

    // The write-ahead log can only be left while nobody else has the file open, so that any app is noticed; what is in it is in
    // the file then. The lock of the transaction stays until the connection is closed. EXTRA: what is written is on disk before
    // anything else is done, also where the power fails.
    private static bool TryHold(SqliteConnection file)
    {
        try
        {
            Run(file, "PRAGMA locking_mode=EXCLUSIVE");
            if (Run(file, "PRAGMA journal_mode=DELETE") is not "delete")
                return false;
            Run(file, "PRAGMA synchronous=EXTRA");
            Run(file, "BEGIN EXCLUSIVE");
            Run(file, "COMMIT");
            return true;
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is IsBusy)
        {
            return false;
        }
    }

    private static object? Run(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static async ValueTask CloseAsync(IAsyncDisposable folder, IEnumerable<SqliteConnection> files)
    {
        foreach (var file in files)
            await file.DisposeAsync();
        await folder.DisposeAsync();
    }
}
