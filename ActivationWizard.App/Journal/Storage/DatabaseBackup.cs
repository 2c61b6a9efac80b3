using ActivationWizard.App.Hosting;
using Microsoft.Data.Sqlite;

namespace ActivationWizard.App.Journal.Storage;

/// <summary>Copies both stores of a SQLite installation, also under a running app, and puts them back.</summary>
public sealed class DatabaseBackup(JournalPlace place)
{
    private const int MostTries = 5;

    /// <summary>The names of the two files.</summary>
    public static IReadOnlyList<string> Files { get; } = [JournalPlace.JournalName, JournalPlace.KeyStoreName];

    /// <summary>
    /// Copies both into the folder, which is made when it is not there. The keys are copied after the events, so that no event
    /// lacks its key; a case that was erased in between is in one and not in the other, and then both are copied again. False
    /// when that never comes to an end.
    /// </summary>
    public bool TryCopy(string folder)
    {
        DataFolders.Create(folder);
        for (var tries = 0; tries < MostTries; tries++)
        {
            foreach (var name in Files)
                Copy(place.FileNamed(name), Path.Combine(folder, name));
            if (HasEveryKey(folder))
                return true;
        }

        return false;
    }

    /// <summary>Puts a backup's files where this installation has its own, which must not be there.</summary>
    public void PutBack(string folder)
    {
        DataFolders.Create(place.DataFolder);
        // A pool may still have a file open that was there before.
        SqliteConnection.ClearAllPools();
        foreach (var name in Files)
            Copy(Path.Combine(folder, name), place.FileNamed(name));
    }

    /// <summary>Takes away what was put back; the first start of an app would make new ones.</summary>
    public void TakeAway()
    {
        SqliteConnection.ClearAllPools();
        foreach (var name in Files)
        {
            foreach (var file in new[] { "", "-wal", "-shm" })
                File.Delete(place.FileNamed(name) + file);
        }
    }

    // SQLite's own copy: one moment, whatever is written meanwhile, and what is still in the log is in it.
    private static void Copy(string from, string to)
    {
        foreach (var file in new[] { "", "-wal", "-shm" })
            File.Delete(to + file);
        // Before there is anything in it: SQLite gives what it puts beside it the same mode.
        PrivateFiles.Close(to);
        using var source = Open(from, SqliteOpenMode.ReadWrite);
        using var copy = Open(to, SqliteOpenMode.ReadWriteCreate);
        source.BackupDatabase(copy);
        // One file each: a log beside it would have to be carried along.
        Run(copy, "PRAGMA journal_mode=DELETE");
    }

    private static bool HasEveryKey(string folder)
    {
        using var journal = Open(Path.Combine(folder, JournalPlace.JournalName), SqliteOpenMode.ReadWrite);
        using var attach = journal.CreateCommand();
        attach.CommandText = "ATTACH $keys AS keystore";
        attach.Parameters.AddWithValue("$keys", Path.Combine(folder, JournalPlace.KeyStoreName));
        attach.ExecuteNonQuery();
        return Run(
            journal,
            """
            SELECT COUNT(*) FROM "Summaries" s WHERE s."ErasedAt" IS NULL
            AND NOT EXISTS (SELECT 1 FROM keystore."DataKeys" k WHERE k."Id" = s."KeyId")
            """) is 0L;
    }

    private static object? Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }
}
