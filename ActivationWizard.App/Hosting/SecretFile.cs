using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// A secret that an installation makes for itself at its first start, in a file that only its own account can read.
/// </summary>
public static class SecretFile
{
    // In bytes; no secret is as long.
    private const int MostBytes = 4096;

    /// <summary>
    /// The content of the file <paramref name="name"/> in the data folder. Where there is none yet, that of <paramref
    /// name="make"/> is written first; of several that start at once on one folder, in one process or in several, one makes it
    /// and all read the same.
    /// </summary>
    /// <exception cref="OptionsValidationException">It cannot be read or made, or is too long for a secret.</exception>
    public static byte[] ReadOrMake(string dataFolder, string name, Func<byte[]> make)
    {
        try
        {
            var path = Path.Combine(dataFolder, name);
            DataFolders.Create(Path.GetDirectoryName(path)!);
            return ReadOrMake(path, make) ?? throw Refused(name, "is too long to be a key");
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            throw Refused(name, "must be a file that the app's account can read, in a folder that it can write");
        }
    }

    /// <summary>A file that is no such secret, named; its content is never shown.</summary>
    public static OptionsValidationException Refused(string name, string why) =>
        new(name, typeof(SecretFile), [$"{name} in Installation:DataFolder {why}."]);

    // Null when it is too long.
    private static byte[]? ReadOrMake(string path, Func<byte[]> make)
    {
        using var alone = new Mutex(false, NameFor(path));
        try
        {
            alone.WaitOne();
        }
        catch (AbandonedMutexException)
        {
            // Whoever had it died; the file is whole or not there.
        }

        try
        {
            if (!File.Exists(path))
                Make(path, make());
            return BoundedFile.Read(path, MostBytes);
        }
        finally
        {
            alone.ReleaseMutex();
        }
    }

    // Whole or not at all.
    private static void Make(string path, byte[] content)
    {
        var made = path + "." + Path.GetRandomFileName();
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        try
        {
            File.Move(made, path);
        }
        catch (IOException)
        {
            File.Delete(made);
            throw;
        }
    }

    private static string NameFor(string path) =>
        "Global\\" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..32];
}
