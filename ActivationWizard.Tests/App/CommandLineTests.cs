using ActivationWizard.App;

namespace ActivationWizard.Tests.App;

/// <summary>What is a command, what is a setting for the host, and what is neither.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--Urls=http://127.0.0.1:0", "--Installation:Mode=Production")]
    [InlineData("--Installation:DataFolder", "/var/lib/wizard", "--contentRoot", "/srv")]
    [InlineData("/Installation:Mode=Demo", "Journal:LeaseSeconds=4")]
    [InlineData("--environment=Development", "--contentRoot=/srv", "--applicationName=ActivationWizard.App")]
    [InlineData("--Journal:ConnectionString", "@file")]
    [InlineData("--Sandbox=", "--Sandbox:Address=http://127.0.0.1:1")]
    public async Task Run_Settings_ReachTheHostAsTheyWere(params string[] args)
    {
        var (code, served, said) = await RunAsync(args);

        Assert.Equal((7, ""), (code, said));
        Assert.Equal(args, served);
    }

    [Theory]
    [InlineData("did you mean --verify?", "--verfy")]
    [InlineData("did you mean --verify?", "--Verify", "--Installation:DataFolder=/geheim")]
    [InlineData("did you mean --import?", "--imprt", "/geheim.json")]
    [InlineData("did you mean --import?", "--imprt=/geheim.json")]
    [InlineData("did you mean --erase?", "erase", "geheim")]
    [InlineData("neither a command nor a setting", "geheim")]
    [InlineData("neither a command nor a setting", "--geheim", "geheim")]
    [InlineData("--Installation:Mode has no value", "--Installation:Mode")]
    [InlineData("--Installation:Mode has no value", "--Installation:Mode", "--Journal:MasterKey=geheim")]
    [InlineData("--reason cannot stand here", "--reason", "geheim")]
    [InlineData("--import cannot stand here", "--verify", "--import", "/geheim.json")]
    [InlineData("--reason", "--erase", "2026-00412")]
    [InlineData("FILE", "--import")]
    public async Task Run_AWrongCommand_IsTwoAndASentenceWithoutValues(string expected, params string[] args)
    {
        var (code, served, said) = await RunAsync(args);

        Assert.Equal(CommandLine.WrongCommand, code);
        Assert.Null(served);
        Assert.Contains(expected, said, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", said.Replace("--geheim", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_Help_ListsEveryCommandWithASentence()
    {
        var (code, served, said) = await RunAsync("--help");

        Assert.Equal(0, code);
        Assert.Null(served);
        foreach (var command in new[]
        {
            "--verify", "--erase <NUMBER>", "--import <FILE>", "--access-request", "--move-to-postgres", "--sandbox",
        })
        {
            var line = Assert.Single(said.Split('\n'), one => one.TrimStart().StartsWith(command, StringComparison.Ordinal));
            Assert.True(line.Trim()[command.Length..].Trim().Split(' ').Length > 3, line);
        }
    }

    private static async Task<(int Code, string[]? Served, string Said)> RunAsync(params string[] args)
    {
        using var said = new StringWriter();
        string[]? served = null;
        var code = await CommandLine.RunAsync(
            args,
            settings =>
            {
                served = settings;
                return Task.FromResult(7);
            },
            said,
            said,
            TestContext.Current.CancellationToken);
        return (code, served, said.ToString());
    }
}
