using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteRetentionTests() : RetentionTests(JournalProvider.Sqlite, null);

public sealed class PostgresRetentionTests(PostgresServer postgres) : RetentionTests(JournalProvider.Postgres, postgres);

/// <summary>What is past its term is erased at night, by one instance, and the figures stay.</summary>
public abstract class RetentionTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private RetentionRound Round => Host.Get<RetentionRound>();

    [Fact]
    public async Task RunAsync_EachOutcomeHasItsTerm_ErasesWhatIsPastItAndNoOpenCase()
    {
        await using var host = await JournalHost.StartAsync(
            Host.Storage, DatabaseMark.Demo, ("Retention:DoneDays", "20"), ("Retention:WithdrawnDays", "10"));
        var (done, withdrawn, open) = (await FinishAsync(), await WithdrawnAsync(), await OpenAsync());

        host.Clock.Advance(TimeSpan.FromDays(11));
        var first = await host.Get<RetentionRound>().RunAsync(again: true, Cancellation);
        Assert.Equal((1, 0), (first!.Erased, first.Failed));
        Assert.True(await IsErasedAsync(withdrawn));
        Assert.False(await IsErasedAsync(done));

        host.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(1, (await host.Get<RetentionRound>().RunAsync(again: false, Cancellation))!.Erased);
        Assert.True(await IsErasedAsync(done));
        Assert.False(await IsErasedAsync(open));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        await using var journal = Host.Open();
        Assert.Equal(["wizard"], await journal.Erasures.Select(row => row.By).Distinct().ToListAsync(Cancellation));
    }

    [Fact]
    public async Task RunAsync_FiguresOfErasedCases_AreTheSame()
    {
        await FinishAsync();
        await WithdrawnAsync();
        await Journal.TellAsync(Story.Request(), number => Story.WithTrouble(number, DemoPeople.Sanne));
        var (cases, steps) = await FiguresAsync();

        Host.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal(3, (await Round.RunAsync(again: false, Cancellation))!.Erased);

        var after = await FiguresAsync();
        Assert.Equal(cases, after.Cases);
        Assert.Equal(steps, after.Steps);
        Assert.Equal(3, cases.Count);
        // And none of what it was erased for.
        Assert.Empty((await Host.Finished.PageAsync(DemoPeople.Els, "jansen", null, 10, Cancellation)).Cases);
    }

    [Fact]
    public async Task RunAsync_AProcessActsForTheCase_LeavesItUntilItsRightIsOver()
    {
        var finished = await FinishAsync();
        Host.Clock.Advance(TimeSpan.FromDays(400));
        Assert.IsType<LeaseOutcome.Held>(
            await Host.Leases.AcquireAsync(TenantKeys.Of(Story.PartyId), finished.Number, Cancellation));

        Assert.Equal((0, 0), Counts(await Round.RunAsync(again: true, Cancellation)));
        Assert.False(await IsErasedAsync(finished));

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((1, 0), Counts(await Round.RunAsync(again: true, Cancellation)));
    }

    [Fact]
    public async Task RunAsync_AProcessWasKilledBetweenTwoCases_AnotherGoesOnWithTheRest()
    {
        var (one, two) = (await FinishAsync(), await FinishAsync());
        Host.Clock.Advance(TimeSpan.FromDays(400));
        // As a killed process leaves it: one case erased and counted, the night neither finished nor let go.
        await Host.Get<CaseErasure>().TakeAwayAsync(one.Number, "wizard", "term", Cancellation);
        await AddAsync(new RetentionRow
        {
            Night = NightNow(),
            Holder = "killed",
            BegunAt = Host.Clock.GetUtcNow().UtcTicks,
            HeldUntil = (Host.Clock.GetUtcNow() + RetentionRound.Held).UtcTicks,
            Erased = 1,
        });

        Assert.False(await Round.IsDueAsync(Cancellation));
        Assert.Null(await Round.RunAsync(again: false, Cancellation));
        Assert.False(await IsErasedAsync(two));

        Host.Clock.Advance(RetentionRound.Held);
        Assert.True(await Round.IsDueAsync(Cancellation));
        Assert.Equal((2, 0), Counts(await Round.RunAsync(again: false, Cancellation)));
        Assert.True(await IsErasedAsync(two));
        Assert.False(await Round.IsDueAsync(Cancellation));
    }

    [Fact]
    public async Task RunAsync_AProcessWasKilledAndSomebodyAsks_GoesOnAtOnce()
    {
        var (one, two) = (await FinishAsync(), await FinishAsync());
        Host.Clock.Advance(TimeSpan.FromDays(400));
        await AddAsync(new RetentionRow
        {
            Night = NightNow(),
            Holder = "killed",
            BegunAt = Host.Clock.GetUtcNow().UtcTicks,
            HeldUntil = (Host.Clock.GetUtcNow() + RetentionRound.Held).UtcTicks,
        });

        Assert.Equal((2, 0), Counts(await Round.RunAsync(again: true, Cancellation)));

        Assert.True(await IsErasedAsync(one));
        Assert.True(await IsErasedAsync(two));
    }

    [Fact]
    public async Task RunAsync_NothingWasErased_WritesNoTableAnew()
    {
        await FinishAsync();
        Assert.Equal((0, 0), Counts(await Round.RunAsync(again: false, Cancellation)));
        Assert.Empty(Host.Get<DatabaseLogs>().Left);

        Host.Clock.Advance(TimeSpan.FromDays(400));
        Assert.Equal((1, 0), Counts(await Round.RunAsync(again: false, Cancellation)));
        Assert.NotEmpty(Host.Get<DatabaseLogs>().Left);
    }

    [Fact]
    public async Task RunAsync_TwoInstancesAtOnce_OneDoesIt()
    {
        foreach (var _ in Enumerable.Range(0, 3))
            await FinishAsync();
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Host.Clock.Advance(TimeSpan.FromDays(400));
        other.Clock.Advance(TimeSpan.FromDays(400));

        var done = await Task.WhenAll(new[] { Host, other }.Select(host =>
            Task.Run(() => host.Get<RetentionRound>().RunAsync(again: false, Cancellation))));

        Assert.Equal((3, 0), Counts(Assert.Single(done.OfType<RetentionRow>())));
    }

    [Fact]
    public async Task IsDueAsync_TheFirstStart_WaitsForTheNextNightSoThatItCanBeSeenBeforehand()
    {
        // 7 September, a quarter past ten: the night begins at three, by the clock in Amsterdam.
        Assert.False(await Round.IsDueAsync(Cancellation));
        Host.Clock.SetUtcNow(new DateTimeOffset(2026, 9, 8, 0, 59, 59, TimeSpan.Zero));
        Assert.False(await Round.IsDueAsync(Cancellation));
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(await Round.IsDueAsync(Cancellation));

        Assert.NotNull(await Round.RunAsync(again: false, Cancellation));
        Assert.False(await Round.IsDueAsync(Cancellation));
        Assert.Null(await Round.RunAsync(again: false, Cancellation));
    }

    [Fact]
    public async Task RunAsync_ACaseCannotBeErased_IsNamedAndComesAgain()
    {
        var finished = await FinishAsync();
        Host.Clock.Advance(TimeSpan.FromDays(400));
        var note = Host.Get<JournalPlace>().ErasedFile;
        Directory.CreateDirectory(note);

        var failed = (await Round.RunAsync(again: true, Cancellation))!;
        Assert.Equal((0, 1), (failed.Erased, failed.Failed));
        Assert.NotEmpty(failed.Failure!);
        Assert.False(await IsErasedAsync(finished));

        Directory.Delete(note);
        Assert.Equal((1, 0), Counts(await Round.RunAsync(again: true, Cancellation)));
    }

    [Fact]
    public async Task RunAsync_AccessRecordsPastTheirTerm_AreGoneAndTheRestIsStillSealed()
    {
        var finished = await FinishAsync();
        await LookAsync(finished.Number, 3);
        await Host.Get<Checkpoints>().MakeAsync(new Dictionary<long, int>(), 0, Cancellation);
        var old = Host.Get<CheckpointWriting>().Last;
        Host.Clock.Advance(TimeSpan.FromDays(725));
        await LookAsync(finished.Number, 2);
        Host.Clock.Advance(TimeSpan.FromDays(6));

        Assert.Equal(3, (await Round.RunAsync(again: false, Cancellation))!.Accesses);
        await LookAsync(finished.Number, 1);

        Assert.Equal([4, 5, 6], await NumbersAsync());
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        Assert.Empty(await Host.Get<CheckpointComparison>().FindAsync(old, Cancellation));
        // What anybody else removes is missed as before.
        await Host.MeddleAsync("DELETE FROM \"Looks\" WHERE \"Number\" = 4");
        Assert.Contains(
            new RecordBreak(null, RecordFault.AccessMissing, "4"),
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        await Host.MeddleAsync("UPDATE \"RecordHeads\" SET \"Forgotten\" = 4");
        Assert.NotEmpty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task RunAsync_AnAccessRecordWasRemovedBefore_DoesNotCoverItUp()
    {
        var finished = await FinishAsync();
        await LookAsync(finished.Number, 3);
        await Host.MeddleAsync("DELETE FROM \"Looks\" WHERE \"Number\" = 2");
        Host.Clock.Advance(TimeSpan.FromDays(731));

        Assert.Equal(0, (await Round.RunAsync(again: false, Cancellation))!.Accesses);

        Assert.Contains(
            new RecordBreak(null, RecordFault.AccessMissing, "2"),
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task ReadAsync_TheOutlook_SaysWhatTheNextNightErasesAndWhatTheLastDid()
    {
        await FinishAsync();
        await WithdrawnAsync();
        var outlook = Host.Get<RetentionOutlook>();
        var none = await OutlookAsync();
        Assert.Equal((0, null), (none.Cases, none.Last));

        // Past its term at three tonight, and not yet now.
        Host.Clock.SetUtcNow(RetentionTerms.Before(FixedTime.Start, -365).AddHours(-1));
        var seen = await OutlookAsync();
        Assert.Equal((1, 0, 1), (seen.Done, seen.Refused, seen.Withdrawn));
        Assert.Empty(await outlook.DueAsync(Cancellation));

        Host.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(2, (await outlook.DueAsync(Cancellation)).Count);
        await Round.RunAsync(again: false, Cancellation);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var after = await OutlookAsync();
        Assert.Equal((0, 2), (after.Cases, after.Last!.Erased));
        await Assert.ThrowsAsync<UnauthorizedAccessException>(() => outlook.ReadAsync(DemoPeople.Sanne, Cancellation));

        Task<RetentionReport> OutlookAsync() => outlook.ReadAsync(DemoPeople.Bram, Cancellation);
    }

    private static (int Erased, int Failed) Counts(RetentionRow? row) => (row!.Erased, row.Failed);

    private int NightNow()
    {
        var night = DutchCalendar.NightOf(Host.Clock.GetUtcNow(), 3);
        return (night.Year * 10_000) + (night.Month * 100) + night.Day;
    }

    private async Task AddAsync(object row)
    {
        await using var context = Host.Open();
        await context.Database.OpenConnectionAsync(Cancellation);
        context.Add(row);
        await context.SaveChangesAsync(Cancellation);
    }

    private async Task<bool> IsErasedAsync(ActivationCase activation) =>
        (await Host.Reading.ReadAsync(activation.Number, Cancellation)).Break?.What is CaseFault.Erased;

    private async Task<IReadOnlyList<long?>> NumbersAsync()
    {
        await using var context = Host.Open();
        return await context.Looks.OrderBy(row => row.Number).Select(row => row.Number).ToListAsync(Cancellation);
    }

    private async Task LookAsync(CaseNumber number, int times)
    {
        for (var time = 0; time < times; time++)
            await Host.Get<CaseAccesses>().RecordAsync([number], AccessKind.Replay, DemoPeople.Els, Cancellation);
    }

    private async Task<ActivationCase> WithdrawnAsync() =>
        await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken(), new CaseWithdrawn("Dubbel"));

    // What is counted has no order of its own.
    private async Task<(IReadOnlyList<OverviewCase> Cases, IReadOnlyList<CaseStep> Steps)> FiguresAsync()
    {
        var (from, before) = (FixedTime.Start.AddDays(-1), FixedTime.Start.AddDays(1));
        var overviews = Host.Get<Overviews>();
        var cases = await overviews.CasesAsync(DemoPeople.Els, from, before, Cancellation);
        var steps = await overviews.StepsAsync(DemoPeople.Els, from, before, 100, Cancellation).ToListAsync(Cancellation);
        return ([.. cases.OrderBy(one => $"{one}")], [.. steps.OrderBy(one => $"{one}")]);
    }
}
