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
    IDbContextFactory<KeyStoreContext> contexts, MasterKey master, TimeProvider time, ILogger<SignInKeys> log) : IXmlRepository
{
    private readonly byte[] _seal = master.Derive("sign-in keys");

    /// <inheritdoc />
    public IReadOnlyCollection<XElement> GetAllElements()
    {
        using var context = contexts.CreateDbContext();
        return [.. context.SignInKeys.OrderBy(row => row.MadeAt).AsEnumerable().Select(Opened).OfType<XElement>()];
    }

    /// <inheritdoc />
    public void StoreElement(XElement element, string friendlyName)
    {
        using var context = contexts.CreateDbContext();
        context.Add(Sealed(element));
        context.SaveChanges();
    }

    /// <summary>Takes in a key that was made elsewhere; does nothing when it is here already.</summary>
    public async Task TakeOverAsync(XElement element, CancellationToken cancellation)
    {
        var row = Sealed(element);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.SignInKeys.AnyAsync(one => one.Id == row.Id, cancellation))
            return;
        context.Add(row);
        await context.SaveChangesAsync(cancellation);
    }

    private SignInKeyRow Sealed(XElement element)
    {
        var id = Guid.TryParse((string?)element.Attribute("id"), out var own) ? own : Guid.NewGuid();
        var content = Encoding.UTF8.GetBytes(element.ToString(SaveOptions.DisableFormatting));
        return new SignInKeyRow
        {
            Id = id,
            Sealed = SealedBox.Close(_seal, content, id.ToByteArray()),
            MadeAt = time.GetUtcNow().UtcTicks,
        };
    }

    private XElement? Opened(SignInKeyRow row)
    {
        if (SealedBox.TryOpen(_seal, row.Sealed, row.Id.ToByteArray()) is not { } content)
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

    /// <summary>UTC, in ticks.</summary>
    public long MadeAt { get; init; }
}
