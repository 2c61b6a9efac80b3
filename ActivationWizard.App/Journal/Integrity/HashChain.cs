using System.Buffers.Binary;
using System.Security.Cryptography;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Integrity;

/// <summary>
/// Chains the events of a case, over ciphertext, so that it still verifies after the case was erased. A keyed hash: whoever can
/// write in the database and has not the master key cannot make an event, or a head, that fits.
/// </summary>
public sealed class HashChain(MasterKey master)
{
    // Asked for each time: a rotation of the master key keeps the one that the chains were made with.
    private byte[] Key => master.Derive("journal chain");

    /// <summary>The hash of an event, which takes in the hash of the one before it.</summary>
    public byte[] HashOf(EventRow row) => HMACSHA256.HashData(Key, Envelope.BytesOf(row));

    /// <summary>The seal on the head of a case's chain.</summary>
    public byte[] SealOf(long @case, int version, ReadOnlySpan<byte> headHash)
    {
        Span<byte> head = stackalloc byte[16 + headHash.Length];
        "HEAD"u8.CopyTo(head);
        BinaryPrimitives.WriteInt64BigEndian(head[4..], @case);
        BinaryPrimitives.WriteInt32BigEndian(head[12..], version);
        headHash.CopyTo(head[16..]);
        return HMACSHA256.HashData(Key, head);
    }

    /// <summary>True when the event's hash is its own.</summary>
    public bool IsWhole(EventRow row) => Same(row.Hash, HashOf(row));

    /// <summary>True when the head of the chain was sealed here.</summary>
    public bool IsSealed(ChainHead head) => Same(head.Seal, SealOf(head.Case, head.Version, head.Hash));

    /// <summary>Proves that two processes have the same master key.</summary>
    public byte[] KeyCheck() => HMACSHA256.HashData(Key, "CHECK"u8);

    /// <summary>Equal, compared in constant time.</summary>
    public static bool Same(byte[] one, byte[] other) => CryptographicOperations.FixedTimeEquals(one, other);
}
