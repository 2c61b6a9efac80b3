namespace ActivationWizard.App.Hosting;

/// <summary>Files that nobody but the app's account may read, also where the folder around them was there before.</summary>
public static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private const UnixFileMode Others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    // What an installation keeps in its data folder, and what SQLite puts beside its files.
    private static readonly string[] Names = ["journal.db*", "keys.db*", "checkpoint*"];
    private static readonly string[] Folders = ["keys", "mail"];

    /// <summary>
    /// A stream to write a file; one that is made is closed to other accounts from the beginning. This account may read along.
    /// </summary>
    public static FileStream Write(string path, FileMode mode, FileShare share = FileShare.Read)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write, Share = share };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Closes the file to others; where there is none it is made, empty. True when it was open to them.</summary>
    public static bool Close(string path)
    {
        if (!File.Exists(path))
            Write(path, FileMode.OpenOrCreate, FileShare.ReadWrite).Dispose();
        if (OperatingSystem.IsWindows() || File.GetUnixFileMode(path) is var mode && (mode & Others) is UnixFileMode.None)
            return false;
        File.SetUnixFileMode(path, mode & ~Others);
        return true;
    }

    /// <summary>Closes what an installation keeps in this folder; how many files were open to others.</summary>
    public static int CloseAll(string dataFolder) => Names
        .SelectMany(name => Directory.EnumerateFiles(dataFolder, name))
        .Concat(Folders.Select(name => Path.Combine(dataFolder, name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)))
        .Count(file => File.Exists(file) && Close(file));
}
