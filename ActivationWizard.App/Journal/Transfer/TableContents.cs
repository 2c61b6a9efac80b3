using System.Security.Cryptography;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>
/// How many rows a table has, and a sum of the hashes of all of them. Two tables with the same rows have the same, in whatever
/// order they give them.
/// </summary>
internal sealed class TableContents
{
    private readonly byte[] _sum = new byte[SHA256.HashSizeInBytes];

    public long Rows { get; private set; }

    /// <summary>One more row, written as bytes.</summary>
    public void Add(ReadOnlySpan<byte> row)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(row, hash);
        for (var at = 0; at < hash.Length; at++)
            _sum[at] ^= hash[at];
        Rows++;
    }

    /// <inheritdoc />
    public override string ToString() => $"{Rows}.{Convert.ToHexStringLower(_sum)}";
}
