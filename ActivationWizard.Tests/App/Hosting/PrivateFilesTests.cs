using System.Runtime.Versioning;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Extensions.Logging;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>What an installation keeps is closed to other accounts, also in a folder that was there, open to them.</summary>
[UnsupportedOSPlatform("windows")]
public sealed class PrivateFilesTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Open = Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly TemporaryFolder _folder = new();

    public PrivateFilesTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");

    [Fact]
    public async Task App_InAnOpenFolder_MakesAndLeavesNoFileThatOthersCanRead()
    {
        File.SetUnixFileMode(_folder.Path, Open | UnixFileMode.UserExecute | UnixFileMode.OtherExecute);
        Directory.CreateDirectory(_folder["mail"]);
        await File.WriteAllTextAsync(_folder["mail/oud.eml"], "x", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(_folder["mail/oud.eml"], Open);

        await using (var app = new TestApp(new() { Folder = _folder.Path }))
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(DemoPeople.Sanne);
            Assert.Contains(
                app.Log.GetSnapshot(),
                line => line.Level is LogLevel.Warning
                    && line.Message.Contains("files in Installation:DataFolder could", StringComparison.Ordinal));
            Assert.Empty(OpenOnes());
        }

        // The note of where the database was is written at the end as well.
        Assert.True(File.Exists(_folder["checkpoint.json"]));
        Assert.Empty(OpenOnes());
    }

    [Fact]
    public void Close_AFileThatIsOpen_IsClosedOnceAndKeepsItsContent()
    {
        File.WriteAllText(_folder["a"], "x");
        File.SetUnixFileMode(_folder["a"], Open);

        Assert.True(PrivateFiles.Close(_folder["a"]));
        Assert.False(PrivateFiles.Close(_folder["a"]));

        Assert.Equal((Owner, "x"), (File.GetUnixFileMode(_folder["a"]), File.ReadAllText(_folder["a"])));
    }

    [Fact]
    public void Write_ANewFile_IsClosedFromTheBeginning()
    {
        using var file = PrivateFiles.Write(_folder["new"], FileMode.Create);

        Assert.Equal(Owner, File.GetUnixFileMode(_folder["new"]));
    }

    public void Dispose() => _folder.Dispose();

    // The simulators' own state is of people who do not exist, and the lock is empty.
    private IEnumerable<string> OpenOnes() => Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetFileName(file) is not "sandbox.json" && new FileInfo(file).Length > 0)
        .Where(file => (File.GetUnixFileMode(file) & ~Owner) is not UnixFileMode.None);
}
