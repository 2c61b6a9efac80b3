using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// The keys that cookies and forms are protected by, in the key store: the same for every instance. Each is sealed whole by the
/// master key. Who has the database alone can read none of them, and one that was put there without the master key is none.
/// </summary>
public sealed partial class SignInKeys(
    IDbContextFactory<KeyStoreContext> contexts, KeyRing ring, TimeProvider time, ILogger<SignInKeys> log) : IXmlRepository
{
    private const string Seal = "sign-in keys";

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        var rows = context.List(
            $"SELECT \"Id\", \"Sealed\", \"SealedBy\", \"MadeAt\" FROM {context.Before}\"SignInKeys\" ORDER BY \"MadeAt\"",
            row => new SignInKeyRow
            {
                Id = row.GetGuid(0),
                Sealed = row.Bytes(1),
                SealedBy = row.TextOrNull(2),
                MadeAt = row.GetInt64(3),
            });
        return [.. rows.Select(Opened).OfType<XElement>()];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        using var transaction = context.Database.BeginTransaction();
        var row = Sealed(element, ring.ToWrite(context));
        context.Change(
            $"""
            INSERT INTO {context.Before}"SignInKeys" ("Id", "Sealed", "SealedBy", "MadeAt") VALUES (@id, @sealed, @by, @at)
            """,
            ("@id", row.Id), ("@sealed", row.Sealed), ("@by", row.SealedBy), ("@at", row.MadeAt));
        transaction.Commit();
    }

    /// <summary>Takes in a key that was made elsewhere; does nothing when it is here already.</summary>
    public async Task TakeOverAsync(XElement element, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var row = Sealed(element, await ring.ToWriteAsync(context, cancellation));
        if (await context.SignInKeys.AnyAsync(one => one.Id == row.Id, cancellation))
            return;
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A key as its row has it.</summary>
    internal static byte[] Closed(MasterKey by, Guid id, byte[] content) =>
        SealedBox.Close(by.Derive(Seal), content, id.ToByteArray());

    /// <summary>What a row holds; null when no key of the ring sealed it.</summary>
    internal static byte[]? ContentOf(KeyRing ring, SignInKeyRow row) =>
        ring.TryOpen(Seal, row.SealedBy, row.Sealed, row.Id.ToByteArray());

    private SignInKeyRow Sealed(XElement element, MasterKey by)
    {
        var id = Guid.TryParse((string?)element.Attribute("id"), out var own) ? own : Guid.NewGuid();
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        return new SignInKeyRow
        {
            Id = id,
            Sealed = Closed(by, id, content),
            SealedBy = by.Id,
            MadeAt = time.GetUtcNow().UtcTicks,
        };
    }

    private XElement? Opened(SignInKeyRow row)
    {
        if (ContentOf(ring, row) is not { } content)
        {
            NotOurs(log, row.Id);
            return null;
        }

        using var reader = XmlReader.Create(new MemoryStream(content), new() { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }

    [LoggerMessage(1, LogLevel.Error, "Sign-in key {Id} in the database was not sealed by this master key. It is not used.")]
    private static partial void NotOurs(ILogger logger, Guid id);
}

/// <summary>A key for cookies and forms, or the revocation of one.</summary>
public sealed class SignInKeyRow
{
    /// <summary>The key's own id; of a revocation any.</summary>
    public Guid Id { get; init; }

    /// <summary>Nonce, tag and ciphertext of its XML.</summary>
    public required byte[] Sealed { get; init; }

    /// <summary>The name of the master key that sealed it; null for a key of before they had names.</summary>
    public string? SealedBy { get; init; }

    /// <summary>UTC, in ticks.</summary>
    public long MadeAt { get; init; }
}
