using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// A demonstration's own secret for fingerprints of codes: made at its first start, kept beside its other keys.
/// </summary>
public static class FingerprintKeyFile
{
    /// <summary>In bytes.</summary>
    public const int Length = 32;

    private const string Name = "keys/fingerprint.key";

    /// <summary>The key of this data folder.</summary>
    /// <exception cref="OptionsValidationException">The file holds no key: a new one would make every old fingerprint
    /// useless.</exception>
    public static byte[] ReadOrMake(string dataFolder)
    {
        var key = SecretFile.ReadOrMake(dataFolder, Name, () => RandomNumberGenerator.GetBytes(Length));
        return key.Length == Length ? key : throw SecretFile.Refused(Name, $"does not hold {Length} bytes");
    }
}
