using System.Diagnostics.CodeAnalysis;
using ActivationWizard.Integrations.Settings;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Hosting;

/// <summary>Makes a folder of our own, readable by nobody else where the system can say so.</summary>
public static class DataFolders
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Others =
        UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

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
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            return false;
        }
    }

    /// <summary>True when nobody else may enter or read <paramref name="folder"/>; its group may.</summary>
    public static bool IsClosed(string root, string folder)
    {
        try
        {
            var full = Path.GetFullPath(folder, root);
            return OperatingSystem.IsWindows() || !Directory.Exists(full)
                || (File.GetUnixFileMode(full) & Others) is UnixFileMode.None;
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            // Another rule says that it cannot be used.
            return true;
        }
    }

    /// <summary>A folder in the data folder, made when it is not there yet.</summary>
    /// <exception cref="OptionsValidationException">It cannot be made: a file may be in its place.</exception>
    public static DirectoryInfo Within(string dataFolder, string name)
    {
        try
        {
            return Create(Path.Combine(dataFolder, name));
        }
        catch (Exception cause) when (BoundedFile.Explains(cause))
        {
            throw new OptionsValidationException(
                name, typeof(DataFolders), [$"{name} in Installation:DataFolder must be a folder that the app can write."]);
        }
    }

    /// <summary>Makes <paramref name="path"/> when it is not there yet.</summary>
    public static DirectoryInfo Create(string path) => OperatingSystem.IsWindows()
        ? Directory.CreateDirectory(path)
        : Directory.CreateDirectory(path, OwnerOnly);
}
