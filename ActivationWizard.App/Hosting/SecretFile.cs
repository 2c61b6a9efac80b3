using System.Security.Cryptography;
using System.Text;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// A secret that an installation makes for itself at its first start, in a file that only its own account can read.
/// </summary>
public static class SecretFile
{
    /// <summary>
    /// The file's content. Where there is none yet, that of <paramref name="make"/> is written first; of several that start at
    /// once on one folder, in one process or in several, one makes it and all read the same.
    /// </summary>
    public static byte[] ReadOrMake(string path, Func<byte[]> make)
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
            return File.ReadAllBytes(path);
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

        File.Move(made, path);
    }

    private static string NameFor(string path) =>
        "Global\\" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..32];
}
