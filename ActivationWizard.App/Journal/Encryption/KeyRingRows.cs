namespace ActivationWizard.App.Journal.Encryption;

/// <summary>Which master key new keys are wrapped by: one row. Names of keys, see <see cref="MasterKey.Id"/>.</summary>
public sealed class KeyRingRow
{
    public int Id { get; init; } = 1;

    /// <summary>What keys are wrapped by now.</summary>
    public required string KeyId { get; init; }

    /// <summary>What a key was wrapped by that does not say.</summary>
    public required string FirstKeyId { get; init; }

    /// <summary>When the last rotation was found to be whole. UTC, in ticks; null before the first.</summary>
    public long? RotatedAt { get; init; }
}

/// <summary>A key that outlives the master key it was derived from. There are none before the first rotation.</summary>
public sealed class LastingKeyRow
{
    /// <summary>What it is for.</summary>
    public required string Purpose { get; init; }

    /// <summary>Nonce, tag and ciphertext of 32 bytes.</summary>
    public required byte[] Wrapped { get; init; }

    /// <summary>The name of the master key that wrapped it.</summary>
    public required string WrappedBy { get; init; }
}
