using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteCheckpointTests() : CheckpointTests(JournalProvider.Sqlite, null);

public sealed class PostgresCheckpointTests(PostgresServer postgres) : CheckpointTests(JournalProvider.Postgres, postgres);

/// <summary>A database that is at an earlier moment than it was is recognised, at a start and at work.</summary>
public abstract class CheckpointTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly Dictionary<long, int> Nothing = [];

    private Checkpoints Checkpoints => Host.Get<Checkpoints>();

    [Fact]
    public async Task Start_NothingWasLost_IsTheSameEpoch()
    {
        var open = await OpenAsync();
        await Checkpoints.MakeAsync(new Dictionary<long, int> { [CaseKey.Of(open.Number)] = open.Version }, 1, Cancellation);
        var epoch = Host.Get<ICurrentEpoch>().Now;

        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Equal(epoch, again.Get<ICurrentEpoch>().Now);
        Assert.False((await LoadAsync(open.Number)).IsInDoubt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_DatabaseIsBehindItsNote_BeginsAnEpochAndTellsOpenCasesOnce(bool byTheBeat)
    {
        var (finished, open) = (await FinishAsync(), await OpenAsync());
        var heads = new Dictionary<long, int> { [CaseKey.Of(open.Number)] = open.Version + (byTheBeat ? 0 : 1) };
        await Checkpoints.MakeAsync(heads, 7, Cancellation);
        if (byTheBeat)
            await Host.MeddleAsync("UPDATE \"Epochs\" SET \"Beat\" = 0");

        await using var after = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        var epoch = after.Get<InstallationEpochs>();
        Assert.Equal((2, EpochReason.WentBack), (epoch.Row.Number, epoch.Row.Reason));
        var told = await LoadAsync(open.Number);
        Assert.Equal((true, open.Version + 1), (told.IsInDoubt, told.Version));
        Assert.False((await LoadAsync(finished.Number)).IsInDoubt);
        Assert.Equal(100_001, (await OpenAsync()).Number.Ordinal);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));

        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Equal(2, again.Get<InstallationEpochs>().Row.Number);
        Assert.Equal(told.Version, (await LoadAsync(open.Number)).Version);
    }

    [Fact]
    public async Task Start_DatabaseOfBeforeEpochsUnderANote_BeganAnEpochAndTellsOpenCases()
    {
        var open = await OpenAsync();
        await Checkpoints.MakeAsync(Nothing, 1, Cancellation);
        await Host.MeddleAsync("DELETE FROM \"Epochs\"");

        await using var after = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Equal(EpochReason.WentBack, after.Get<InstallationEpochs>().Row.Reason);
        Assert.True((await LoadAsync(open.Number)).IsInDoubt);
    }

    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 1)]
    public async Task Start_ANoteThatIsNotSealed_CountsWhenItIsOfAnEarlierVersionAndNotWhenItIsForged(bool isEarlier, int epoch)
    {
        await OpenAsync();
        await Checkpoints.MakeAsync(Nothing, 1, Cancellation);
        var file = Host.Get<JournalPlace>().CheckpointFile;
        var note = (await OutsideCheckpoint.ReadAsync(file, Cancellation))!;
        var changed = note with { Beat = note.Beat + 1, Seal = isEarlier ? null : note.Seal };
        await File.WriteAllBytesAsync(file, changed.Write(), Cancellation);

        await using var after = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Equal(epoch, after.Get<InstallationEpochs>().Row.Number);
    }

    [Fact]
    public async Task Start_EarlierOneDiedWhileItTold_TellsTheRest()
    {
        var open = await OpenAsync();
        await using (var context = Host.Open())
            await Host.Get<InstallationEpochs>().BeginAsync(context, EpochReason.WentBack, 0, 0, Cancellation);

        await using var after = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.True((await LoadAsync(open.Number)).IsInDoubt);
        Assert.NotNull(after.Get<InstallationEpochs>().Row.MarkedAt);
    }

    [Fact]
    public async Task Make_DatabaseWentBackAtWork_TellsOpenCasesAndOtherInstancesTakeTheEpochOver()
    {
        var open = await OpenAsync();
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Null(await Checkpoints.MakeAsync(Nothing, 1, Cancellation));
        Assert.Null(await other.Get<Checkpoints>().MakeAsync(Nothing, 1, Cancellation));
        await Host.MeddleAsync("UPDATE \"Epochs\" SET \"Beat\" = 0");

        Assert.Equal(1, await Checkpoints.MakeAsync(Nothing, 1, Cancellation));
        Assert.Equal(0, await other.Get<Checkpoints>().MakeAsync(Nothing, 1, Cancellation));

        Assert.True((await LoadAsync(open.Number)).IsInDoubt);
        Assert.Equal(Host.Get<ICurrentEpoch>().Now, other.Get<ICurrentEpoch>().Now);
        await using var context = Host.Open();
        Assert.Equal(2, await context.Epochs.CountAsync(Cancellation));
    }
}
