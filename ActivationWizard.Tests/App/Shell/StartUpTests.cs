using ActivationWizard.App;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
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
        using var visitor = new Visitor(app.Address);
        await visitor.SignInAsync(DemoPeople.Bram);
        // Of messages in its own mailbox, chosen by its system manager.
        Assert.Contains(
            "Uw aanvraag voor een activatiecode (bewind)", await visitor.ReadAsync(Urls.Templates), StringComparison.Ordinal);
        await app.Process.KillAsync();

        string[] expected = [options.ReadyWords, "Security: what=Settings ", "Security: what=SignIn "];
        var lines = options.Log.Where(line => !expected.Any(part => line.Contains(part, StringComparison.Ordinal))).ToList();
        Assert.Equal(options.Log.Count - expected.Length, lines.Count);
        // Among the seeded requests is one about whom a system says nothing, and it may be asked before the address is said.
        Assert.All(lines, line => Assert.Contains("Polly[", line, StringComparison.Ordinal));
    }
}
