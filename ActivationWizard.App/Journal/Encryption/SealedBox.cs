using System.Security.Cryptography;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// AES-256-GCM: nonce (12), tag (16) and ciphertext in one array. What it is bound to has to be given again to open it.
/// </summary>
public static class SealedBox
{
    private const int NonceLength = 12;
    private const int TagLength = 16;

    /// <summary>Closes content under the key.</summary>
    public static byte[] Close(byte[] key, ReadOnlySpan<byte> content, ReadOnlySpan<byte> boundTo)
    {
        var box = new byte[NonceLength + TagLength + content.Length];
        var nonce = box.AsSpan(0, NonceLength);
        RandomNumberGenerator.Fill(nonce);
        using var aes = new AesGcm(key, TagLength);
        aes.Encrypt(nonce, content, box.AsSpan(NonceLength + TagLength), box.AsSpan(NonceLength, TagLength), boundTo);
        return box;
    }

    /// <summary>The content, or null when key, content or what it is bound to is not the same.</summary>
    public static byte[]? TryOpen(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> boundTo)
    {
        if (box.Length < NonceLength + TagLength)
            return null;

        var nonce = box[..NonceLength];
        var tag = box.Slice(NonceLength, TagLength);
        var sealedContent = box[(NonceLength + TagLength)..];
        var content = new byte[sealedContent.Length];
        using var aes = new AesGcm(key, TagLength);
        try
        {
            aes.Decrypt(nonce, sealedContent, tag, content, boundTo);
            return content;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
