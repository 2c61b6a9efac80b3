using ActivationWizard.App;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;

namespace ActivationWizard.Tests.Journal;

/// <summary>A backup of a journal that is at work, and what follows when it is put back.</summary>
public sealed class BackupTests() : JournalTests(JournalProvider.Sqlite, null)
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _security = [];

    private string Copy => _folder["copy"];

    private string Restored => _folder["restored"];

    [Fact]
    public async Task Restore_OpenCase_WaitsForAPersonInANewEpochAndItsLostNumbersAreNotGivenAgain()
    {
        var (finished, open) = (await FinishAsync(), await OpenAsync());
        var (code, said) = await RunAsync(Host.Storage.Folder, "--backup", Copy);
        Assert.Equal(0, code);
        Assert.Contains("master key, which is not in it", said, StringComparison.Ordinal);
        var lost = await AppendAsync(open, DemoPeople.Sanne, new CaseTaken());
        await OpenAsync();

        CarryKeyOver();
        (code, said) = await RunAsync(Restored, "--restore", Copy);

        Assert.True(code is 0, said);
        Assert.Contains("1 open cases wait for a person", said, StringComparison.Ordinal);
        Assert.Contains("2 cases, 15 events, 0 erased, 0 that do not fit.", said, StringComparison.Ordinal);
        await using var after = await JournalHost.StartAsync(new JournalStorage(Restored, null), DatabaseMark.Demo);
        var now = after.Get<ICurrentEpoch>().Now;
        Assert.Equal(Host.Get<ICurrentEpoch>().Now.Installation, now.Installation);
        Assert.NotEqual(Host.Get<ICurrentEpoch>().Now, now);
        var told = (await after.Journal.LoadAsync(open.Number, Cancellation))!;
        Assert.Equal((true, now, lost.Version), (told.IsInDoubt, told.WentBackTo!, told.Version));
        Assert.False((await after.Journal.LoadAsync(finished.Number, Cancellation))!.IsInDoubt);
        var next = await after.Journal.OpenAsync(
            Story.Request(), ActivationWizard.Domain.Values.Actor.Wizard, null, Cancellation);
        Assert.Equal("2026-100001", next.Number.ToString());
        Assert.Empty(await after.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task Restore_ABackupOfBeforeAnErasure_EraseItAgainByWhatIsNotedBesideIt()
    {
        var finished = await FinishAsync();
        await RunAsync(Host.Storage.Folder, "--backup", Copy);
        await RunAsync(Host.Storage.Folder, "--erase", finished.Number.ToString(), "--reason", "Asked by the tenant");
        CarryKeyOver();
        File.Copy(Path.Combine(Host.Storage.Folder, "checkpoint.erased"), Path.Combine(Restored, "checkpoint.erased"));

        var (code, said) = await RunAsync(Restored, "--restore", Copy);

        Assert.True(code is 0, said);
        Assert.Contains("1 cases, 13 events, 1 erased, 0 that do not fit.", said, StringComparison.Ordinal);
        await using var after = await JournalHost.StartAsync(new JournalStorage(Restored, null), DatabaseMark.Demo);
        Assert.Equal(CaseFault.Erased, (await after.Reading.ReadAsync(finished.Number, Cancellation)).Break!.What);
    }

    [Fact]
    public async Task Restore_WhereThereIsAJournal_IsRefusedAndTouchesNothing()
    {
        await OpenAsync();
        Assert.Equal(0, (await RunAsync(Host.Storage.Folder, "--backup", Copy)).Code);
        var epoch = Host.Get<ICurrentEpoch>().Now;

        var (code, said) = await RunAsync(Host.Storage.Folder, "--restore", Copy);

        Assert.Equal(1, code);
        Assert.StartsWith("There is a journal", said, StringComparison.Ordinal);
        Assert.StartsWith("110 Security: what=Restore ", _security[^1], StringComparison.Ordinal);
        Assert.EndsWith("outcome=\"exit code 1\"", _security[^1], StringComparison.Ordinal);
        await using var same = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Equal(epoch, same.Get<ICurrentEpoch>().Now);
    }

    [Fact]
    public async Task Restore_WithAnotherMasterKey_PutsNothingBack()
    {
        await OpenAsync();
        await RunAsync(Host.Storage.Folder, "--backup", Copy);

        var (code, _) = await RunAsync(Restored, "--restore", Copy);

        Assert.NotEqual(0, code);
        Assert.False(File.Exists(Path.Combine(Restored, JournalPlace.JournalName)));
    }

    [Fact]
    public async Task Backup_IntoAFolderWithSomethingInIt_IsRefused()
    {
        Directory.CreateDirectory(Copy);
        await File.WriteAllTextAsync(Path.Combine(Copy, "iets.txt"), "", Cancellation);

        Assert.Equal(1, (await RunAsync(Host.Storage.Folder, "--backup", Copy)).Code);
        Assert.Single(Directory.EnumerateFiles(Copy));
    }

    [Fact]
    public async Task Backup_WhileCasesAreWritten_HasEveryKeyAndEveryChain()
    {
        using var stop = new CancellationTokenSource();
        var writing = WriteAsync();

        var (made, told) = await RunAsync(Host.Storage.Folder, "--backup", Copy);
        Assert.True(made is 0, told);
        await stop.CancelAsync();
        await writing;

        CarryKeyOver();
        var (code, said) = await RunAsync(Restored, "--restore", Copy);
        Assert.True(code is 0, said);

        async Task WriteAsync()
        {
            while (!stop.IsCancellationRequested)
            {
                // A SQLite file is written without ever giving way.
                await Task.Yield();
                await FinishAsync();
            }
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    private void CarryKeyOver()
    {
        Directory.CreateDirectory(Restored);
        File.Copy(Path.Combine(Host.Storage.Folder, "master.key"), Path.Combine(Restored, "master.key"));
    }

    private async Task<(int Code, string Said)> RunAsync(string dataFolder, params string[] args)
    {
        using var output = new StringWriter();
        await using var errors = new CommandErrors(output);
        var code = await CommandLine.RunAsync(
            [.. args, $"--Installation:DataFolder={dataFolder}"], _ => throw new InvalidOperationException("It serves."), output,
            errors, Cancellation);
        _security.AddRange(errors.Security);
        return (code, output.ToString());
    }
}
