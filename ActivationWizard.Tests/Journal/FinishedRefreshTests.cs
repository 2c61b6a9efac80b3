using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteFinishedRefreshTests() : FinishedRefreshTests(JournalProvider.Sqlite, null);

public sealed class PostgresFinishedRefreshTests(PostgresServer postgres) : FinishedRefreshTests(JournalProvider.Postgres, postgres);

/// <summary>Cases that an earlier version finished get what lists are made of.</summary>
public abstract class FinishedRefreshTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task RunAsync_CasesOfAnEarlierVersion_AreFoundAsIfFinishedNow()
    {
        var finished = await FinishAsync();
        await OpenAsync();
        await using var context = Host.Open();
        var before = await context.Summaries.SingleAsync(row => row.CompletedAt != null, Cancellation);
        var words = await context.SearchWords.OrderBy(row => row.Word).Select(row => row.Word).ToListAsync(Cancellation);
        await context.SearchWords.ExecuteDeleteAsync(Cancellation);
        await context.Summaries.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Took, (long?)null).SetProperty(row => row.SortName, "").SetProperty(row => row.Signs, 0),
            Cancellation);

        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);
        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);

        var after = await context.Summaries.SingleAsync(row => row.CompletedAt != null, Cancellation);
        Assert.Equal((before.Took, before.SortName, before.Signs, before.Marks), (after.Took, after.SortName, after.Signs, after.Marks));
        Assert.Equal(words, await context.SearchWords.OrderBy(row => row.Word).Select(row => row.Word).ToListAsync(Cancellation));
        Assert.Equal(finished.Number, Assert.Single((await Host.Finished.PageAsync(Story.TeamLead, "anna", null, 10, Cancellation)).Cases).Number);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }
}
