using ActivationWizard.App.Hosting;
using ActivationWizard.Integrations.Settings;

namespace ActivationWizard.App.Journal.Encryption;

/// <summary>A file that an operator put the master key in.</summary>
public static class MasterKeyFile
{
    // In bytes.
    private const int Longest = 4096;

    // A group of its own may read: a secret store often owns the file, and gives it to the app by its group.
    private const UnixFileMode Others = UnixFileMode.GroupWrite
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    /// <summary>Reads the key that is in it.</summary>
    public static SettingKind<byte[]?> Kind { get; } = new(
        "file", "a file that can be read and holds 32 random bytes in base64", TryRead)
    { Write = _ => "" };

    /// <summary>What must hold for the file that <paramref name="file"/> names, besides that it holds a key.</summary>
    public static IReadOnlyList<SettingsRule> Rules(Setting<byte[]?> file) =>
    [
        new(file, "must be closed to everybody but its owner and group (mode 0640 at most, better 0400)",
            read => PathIn(read, file) is not { } path || IsClosed(path)),
        new(file, $"must not lie in {InstallationOptions.DataFolder.Key} in Production: a copy of the data would hold its key",
            read => read.IsDemo is not false || PathIn(read, file) is not { } path
                || !IsWithin(path, Path.GetFullPath(Path.Combine(read.Root, read.Of(InstallationOptions.DataFolder)))),
            InstallationOptions.DataFolder),
    ];

    private static string? PathIn(SettingsReader read, Setting<byte[]?> file) =>
        read.IsSet(file) ? Path.GetFullPath(read.Configuration[file.Key]!) : null;

    // By its handle: the mode of a link is no one's.
    private static bool IsClosed(string path)
    {
        if (OperatingSystem.IsWindows())
            return true;
        try
        {
            using var handle = File.OpenHandle(path);
            return (File.GetUnixFileMode(handle) & Others) is UnixFileMode.None;
        }
        catch (Exception exception) when (BoundedFile.Explains(exception))
        {
            return false;
        }
    }

    // Where it stands, and where it leads when it is a link.
    private static bool IsWithin(string path, string folder) =>
        IsBelow(path, folder)
        || (File.ResolveLinkTarget(path, returnFinalTarget: true) is { } target && IsBelow(target.FullName, folder));

    private static bool IsBelow(string path, string folder) =>
        Path.GetRelativePath(folder, path) is var way
        && way is not ".." && !way.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        && !Path.IsPathRooted(way);

    private static bool TryRead(string path, out byte[]? key)
    {
        key = null;
        try
        {
            // By its byte order mark, as an editor or a shell may have saved it.
            using var text = new StreamReader(new MemoryStream(BoundedFile.Read(path, Longest) ?? []));
            return Kinds.Bytes(MasterKey.Length).Parse(text.ReadToEnd(), out key);
        }
        catch (Exception exception) when (BoundedFile.Explains(exception))
        {
            return false;
        }
    }
}
