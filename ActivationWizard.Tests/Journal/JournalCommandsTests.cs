using ActivationWizard.App;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Journal;

/// <summary>The commands over a journal that an app wrote.</summary>
public sealed class JournalCommandsTests() : JournalTests(JournalProvider.Sqlite, null)
{
    private readonly List<string> _security = [];

    [Fact]
    public async Task Verify_EverythingFits_IsZeroAndCounts()
    {
        await FinishAsync();
        await OpenAsync();

        Assert.Equal((0, "2 cases, 14 events, 0 erased, 0 that do not fit.\n"), await RunAsync("--verify"));
    }

    [Fact]
    public async Task Verify_TamperedWith_NamesCaseAndEventAndIsNotZero()
    {
        var (one, other) = (await FinishAsync(), await FinishAsync());
        await Host.MeddleAsync(
            $"UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 6 AND \"Case\" = {CaseKey.Of(one.Number)}");
        await Host.MeddleAsync($"DELETE FROM Events WHERE Sequence > 9 AND \"Case\" = {CaseKey.Of(other.Number)}");

        var (code, said) = await RunAsync("--verify");

        Assert.Equal(2, code);
        Assert.Equal(
        [
            "Case 2026-00001, event 6: Changed: not as it was written",
            "Case 2026-00002, event 10: Truncated: the events from here on are missing",
            "2 cases, 22 events, 0 erased, 2 that do not fit.",
        ], said.Trim().Split('\n'));
    }

    [Fact]
    public async Task Verify_WhereThereIsNoJournal_SaysSoAndMakesNone()
    {
        using var empty = new TemporaryFolder();
        using var output = new StringWriter();

        var code = await StartAsync(output, "--verify", $"--Installation:DataFolder={empty.Path}");

        Assert.Equal(1, code);
        Assert.StartsWith("There is no journal", output.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(empty.Path, "journal.db")));
    }

    [Fact]
    public async Task Erase_AFinishedCase_IsGoneAndStillVerifies()
    {
        var finished = await FinishAsync();

        var (code, said) = await RunAsync("--erase", finished.Number.ToString(), "--reason", "Asked by the tenant");

        Assert.Equal(0, code);
        var line = Assert.Single(_security);
        Assert.StartsWith("108 Security: what=Erasure ", line, StringComparison.Ordinal);
        Assert.EndsWith("outcome=\"case 2026-00001: done\"", line, StringComparison.Ordinal);
        Assert.StartsWith("Case 2026-00001 is erased", said, StringComparison.Ordinal);
        Assert.Equal((0, "1 cases, 13 events, 1 erased, 0 that do not fit.\n"), await RunAsync("--verify"));
        Assert.Equal(CaseFault.Erased, (await Host.Reading.ReadAsync(finished.Number, Cancellation)).Break!.What);
    }

    [Theory]
    [InlineData(2, "--erase")]
    [InlineData(2, "--erase", "2026-00001")]
    [InlineData(2, "--erase", "2026-00001", "--reason", " ")]
    [InlineData(2, "--erase", "all", "--reason", "spring")]
    [InlineData(1, "--erase", "2026-00001", "--reason", "still open")]
    [InlineData(1, "--erase", "2026-00099", "--reason", "not there")]
    public async Task Erase_WhatCannotBe_SaysWhyAndErasesNothing(int expected, params string[] args)
    {
        var opened = await OpenAsync();

        var (code, said) = await RunAsync(args);

        Assert.Equal(expected, code);
        Assert.NotEmpty(said);
        Assert.Equal(1, (await LoadAsync(opened.Number)).Version);
    }

    [Fact]
    public async Task Retain_WhatIsPastItsTerm_IsListedBeforehandAndErasedWhenAsked()
    {
        // By the machine's clock, which the command goes by, the case ended long ago.
        Host.Clock.AdjustTime(new DateTimeOffset(2020, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var finished = await FinishAsync();

        Assert.Equal(
            (0, $"{finished.Number} SentByEmail 2020-03-01\n1 cases and 0 access records are past their term. "
                + "Nothing was erased.\n"),
            await RunAsync("--retain", "--dry-run"));
        Assert.Equal(13, (await Host.Reading.EventsAsync(finished.Number, Cancellation)).Count);

        var (code, said) = await RunAsync("--retain");
        Assert.Equal(0, code);
        Assert.StartsWith("1 cases are erased and 0 access records removed.\nBackups ", said, StringComparison.Ordinal);
        Assert.Equal(CaseFault.Erased, (await Host.Reading.ReadAsync(finished.Number, Cancellation)).Break!.What);
        Assert.Equal((0, "0 cases are erased and 0 access records removed.\n"), await RunAsync("--retain"));
    }

    [Theory]
    [InlineData(2, "--import")]
    [InlineData(1, "--import", "/nowhere/zaak.json")]
    public async Task Import_WhatCannotBe_SaysWhy(int expected, params string[] args)
    {
        await OpenAsync();

        var (code, said) = await RunAsync(args);

        Assert.Equal(expected, code);
        Assert.NotEmpty(said);
        // A command line that is none of a command was not carried out.
        string[] told = expected is 1 ? ["\"exit code 1\""] : [];
        Assert.Equal(told, Outcomes("117 Security: what=Import "));
    }

    [Fact]
    public async Task Import_OfACase_IsToldWithItsNumber()
    {
        var finished = await FinishAsync();
        var file = Path.Combine(Host.Storage.Folder, "zaak.json");
        await File.WriteAllBytesAsync(
            file, (await Host.Get<CaseExport>().JsonAsync(finished.Number, DemoPeople.Els, Cancellation))!, Cancellation);

        Assert.Equal(1, (await RunAsync("--import", file)).Code);
        using var elsewhere = new TemporaryFolder();
        using var output = new StringWriter();
        Assert.Equal(0, await StartAsync(output, "--import", file, $"--Installation:DataFolder={elsewhere.Path}"));

        Assert.Equal(["\"exit code 1\"", $"\"case {finished.Number}: done\""], Outcomes("117 Security: what=Import "));
    }

    [Fact]
    public async Task Command_ThatFindsNoJournal_IsToldAllTheSame()
    {
        using var empty = new TemporaryFolder();
        using var output = new StringWriter();
        string[][] commands =
        [
            ["--verify"], ["--erase", "2026-00001", "--reason", "asked"], ["--retain"], ["--rotate-master-key"],
            ["--backup", empty["copy"]], ["--restore", empty["none"]], ["--move-to-postgres"],
        ];
        foreach (var command in commands)
            Assert.Equal(1, await StartAsync(output, [.. command, $"--Installation:DataFolder={empty["data"]}"]));

        Assert.Equal(
            ["Verification", "Erasure", "Erasure", "Rotation", "Backup", "Restore", "Move"],
            _security.Select(line => line.Split("what=")[1].Split(' ')[0]));
    }

    // What came of it, of the lines that begin so.
    private IEnumerable<string> Outcomes(string start) => _security
        .Where(line => line.StartsWith(start, StringComparison.Ordinal)).Select(line => line.Split("outcome=")[1]);

    private async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        return (await StartAsync(output, [$"--Installation:DataFolder={Host.Storage.Folder}", .. args]), output.ToString());
    }

    private async Task<int> StartAsync(StringWriter output, params string[] args)
    {
        await using var errors = new CommandErrors(output);
        var code = await CommandLine.RunAsync(
            args, _ => throw new InvalidOperationException("The app is not to start."), output, errors, Cancellation);
        _security.AddRange(errors.Security);
        return code;
    }
}
