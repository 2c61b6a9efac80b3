using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// The installation's one secret, 32 bytes. It is used for nothing itself: each purpose has a key of its own that is derived
/// from it. Whoever loses it cannot read a single case any more.
/// </summary>
public sealed class MasterKey
{
    /// <summary>In bytes, of this and of every derived key.</summary>
    public const int Length = 32;

    private readonly byte[] _key;
    private readonly byte[] _pseudonyms;

    /// <summary>Throws <see cref="ArgumentException"/> when it is not 32 bytes.</summary>
    public MasterKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length, nameof(key));
        _key = key;
        _pseudonyms = Derive("pseudonyms");
    }

    /// <summary>The key for one purpose; the same purpose gives the same key.</summary>
    public byte[] Derive(string purpose) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, info: Encoding.UTF8.GetBytes($"ActivationWizard {purpose}"));

    /// <summary>
    /// A name for something that may point at a person: the same each time, 64 characters, and nobody can go back.
    /// </summary>
    public string PseudonymOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(_pseudonyms, Encoding.UTF8.GetBytes(text)));

    /// <summary>The pseudonyms of all names of a tenant, in the order in which every writer locks them.</summary>
    public IReadOnlyList<string> PseudonymsOf(TenantKeys tenant) =>
        [.. tenant.All.Select(PseudonymOf).Order(StringComparer.Ordinal)];
}
