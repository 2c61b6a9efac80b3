using System.Security.Cryptography;
using ActivationWizard.App.Journal.Storage;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>A case's own key, unwrapped.</summary>
public sealed record DataKey(Guid Id, byte[] Bytes);

/// <summary>
/// The keys of the cases, in a store of their own. Nothing is kept in memory here: a key that was deleted by another instance
/// is gone here too.
/// </summary>
public sealed class CaseKeys(IDbContextFactory<KeyStoreContext> contexts, KeyRing ring, TimeProvider time)
{
    private const string Wrap = "key wrap";

    /// <summary>A new key, on disk when this returns. One that no case comes to use does no harm.</summary>
    public async Task<DataKey> CreateAsync(CancellationToken cancellation)
    {
        var key = new DataKey(Guid.NewGuid(), RandomNumberGenerator.GetBytes(MasterKey.Length));
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var by = await ring.ToWriteAsync(context, cancellation);
        await context.ChangeAsync(
            $"""
            INSERT INTO {context.Before}"DataKeys" ("Id", "Wrapped", "WrappedBy", "MadeAt") VALUES (@id, @wrapped, @by, @at)
            """,
            cancellation, ("@id", key.Id), ("@wrapped", Wrapped(by, key.Id, key.Bytes)), ("@by", by.Id),
            ("@at", time.GetUtcNow().UtcTicks));
        await transaction.CommitAsync(cancellation);
        return key;
    }

    /// <summary>The key; null when it was deleted, or was wrapped by another master key.</summary>
    public async Task<DataKey?> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.DataKeys.SingleOrDefaultAsync(row => row.Id == id, cancellation) is { } row ? Unwrap(row) : null;
    }

    /// <summary>Those of the keys that are there.</summary>
    public async Task<IReadOnlyDictionary<Guid, DataKey>> FindManyAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.DataKeys.Where(row => ids.Contains(row.Id)).ToListAsync(cancellation);
        return rows.Select(Unwrap).OfType<DataKey>().ToDictionary(key => key.Id);
    }

    /// <summary>A key as its row has it.</summary>
    internal static byte[] Wrapped(MasterKey by, Guid id, byte[] key) =>
        SealedBox.Close(by.Derive(Wrap), key, id.ToByteArray());

    /// <summary>The key of a row; null when no key of the ring wrapped it.</summary>
    internal static byte[]? Opened(KeyRing ring, DataKeyRow row) =>
        ring.TryOpen(Wrap, row.WrappedBy, row.Wrapped, row.Id.ToByteArray());

    private DataKey? Unwrap(DataKeyRow row) => Opened(ring, row) is { } bytes ? new DataKey(row.Id, bytes) : null;
}
