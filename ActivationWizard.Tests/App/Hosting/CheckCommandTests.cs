using ActivationWizard.App;
using ActivationWizard.App.SystemChecks;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// <c>--check</c> on an installation that is not there yet, and on a production whose provider cannot be reached.
/// </summary>
public sealed class CheckCommandTests
{
    [Fact]
    public async Task Check_ADemonstrationThatNeverStarted_TellsAndMakesNoDatabase()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync(folder, "--check", "--party", "1");

        Assert.Equal(0, code);
        Assert.Contains("Viewpoint", said, StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* work, 0 differ, [1-9][0-9]* cannot be told.", said);
        Assert.Empty(Directory.GetFiles(folder.Path, "*.db"));
    }

    [Fact]
    public async Task Check_AProviderThatIsNotThere_CannotBeTold()
    {
        using var folder = new TemporaryFolder();
        var settings = ProductionApp.SettingsFor("http://127.0.0.1:9").Select(one => $"--{one.Key}={one.Value}");

        var (code, said) = await RunAsync(folder, ["--check", "--only", nameof(CheckSubject.SignIn), .. settings]);

        Assert.Equal(0, code);
        Assert.Contains("0 work, 0 differ, 6 cannot be told.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_AWrongSetting_IsRefusedByItsKey()
    {
        using var folder = new TemporaryFolder();

        var (code, said) = await RunAsync(folder, "--check", "--Umbrella:Retries=geheim");

        Assert.Equal(1, code);
        Assert.Contains("Umbrella:Retries", said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", said, StringComparison.Ordinal);
    }

    private static async Task<(int Code, string Said)> RunAsync(TemporaryFolder folder, params string[] arguments)
    {
        using var said = new StringWriter();
        var code = await CommandLine.RunAsync(
            [.. arguments, $"--Installation:DataFolder={folder.Path}", $"--contentRoot={AppContext.BaseDirectory}"],
            _ => throw new InvalidOperationException("It is a command."),
            said,
            said,
            TestContext.Current.CancellationToken);
        return (code, said.ToString());
    }
}
