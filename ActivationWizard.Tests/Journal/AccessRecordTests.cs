using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteAccessRecordTests() : AccessRecordTests(JournalProvider.Sqlite, null);

public sealed class PostgresAccessRecordTests(PostgresServer postgres) : AccessRecordTests(JournalProvider.Postgres, postgres);

/// <summary>Access records are numbered and sealed, whoever writes them, and records of before stay as they are.</summary>
public abstract class AccessRecordTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task RecordAsync_TwoInstancesAtOnce_AreOneRow()
    {
        var (one, two) = (await FinishAsync(), await FinishAsync());
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        await Task.WhenAll(Enumerable.Range(0, 40).Select(turn =>
            (turn % 2 is 0 ? Host : other).Get<CaseAccesses>().RecordAsync(
                turn % 3 is 0 ? [one.Number, two.Number] : [one.Number], AccessKind.Replay, DemoPeople.Els, Cancellation)));

        await using var context = Host.Open();
        var numbers = await context.Looks.OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(Cancellation);
        Assert.Equal(Enumerable.Range(1, 54).Select(number => (long?)number), numbers);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task RecordAsync_OfNoCase_WritesNothing()
    {
        await Host.Get<CaseAccesses>().RecordAsync([], AccessKind.Export, DemoPeople.Els, Cancellation);

        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task RecordAsync_TheHeadWasMeddledWith_DoesNotCoverItUp()
    {
        var finished = await FinishAsync();
        await RecordAsync();
        await RecordAsync();
        await Host.MeddleAsync("DELETE FROM \"Looks\" WHERE \"Number\" = 2");
        await Host.MeddleAsync(
            "UPDATE \"RecordHeads\" SET \"Accesses\" = 1, "
            + "\"LastAccess\" = (SELECT \"Seal\" FROM \"Looks\" WHERE \"Number\" = 1)");

        await RecordAsync();

        Assert.Contains(
            new RecordBreak(null, RecordFault.AccessHeadChanged), (await Host.Verification.CheckAllAsync(Cancellation)).Beside);

        Task RecordAsync() =>
            Host.Get<CaseAccesses>().RecordAsync([finished.Number], AccessKind.Replay, DemoPeople.Els, Cancellation);
    }

    [Fact]
    public async Task Start_RecordsOfAnEarlierVersion_StayValidAndAreCounted()
    {
        var finished = await FinishAsync();
        await Host.Get<CaseErasure>().EraseAsync((await FinishAsync()).Number, DemoPeople.Bram.Id, "Asked", Cancellation);
        await using (var context = Host.Open())
        {
            context.Add(new AccessRow
            {
                Id = Guid.NewGuid(),
                Case = CaseKey.Of(finished.Number),
                What = nameof(AccessKind.Replay),
                ActorId = DemoPeople.Els.Id,
                ActorName = DemoPeople.Els.Name,
                ActorRole = "TeamLead",
                At = 1,
            });
            await context.Database.OpenConnectionAsync(Cancellation);
            await context.SaveChangesAsync(Cancellation);
        }

        await Host.MeddleAsync("DELETE FROM \"RecordHeads\"");
        await Host.MeddleAsync("UPDATE \"Epochs\" SET \"Seal\" = NULL");
        await Host.MeddleAsync("UPDATE \"Erasures\" SET \"Seal\" = NULL");

        await using var later = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        Assert.Single(await Host.Get<CaseAccesses>().OfAsync(finished.Number, DemoPeople.Sanne, Cancellation));
        await Host.MeddleAsync("DELETE FROM \"Looks\"");
        Assert.Equal(
            [new RecordBreak(null, RecordFault.AccessUnsealed)], (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }
}
