using ActivationWizard.App;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Journal;

/// <summary>Commands before the app's first start, and over files that are not what they should be.</summary>
public sealed class FirstStartTests() : JournalTests(JournalProvider.Sqlite, null)
{
    private string Folder => Path.Combine(Host.Storage.Folder, "elsewhere");

    [Fact]
    public async Task Import_BeforeTheFirstStart_TakesTheCaseInAndItsChainHolds()
    {
        var file = await ExportedAsync();

        Assert.Equal((0, "Case 2026-00001 is taken in.\n", ""), await RunAsync("--import", file));
        Assert.Equal((0, "1 cases, 13 events, 0 erased, 0 that do not fit.\n", ""), await RunAsync("--verify"));
        Assert.Equal(
            (1, "Nothing was taken in: a case with this number is here already.\n", ""), await RunAsync("--import", file));
    }

    [Theory]
    [InlineData("--verify")]
    [InlineData("--erase", "2026-00001", "--reason", "Asked by the tenant")]
    [InlineData("--import", "/nowhere/zaak.json")]
    [InlineData("--import", "/")]
    public async Task Command_BeforeTheFirstStart_ThatCannotDoAnything_SaysSoAndMakesNoJournal(params string[] command)
    {
        var (code, said, error) = await RunAsync(command);

        Assert.Equal((OpenJournal.NotDone, ""), (code, error));
        Assert.EndsWith(".\n", said, StringComparison.Ordinal);
        Assert.Single(said.Trim().Split('\n'));
        Assert.False(File.Exists(In("journal.db")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"format\":\"activationwizard-case/1\",\"number\":\"2026-00001\",\"events\":[null]}")]
    [InlineData("{\"format\":\"activationwizard-case/1\",\"number\":\"\\uD800\",\"events\":[]}")]
    [InlineData("{\"format\":\"activationwizard-case/2\",\"number\":\"2026-00001\",\"events\":[]}")]
    public async Task Import_OfAnotherFile_SaysSoAndTakesNothingIn(string content)
    {
        await WriteAsync(In("zaak.json"), content);

        Assert.Equal(
            (1, "Nothing was taken in: the file is not that of a case, or of a later version.\n", ""),
            await RunAsync("--import", In("zaak.json")));
        Assert.StartsWith("0 cases", (await RunAsync("--verify")).Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_OfAFileSavedByAnEditor_TakesTheCaseIn()
    {
        var file = await ExportedAsync();
        var text = (await File.ReadAllTextAsync(file, Cancellation)).ReplaceLineEndings("\r\n");
        await File.WriteAllTextAsync(file, text, System.Text.Encoding.UTF8, Cancellation);

        Assert.Equal((0, "Case 2026-00001 is taken in.\n", ""), await RunAsync("--import", file));
    }

    [Theory]
    [InlineData("master.key", null)]
    [InlineData("master.key", "geheim")]
    [InlineData("master.key", "")]
    [InlineData("keys", "geheim")]
    [InlineData("keys/fingerprint.key", null)]
    [InlineData("keys/fingerprint.key", "geheim")]
    [InlineData("journal.db", null)]
    [InlineData("journal.db", "This is a text, and it is longer than the head of a database would be.")]
    [InlineData("keys.db", "This is a text, and it is longer than the head of a database would be.")]
    public async Task Command_OverAFileThatIsNone_NamesItInOneSentence(string file, string? content)
    {
        var import = await ExportedAsync();
        if (content is null)
            Directory.CreateDirectory(In(file));
        else
            await WriteAsync(In(file), content);
        foreach (var command in new[] { new[] { "--import", import }, ["--verify"] })
        {
            var (code, said, error) = await RunAsync(command);
            // A folder in the place of a database is no journal.
            if (code is OpenJournal.NotDone && error.Length is 0)
            {
                Assert.StartsWith("There is no journal", said, StringComparison.Ordinal);
                continue;
            }

            Assert.Equal((1, ""), (code, said));
            Assert.Contains(file, error, StringComparison.Ordinal);
            Assert.Equal(2, error.Trim().Split('\n').Length);
            Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("{\n  \"Journal\": {\n    geheim\n", "appsettings.json is not JSON in UTF-8: look at line 3.")]
    [InlineData("{ \"Work:CasesAtOnce\": 1, \"work:casesatonce\": 2 }", "each of them once.")]
    public async Task Command_WithABrokenFileOfSettings_NamesItAndItsLine(string content, string sentence)
    {
        await WriteAsync(In("appsettings.json"), content);

        var (code, said, error) = await RunAsync("--verify", $"--contentRoot={Folder}");

        Assert.Equal((1, ""), (code, said));
        Assert.Contains(sentence, error, StringComparison.Ordinal);
        Assert.DoesNotContain("geheim", error, StringComparison.Ordinal);
    }

    private string In(string file) => Path.Combine(Folder, file);

    private static Task WriteAsync(string path, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return File.WriteAllTextAsync(path, content, Cancellation);
    }

    private async Task<string> ExportedAsync()
    {
        var finished = await FinishAsync();
        var path = Path.Combine(Host.Storage.Folder, "zaak.json");
        var file = await Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Els, Cancellation);
        await File.WriteAllBytesAsync(path, file!, Cancellation);
        return path;
    }

    private async Task<(int Code, string Said, string Error)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await CommandLine.RunAsync(
            [.. args, $"--Installation:DataFolder={Folder}"],
            _ => throw new InvalidOperationException("The app is not to start."),
            output,
            new CommandErrors(error),
            Cancellation);
        return (code, output.ToString(), error.ToString());
    }
}
