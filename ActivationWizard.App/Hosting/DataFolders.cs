using System.Diagnostics.CodeAnalysis;

namespace ActivationWizard.App.Hosting;

/// <summary>Makes a folder of our own, readable by nobody else where the system can say so.</summary>
public static class DataFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>False when <paramref name="folder"/> cannot be made or written.</summary>
    public static bool TryPrepare(string root, string? folder, [NotNullWhen(true)] out string? path)
    {
        path = null;
        if (string.IsNullOrWhiteSpace(folder))
            return false;
        try
        {
            var full = Path.GetFullPath(folder, root);
            Create(full);
            using (File.Create(Path.Combine(full, Path.GetRandomFileName()), 1, FileOptions.DeleteOnClose)) { }
            path = full;
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>Makes <paramref name="path"/> when it is not there yet.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, OwnerOnly);
}
