using System.Security.Cryptography;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// A demonstration's own secret for fingerprints of codes: made at its first start, kept beside its other keys.
/// </summary>
public static class FingerprintKeyFile
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    /// <summary>
    /// The key of this data folder. Throws when the file is not one: a new key would make every old fingerprint useless.
    /// </summary>
    public static byte[] ReadOrMake(string dataFolder)
    {
        var path = Path.Combine(DataFolders.Create(Path.Combine(dataFolder, "keys")).FullName, "fingerprint.key");
        var key = SecretFile.ReadOrMake(path, () => RandomNumberGenerator.GetBytes(Length));
        return key.Length == Length ? key : throw new InvalidOperationException($"{path} is not a key of {Length} bytes.");
    }
}
