using System.Security.Cryptography;
using System.Text;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>
/// Where the master key comes from: a setting, a file that a setting names, or, in a demo only, <c>master.key</c> in the data
/// folder, made at the first start.
/// </summary>
public static class MasterKeySource
{
    /// <summary>The demo's own file.</summary>
    public const string DemoFile = "master.key";

    /// <summary>The key, or the sentence that says which setting is wrong; never both, and never the value.</summary>
    public static (MasterKey? Key, string? Problem) Read(JournalOptions options, string dataFolder, DatabaseMark mark)
    {
        if (options is { MasterKey: not null, MasterKeyFile: not null })
            return (null, "Journal:MasterKey and Journal:MasterKeyFile: give one of the two.");
        if (options.MasterKey is { } text)
            return Of(text, "Journal:MasterKey must be 32 bytes in base64.");
        if (options.MasterKeyFile is { } file)
            return OfFile(file);
        return mark is DatabaseMark.Demo
            ? OfDemo(Path.Combine(dataFolder, DemoFile))
            : (null, "Journal:MasterKey or Journal:MasterKeyFile is missing: a production journal has its own key.");
    }

    private static (MasterKey? Key, string? Problem) OfFile(string path)
    {
        const string problem = "Journal:MasterKeyFile must name a file that can be read and holds 32 bytes in base64.";
        try
        {
            return Of(File.ReadAllText(path), problem);
        }
        catch (Exception exception) when (exception
            is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return (null, problem);
        }
    }

    private static (MasterKey? Key, string? Problem) OfDemo(string path)
    {
        var content = SecretFile.ReadOrMake(
            path, () => Encoding.ASCII.GetBytes(Convert.ToBase64String(RandomNumberGenerator.GetBytes(MasterKey.Length))));
        return Of(Encoding.ASCII.GetString(content), $"{DemoFile} in Installation:DataFolder does not hold 32 bytes in base64.");
    }

    private static (MasterKey? Key, string? Problem) Of(string text, string problem)
    {
        var bytes = new byte[MasterKey.Length + 16];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var length) && length is MasterKey.Length
            ? (new MasterKey(bytes[..MasterKey.Length]), null)
            : (null, problem);
    }
}
