namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>An empty folder that only this user may enter, gone with all in it when disposed.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>A folder where the system has its temporary ones.</summary>
    public TemporaryFolder() => Path = Directory.CreateTempSubdirectory("aw-").FullName;

    /// <summary>A folder within <paramref name="parent"/>, which has to exist.</summary>
    public TemporaryFolder(string parent) => Path = Within(parent);

    /// <summary>The full path of the folder.</summary>
    public string Path { get; }

    /// <summary>The full path of a file or folder in it, which need not exist.</summary>
    public string this[string name] => System.IO.Path.Combine(Path, name);

    private static string Within(string parent)
    {
        var path = System.IO.Path.Combine(parent, $"aw-{Guid.NewGuid():N}");
        return OperatingSystem.IsWindows()
            ? Directory.CreateDirectory(path).FullName
            : Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;
    }

    public void Dispose()
    {
        if (Directory.Exists(Path)) Directory.Delete(Path, recursive: true);
    }
}
