using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteFinishedRefreshTests() : FinishedRefreshTests(JournalProvider.Sqlite, null);

public sealed class PostgresFinishedRefreshTests(
    PostgresServer postgres) : FinishedRefreshTests(JournalProvider.Postgres, postgres);

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
        var words = await WordsAsync(context);
        await context.WordPseudonyms.ExecuteDeleteAsync(Cancellation);
        await context.Summaries.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Took, (long?)null).SetProperty(row => row.Waited, (long?)null)
                .SetProperty(row => row.Handled, (long?)null)
                .SetProperty(row => row.SortName, "").SetProperty(row => row.Signs, 0),
            Cancellation);

        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);
        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);

        var after = await context.Summaries.SingleAsync(row => row.CompletedAt != null, Cancellation);
        Assert.Equal((before.Took, before.Waited, before.Handled, before.SortName, before.Signs, before.Marks),
            (after.Took, after.Waited, after.Handled, after.SortName, after.Signs, after.Marks));
        Assert.NotNull(after.Waited);
        Assert.NotEmpty(words);
        Assert.Equal(words, await WordsAsync(context));
        Assert.Equal(finished.Number,
            Assert.Single((await Host.Finished.PageAsync(DemoPeople.Els, "anna", null, 10, Cancellation)).Cases).Number);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task RunAsync_AnEarlierVersionBesideThisOneFinishedIt_HasTheTimesOfItsEnd(int written)
    {
        var activation = await OpenAsync();
        await using var context = Host.Open();
        SummaryRow? left = null;
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne))
        {
            if (activation.Version == written)
                left = await context.Summaries.AsNoTracking().SingleAsync(Cancellation);
            Host.Clock.Advance(TimeSpan.FromSeconds(10));
            activation = await AppendAsync(activation, actor, fact);
        }

        var before = await context.Summaries.AsNoTracking().SingleAsync(Cancellation);
        await context.Summaries.ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Waited, left!.Waited).SetProperty(row => row.Handled, left.Handled)
                .SetProperty(row => row.StateSince, left.StateSince),
            Cancellation);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);

        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);

        var after = await context.Summaries.AsNoTracking().SingleAsync(Cancellation);
        Assert.Equal((before.Waited, before.Handled, before.StateSince), (after.Waited, after.Handled, after.StateSince));
        Assert.NotEqual(before.StateSince, left!.StateSince);
    }

    [Theory]
    [InlineData("Z. Y\u0131ld\u0131z", "yildiz")]
    [InlineData("Z. Yildiz", "Y\u0131ld\u0131z")]
    [InlineData("J. M\u00FCller", "muller")]
    [InlineData("S. O'Brien", "o\u2019brien")]
    [InlineData("A. \u0141ukasiewicz", "lukas")]
    public async Task Migrate_WordsOfAnEarlierFolding_AreFoldedAnew(string name, string search)
    {
        await FinishAsync(Story.Request(name));
        await using var context = Host.Open();
        // As the version before wrote them: capitals, signs and all.
        context.Add(new SearchWordRow
        {
            Case = (await context.Summaries.SingleAsync(Cancellation)).Case,
            Word = name.ToUpperInvariant(),
        });
        await context.Database.OpenConnectionAsync(Cancellation);
        await context.SaveChangesAsync(Cancellation);
        var migrator = context.GetService<IMigrator>();
        await migrator.MigrateAsync("HouseholdsAndDrafts", Cancellation);
        await migrator.MigrateAsync(cancellationToken: Cancellation);

        await Host.Get<FinishedRefresh>().RunAsync(Cancellation);

        Assert.Single((await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases);
        Assert.DoesNotContain(
            name.ToUpperInvariant(), await context.SearchWords.Select(row => row.Word).ToListAsync(Cancellation));
    }

    private static Task<List<string>> WordsAsync(JournalContext context) =>
        context.WordPseudonyms.OrderBy(row => row.Pseudonym).Select(row => row.Pseudonym).ToListAsync(Cancellation);
}
