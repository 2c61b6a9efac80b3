using System.Text;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteReopenedCaseTests() : ReopenedCaseTests(JournalProvider.Sqlite, null);

public sealed class PostgresReopenedCaseTests(PostgresServer postgres) : ReopenedCaseTests(JournalProvider.Postgres, postgres);

/// <summary>A case that was reopened as another: both in one transaction, in rows, files and lists.</summary>
public abstract class ReopenedCaseTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task ReopenAsync_BothAreOnDiskAndFit()
    {
        var done = await FinishAsync();

        var (opened, after) = await Journal.ReopenAsync(
            done, done.Request, "Niet aangekomen", DemoPeople.Sanne, Cancellation);

        Assert.Equal(after.ReopenedAs, (await LoadAsync(done.Number)).ReopenedAs);
        Assert.Equal(
            new ReopenedCase(done.Number, "Niet aangekomen"), (await LoadAsync(opened!.Number)).Reopens);
        Assert.Equal(opened.Number, after.ReopenedAs!.Number);
        // Both go on as if nothing special had happened.
        await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken());
        Assert.Equal(done.Number, Assert.Single(await FinishedAsync()).Number);
        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Empty(found.Breaks);
        Assert.Empty(found.Beside);
    }

    [Fact]
    public async Task ReopenAsync_SomebodyElseWasFirst_OpensNothing()
    {
        var done = await FinishAsync();
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.NotNull((await other.Journal.ReopenAsync(done, done.Request, "eerste", DemoPeople.Tom, Cancellation)).Opened);

        var (opened, after) = await Journal.ReopenAsync(done, done.Request, "tweede", DemoPeople.Sanne, Cancellation);

        Assert.Equal((null, done.Version), (opened, after.Version));
        await using var context = Host.Open();
        Assert.Equal(2, await context.Summaries.CountAsync(Cancellation));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task ReopenAsync_ErasedMeanwhile_OpensNothing()
    {
        var done = await FinishAsync();
        await using (var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo))
            await other.Get<CaseErasure>().EraseAsync(done.Number, "bram", "inzage", Cancellation);

        // This process knows the case as it was, with its key.
        var (opened, _) = await Journal.ReopenAsync(done, done.Request, "x", DemoPeople.Sanne, Cancellation);

        Assert.Null(opened);
        await using var context = Host.Open();
        Assert.Equal(1, await context.Summaries.CountAsync(Cancellation));
        await Assert.ThrowsAsync<UnreadableCaseException>(() => LoadAsync(done.Number));
    }

    [Fact]
    public async Task JsonAsync_OfBoth_IsTakenInElsewhere()
    {
        var done = await FinishAsync();
        var (opened, _) = await Journal.ReopenAsync(done, done.Request, "Niet aangekomen", DemoPeople.Sanne, Cancellation);
        await AppendAsync(
            opened!, DemoPeople.Sanne, new CaseTaken(), new NoteAdded("Gebeld"), new CaseWithdrawn("Alsnog aangekomen"));

        await using var elsewhere = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        foreach (var number in new[] { done.Number, opened!.Number })
        {
            var file = await Host.Get<CaseExport>().JsonAsync(number, DemoPeople.Els, Cancellation);
            Assert.Contains("Niet aangekomen", Encoding.UTF8.GetString(file!), StringComparison.Ordinal);
            await elsewhere.Get<CaseImport>().ImportAsync(file!, Cancellation);
        }

        Assert.Equal(
            opened.Number, (await elsewhere.Journal.LoadAsync(done.Number, Cancellation))!.ReopenedAs!.Number);
        Assert.Equal("Gebeld", Assert.Single((await elsewhere.Journal.LoadAsync(opened.Number, Cancellation))!.Story).Text);
        Assert.Empty((await elsewhere.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    private async Task<IReadOnlyList<CaseSummary>> FinishedAsync() =>
        (await Host.Finished.PageAsync(DemoPeople.Els, "", null, 10, Cancellation)).Cases;
}
