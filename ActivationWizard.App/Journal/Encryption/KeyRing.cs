using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// The master keys that this process has: that of the settings, and the one before it until every key is wrapped by the new one.
/// It reads what either wrapped, and wraps with the one that the database names: an instance that does not have the new key yet
/// can go on until the rotation begins.
/// </summary>
public sealed class KeyRing(MasterKey master, MasterKey? previous)
{
    private const string Lasting = "lasting keys";
    private const string Migration = "_KeyRing";

    // Any number, as long as every version of the app has the same one.
    private const long LockNumber = 0x4157_4B52;

    private bool _beganWithPrevious;

    /// <summary>That of the settings.</summary>
    public MasterKey Master => master;

    /// <summary>The one before it; null when the settings have none.</summary>
    public MasterKey? Previous => previous;

    private IEnumerable<MasterKey> All => previous is null ? [master] : [master, previous];

    /// <summary>
    /// What a box holds; null for what neither key closed. <paramref name="by"/> is the name of the key that did, null for a box
    /// of before keys had names.
    /// </summary>
    public byte[]? TryOpen(string purpose, string? by, byte[] box, byte[] boundTo) => All
        .Where(key => by is null || key.Id == by)
        .Select(key => SealedBox.TryOpen(key.Derive(purpose), box, boundTo))
        .FirstOrDefault(content => content is not null);

    /// <summary>
    /// The key to wrap with, until the context's transaction ends: a rotation begins before it or after it. Throws <see
    /// cref="InvalidOperationException"/> when it is one that this process does not have.
    /// </summary>
    public async Task<MasterKey> ToWriteAsync(KeyStoreContext context, CancellationToken cancellation)
    {
        if (context.Database.IsNpgsql())
            await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({LockNumber})", cancellation);
        return Named((await context.ListAsync(CurrentIn(context), row => row.GetString(0), cancellation)).SingleOrDefault());
    }

    /// <summary>The same, for who cannot wait.</summary>
    public MasterKey ToWrite(KeyStoreContext context)
    {
        if (context.Database.IsNpgsql())
            context.Database.ExecuteSql($"SELECT pg_advisory_xact_lock_shared({LockNumber})");
        return Named(context.List(CurrentIn(context), row => row.GetString(0)).SingleOrDefault());
    }

    /// <summary>
    /// Waits for whoever is wrapping a key now, and keeps others from it until the context's transaction ends. On SQLite a
    /// transaction does that by itself.
    /// </summary>
    internal static Task HoldAsync(KeyStoreContext context, CancellationToken cancellation) => context.Database.IsNpgsql()
        ? context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({LockNumber})", cancellation)
        : Task.CompletedTask;

    /// <summary>
    /// Reads the keys that outlive a master key, where there was a rotation; true when there was. Throws <see
    /// cref="LostMasterKeyException"/> when they were wrapped by a master key that this process does not have.
    /// </summary>
    public async Task<bool> OpenAsync(KeyStoreContext context, CancellationToken cancellation)
    {
        if (!(await context.AppliedMigrationsAsync(cancellation))
            .Any(one => one.EndsWith(Migration, StringComparison.Ordinal)))
            return false;
        var rows = await context.ListAsync(
            $"SELECT \"Purpose\", \"Wrapped\", \"WrappedBy\" FROM {context.Before}\"LastingKeys\"",
            row => new LastingKeyRow { Purpose = row.GetString(0), Wrapped = row.Bytes(1), WrappedBy = row.GetString(2) },
            cancellation);
        foreach (var row in rows)
        {
            var key = TryOpen(Lasting, row.WrappedBy, row.Wrapped, Bound(row.Purpose));
            master.Keep(row.Purpose, key ?? throw new LostMasterKeyException());
        }

        return rows.Count > 0;
    }

    /// <summary>Nothing was ever rotated, and the database was made with the key before that of the settings.</summary>
    public void BeginWithPrevious()
    {
        _beganWithPrevious = true;
        foreach (var purpose in MasterKey.LastingPurposes)
            master.Keep(purpose, previous!.Derive(purpose));
    }

    /// <summary>
    /// Notes the key to wrap with, where that is not known yet. Throws <see cref="LostMasterKeyException"/> when something was
    /// wrapped by a key that this process does not have.
    /// </summary>
    public async Task SetAsync(KeyStoreContext context, CancellationToken cancellation)
    {
        var rows = await context.ListAsync(
            $"SELECT \"KeyId\", \"FirstKeyId\" FROM {context.Before}\"KeyRing\"",
            row => (KeyId: row.GetString(0), FirstKeyId: row.GetString(1)), cancellation);
        var first = _beganWithPrevious ? previous! : master;
        var (keyId, firstKeyId) = rows.Count is 0 ? (first.Id, first.Id) : rows.Single();
        if (rows.Count is 0)
        {
            // Another instance may note it first, with the same key: the marks of the databases were compared.
            await context.ChangeAsync(
                $"""
                INSERT INTO {context.Before}"KeyRing" ("Id", "KeyId", "FirstKeyId") VALUES (1, @key, @key)
                ON CONFLICT ("Id") DO NOTHING
                """,
                cancellation, ("@key", first.Id));
        }

        var known = All.Select(key => key.Id).ToList();
        if (!known.Contains(keyId) || await HasForeignAsync(context, known.Contains(firstKeyId), cancellation))
            throw new LostMasterKeyException();
    }

    // A key that does not say what wrapped it was wrapped by the first.
    private Task<bool> HasForeignAsync(KeyStoreContext context, bool hasFirst, CancellationToken cancellation) =>
        context.HasRowAsync(
            $"""
            SELECT 1 FROM {context.Before}"DataKeys"
            WHERE COALESCE("WrappedBy", @first) NOT IN (@master, @previous) LIMIT 1
            """,
            cancellation, ("@first", hasFirst ? master.Id : ""), ("@master", master.Id),
            ("@previous", (previous ?? master).Id));

    /// <summary>The keys that outlive a master key, wrapped by that of the settings.</summary>
    public IEnumerable<LastingKeyRow> LastingRows() => MasterKey.LastingPurposes.Select(purpose => new LastingKeyRow
    {
        Purpose = purpose,
        Wrapped = SealedBox.Close(master.Derive(Lasting), master.Derive(purpose), Bound(purpose)),
        WrappedBy = master.Id,
    });

    private static string CurrentIn(KeyStoreContext context) => $"SELECT \"KeyId\" FROM {context.Before}\"KeyRing\"";

    private MasterKey Named(string? id) => All.FirstOrDefault(key => id is null || key.Id == id)
        ?? throw new InvalidOperationException("The keys are rotated to a master key that this process does not have.");

    private static byte[] Bound(string purpose) => System.Text.Encoding.UTF8.GetBytes(purpose);
}

/// <summary>Something is wrapped by a master key that is not in the settings.</summary>
public sealed class LostMasterKeyException() : Exception("Something is wrapped by a master key that is not in the settings.");
