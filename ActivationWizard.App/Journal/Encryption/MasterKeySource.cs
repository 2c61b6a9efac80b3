using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>The master key of a demonstration: a file in the data folder, made at the first start.</summary>
public static class MasterKeySource
{
    /// <summary>The demo's own file.</summary>
    public const string DemoFile = "master.key";

    /// <summary>The key of this data folder.</summary>
    /// <exception cref="OptionsValidationException">The file holds no key: a new one would make every case
    /// unreadable.</exception>
    public static MasterKey OfDemo(string dataFolder)
    {
        var content = SecretFile.ReadOrMake(
            dataFolder,
            DemoFile,
            () => Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))));
        return Kinds.Bytes(MasterKey.Length).Parse(Encoding.ASCII.GetString(content), out var key)
            ? new MasterKey(key!)
            : throw SecretFile.Refused(DemoFile, $"does not hold {MasterKey.Length} bytes in base64");
    }
}
