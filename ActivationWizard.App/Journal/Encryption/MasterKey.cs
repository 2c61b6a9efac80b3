using System.Collections.Concurrent;
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

    private const string Pseudonyms = "pseudonyms";
    private const string Records = "records";

    private readonly byte[] _key;
    private readonly ConcurrentDictionary<string, byte[]> _derived = new(StringComparer.Ordinal);

    /// <summary>Throws <see cref="ArgumentException"/> when it is not 32 bytes.</summary>
    public MasterKey(byte[] key)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(key.Length, Length, nameof(key));
        _key = key;
        Id = Convert.ToHexStringLower(Derive("name of the key").AsSpan(0, 8));
    }

    /// <summary>
    /// What cannot be made anew under another master key: it is compared with what was made once. These keys outlive the master
    /// key that they were derived from, see <see cref="KeyRing"/>.
    /// </summary>
    public static IReadOnlyList<string> LastingPurposes { get; } = ["journal chain", Records, Pseudonyms];

    /// <summary>Names the key beside what it wrapped: 16 characters, from which nobody finds the key.</summary>
    public string Id { get; }

    /// <summary>The key for one purpose; the same purpose gives the same key.</summary>
    public byte[] Derive(string purpose) => _derived.GetOrAdd(purpose, one =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, _key, Length, info: Encoding.UTF8.GetBytes($"ActivationWizard {one}")));

    /// <summary>From now on this is the key for a purpose: it was derived from an earlier master key.</summary>
    public void Keep(string purpose, byte[] key) => _derived[purpose] = key;

    /// <summary>
    /// A name for something that may point at a person: the same each time, 64 characters, and nobody can go back.
    /// </summary>
    public string PseudonymOf(string text) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(Derive(Pseudonyms), Encoding.UTF8.GetBytes(text)));

    /// <summary>
    /// A key for pseudonyms of one sort, 32 bytes. It outlives this master key as <see cref="PseudonymOf"/> does: ask for it each
    /// time.
    /// </summary>
    public byte[] KeyOfPseudonyms(string sort) => HKDF.Expand(
        HashAlgorithmName.SHA256, Derive(Pseudonyms), Length, Encoding.UTF8.GetBytes($"ActivationWizard {sort}"));

    /// <summary>
    /// A key for boxes of one sort in the journal, 32 bytes. It outlives this master key, as that of a case does: a rotation wraps
    /// what it is derived from anew, and no box. Ask for it each time.
    /// </summary>
    public byte[] KeyOfBoxes(string sort) => HKDF.Expand(
        HashAlgorithmName.SHA256, Derive(Records), Length, Encoding.UTF8.GetBytes($"ActivationWizard {sort}"));

    /// <summary>The pseudonyms of all names of a tenant, in the order in which every writer locks them.</summary>
    public IReadOnlyList<string> PseudonymsOf(TenantKeys tenant) =>
        [.. tenant.All.Select(PseudonymOf).Order(StringComparer.Ordinal)];
}
