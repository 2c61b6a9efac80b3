using System.Diagnostics;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Data.Sqlite;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>The app as a process of its own, started from its built output.</summary>
public sealed class StartUpTests
{
    [Theory]
    [InlineData("Installation:Mode", "GeheimeWaarde")]
    [InlineData("Installation:DataFolder", "/dev/null/GeheimeWaarde")]
    [InlineData("SignIn:ClientSecret", "GeheimeWaarde", "SignIn")]
    [InlineData("Journal:LeaseSeconds", "GeheimeWaarde123")]
    [InlineData("Journal:Provder", "GeheimeWaarde", "Journal:Provder is not a setting; did you mean Journal:Provider?")]
    [InlineData("Umbrella:Retries", "GeheimeWaarde")]
    [InlineData("Urls", "GeheimeWaarde")]
    public async Task Start_WithABrokenSetting_IsRefusedInOneMessage(string key, string value, string? named = null)
    {
        using var data = new TemporaryFolder();
        var (exitCode, output, error) = await AppRun.ToItsEndAsync(data.Path, $"--{key}={value}");
        Assert.Equal(1, exitCode);
        Assert.Contains(named ?? key, error, StringComparison.Ordinal);
        Assert.DoesNotContain("GeheimeWaarde", error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
        Assert.Equal(2, error.Trim().Split('\n').Length);
    }

    [Theory]
    [InlineData("DOTNET_SYSTEM_GLOBALIZATION_INVARIANT", "1", "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT must not be on")]
    [InlineData("TZDIR", "/GeheimeWaarde", "The time zone Europe/Amsterdam is not known on this machine")]
    [InlineData("Logging__LogLevel__Default", "GeheimeWaarde", "Logging: what is set in this section cannot be used")]
    [InlineData("Kestrel__Endpoints__Http__Protocols", "GeheimeWaarde", "Kestrel: what is set in this section cannot be used")]
    public async Task Start_InSurroundingsThatItCannotWorkIn_IsRefusedInOneSentence(string name, string value, string sentence)
    {
        using var data = new TemporaryFolder();

        var (exitCode, output, error) = await AppRun.ToItsEndAsync(
            data.Path, new Dictionary<string, string> { [name] = value });

        Assert.Equal(1, exitCode);
        Assert.StartsWith($"  {sentence}", Assert.Single(error.TrimEnd().Split('\n')[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
        Assert.DoesNotContain("GeheimeWaarde", error + output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OfAnEmptyProduction_NamesAllThatIsMissingAtOnce()
    {
        using var data = new TemporaryFolder();
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(data.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var (exitCode, _, error) = await AppRun.ToItsEndAsync(data.Path, "--Installation:Mode=Production");

        Assert.Equal(1, exitCode);
        string[] needed =
        [
            .. CompleteInstallation.Production.Keys.Except(["Installation:Mode"]),
            "Umbrella:BaseAddress", "Viewpoint:BaseAddress", "Postex:BaseAddress", "Mailbox:SmtpHost",
        ];
        Assert.All(needed, key => Assert.Contains($"  {key} ", error, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_OnAnAddressThatIsNoneOfThisMachine_NamesTheSetting()
    {
        using var data = new TemporaryFolder();
        DataFolders.Create(data["data"]);
        string[] settings = [.. CompleteInstallation.ByHand.Select(one => $"--{one.Key}={one.Value}")];

        var (exitCode, output, error) = await AppRun.ToItsEndAsync(
            data["data"], [.. settings, "--Urls=http://192.0.2.1:5080"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("  Urls: this machine does not have that address.", Assert.Single(error.TrimEnd().Split('\n')[1..]));
        Assert.DoesNotContain("   at ", error + output, StringComparison.Ordinal);
    }

    [Theory]
    [Nightly("a file system of its own, which takes a privileged account")]
    [InlineData("size=64k", "the database cannot be used (the disk is full, SQLite error 13).")]
    [InlineData("ro", "Installation:DataFolder must be a folder that can be written.")]
    public async Task Start_OnADiskThatTakesNothing_IsRefusedInOneSentence(string disk, string sentence)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs a mount of its own");
        using var data = new TemporaryFolder();
        Directory.CreateDirectory(data["data"]);
        var start = new ProcessStartInfo("unshare") { RedirectStandardError = true, RedirectStandardOutput = true }.AsInstalled();
        string[] all =
        [
            "-m", "sh", "-c", $"mount -t tmpfs -o {disk} tmpfs '{data["data"]}'"
                + $" && exec dotnet '{typeof(Program).Assembly.Location}'"
                + $" --Urls=http://127.0.0.1:0 --Installation:DataFolder='{data["data"]}'",
        ];
        foreach (var argument in all)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.SkipWhen(error.Contains("unshare:", StringComparison.Ordinal), error);

        Assert.Equal(1, process.ExitCode);
        Assert.EndsWith(sentence, Assert.Single(error.TrimEnd().Split('\n')[1..]), StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error + await output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("--verify")]
    [InlineData("--sandbox")]
    public async Task Start_WithSeveralWrongSettings_NamesThemAllWhateverItIsStartedFor(params string[] command)
    {
        using var data = new TemporaryFolder();
        string[] settings =
        [
            "--Journal:LeaseSeconds=GeheimeWaarde", "--Journal:Provder=GeheimeWaarde", "--Mailbox:SmtpPort=0",
            "--Work:CasesAtOnce=65",
        ];
        var (exitCode, _, error) = await AppRun.ToItsEndAsync(data.Path, [.. command, .. settings]);
        Assert.Equal(1, exitCode);
        Assert.All(settings, one => Assert.Contains(one[2..one.IndexOf('=')], error, StringComparison.Ordinal));
        // That a command was tried is told as well.
        Assert.Equal(
            1 + settings.Length,
            error.Trim().Split('\n').Count(line => !line.Contains("Security: what=", StringComparison.Ordinal)));
        Assert.DoesNotContain("GeheimeWaarde", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_AfterTheKeysOfItsCasesWereLost_IsRefusedInOneSentenceAndMakesNone()
    {
        using var data = new TemporaryFolder();
        await using (new TestApp(new() { Folder = data.Path }))
        {
        }

        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(data.Path, JournalPlace.KeyStoreName + "*"))
            File.Delete(file);

        var (exitCode, _, error) = await AppRun.ToItsEndAsync(data.Path);

        Assert.Equal(1, exitCode);
        Assert.Contains(JournalPlace.KeyStoreName, error, StringComparison.Ordinal);
        Assert.Equal(2, error.Trim().Split('\n').Length);
        Assert.False(File.Exists(data[JournalPlace.KeyStoreName]));
    }

    [Fact]
    public async Task Start_AsItComes_SaysWhereToGoAndServesItsStyles()
    {
        using var data = new TemporaryFolder();
        var options = new AppProcessOptions();
        await using var app = await AppProcess.StartAsync(data.Path, options);
        using var http = new HttpClient { BaseAddress = app.Address };
        foreach (var file in new[] { "app.css", "_content/MudBlazor/MudBlazor.min.css", "_framework/blazor.web.js" })
            Assert.NotEmpty(await http.GetByteArrayAsync(file, TestContext.Current.CancellationToken));
        await app.Process.KillAsync();

        string[] expected = [options.ReadyWords, "Security: what=Settings "];
        var lines = options.Log.Where(line => !expected.Any(part => line.Contains(part, StringComparison.Ordinal))).ToList();
        Assert.Equal(options.Log.Count - expected.Length, lines.Count);
        // Among the seeded requests is one about whom a system says nothing, and it may be asked before the address is said.
        Assert.True(lines.Count <= 1, string.Join('\n', lines));
        Assert.All(lines, line => Assert.Contains("Umbrella: case 20", line, StringComparison.Ordinal));
        Assert.All(options.Log, line => Assert.Matches(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d\d:\d\d ", line));
    }
}
