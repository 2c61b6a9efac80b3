using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteAccessHealthTests() : AccessHealthTests(JournalProvider.Sqlite, null);

public sealed class PostgresAccessHealthTests(PostgresServer postgres) : AccessHealthTests(JournalProvider.Postgres, postgres);

/// <summary>What the system manager sees of the access log, without reading all of it.</summary>
public abstract class AccessHealthTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task Look_BeforeAndAfterRecords_IsSealedAndHasTheirTimes()
    {
        var none = await LookAsync();
        Assert.Equal((true, 0L, null, null), (none.IsSealed, none.Records, none.FirstAt, none.LastAt));

        await RecordAsync(3);

        var three = await LookAsync();
        Assert.Equal((true, 3L, 730), (three.IsSealed, three.Records, three.KeptDays));
        Assert.True(three.FirstAt <= three.LastAt);
    }

    [Theory]
    [InlineData("DELETE FROM \"Looks\" WHERE \"Number\" = 3")]
    [InlineData("DELETE FROM \"Looks\" WHERE \"Number\" = 1")]
    [InlineData("UPDATE \"Looks\" SET \"ActorId\" = 'iemand.anders' WHERE \"Number\" = 3")]
    [InlineData("UPDATE \"RecordHeads\" SET \"Accesses\" = 2")]
    [InlineData("DELETE FROM \"RecordHeads\"")]
    public async Task Look_SomebodyMeddled_IsNotSealed(string meddling)
    {
        await RecordAsync(3);

        await Host.MeddleAsync(meddling);

        Assert.False((await LookAsync()).IsSealed);
    }

    [Fact]
    public async Task Read_ByWhoMayNotSeeTheAccessLog_IsRefused() => await Assert.ThrowsAsync<UnauthorizedAccessException>(
        () => Host.Get<AccessHealth>().ReadAsync(DemoPeople.Sanne, Cancellation));

    private Task<AccessHealthReport> LookAsync() => Host.Get<AccessHealth>().LookAsync(Cancellation);

    private async Task RecordAsync(int times)
    {
        var finished = await FinishAsync();
        for (var time = 0; time < times; time++)
            await Host.Get<CaseAccesses>().RecordAsync([finished.Number], AccessKind.Replay, DemoPeople.Els, Cancellation);
    }
}
