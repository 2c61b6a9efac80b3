namespace ActivationWizard.Integrations.Settings;

/// <summary>
/// Reads files that people put in place, and that may be anything: never more than the bound, whatever their length says.
/// </summary>
public static class BoundedFile
{
    /// <summary>The bytes; null when there are more than <paramref name="most"/>. Throws as <see cref="File"/> does.</summary>
    public static byte[]? Read(string path, int most)
    {
        using var file = File.OpenRead(path);
        var bytes = new byte[most + 1];
        var length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return length > most ? null : bytes[..length];
    }

    /// <summary>The same, without waiting for the disk.</summary>
    public static async Task<byte[]?> ReadAsync(string path, int most, CancellationToken cancellation)
    {
        await using var file = File.OpenRead(path);
        var bytes = new byte[most + 1];
        var length = await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > most ? null : bytes[..length];
    }

    /// <summary>True for what a file, or a folder in its place, can do; not for a mistake of ours.</summary>
    public static bool Explains(Exception exception) => exception is IOException or UnauthorizedAccessException
        or ArgumentException or NotSupportedException;
}
