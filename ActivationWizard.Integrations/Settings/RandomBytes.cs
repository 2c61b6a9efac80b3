namespace ActivationWizard.Integrations.Settings;

/// <summary>Tells a key that was drawn at random from one that somebody filled in.</summary>
internal static class RandomBytes
{
    /// <summary>
    /// False when fewer than half as many different bytes occur as there are bytes, as in zeros or a repeated word, or when
    /// each differs by as much from the one before. Of 32 bytes drawn at random some 30 differ.
    /// </summary>
    public static bool AreLikely(ReadOnlySpan<byte> bytes)
    {
        HashSet<byte> different = [.. bytes];
        HashSet<byte> steps = [];
        for (var at = 1; at < bytes.Length; at++)
            steps.Add(unchecked((byte)(bytes[at] - bytes[at - 1])));
        return different.Count * 2 >= bytes.Length && steps.Count > 1;
    }
}
