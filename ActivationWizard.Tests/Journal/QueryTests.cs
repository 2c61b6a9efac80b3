using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteQueryTests() : QueryTests(JournalProvider.Sqlite, null);

public sealed class PostgresQueryTests(PostgresServer postgres) : QueryTests(JournalProvider.Postgres, postgres);

public abstract class QueryTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly CaseNumber Nobodys = CaseNumber.Of(2026, 99);

    [Fact]
    public async Task WorkListAsync_EveryFilter_ShowsItsOpenCasesLongestWaitingFirst()
    {
        var usual = Story.Request().ReceivedAt;
        // Earlier, though its text sorts later.
        var elsewhere = usual.AddMinutes(-5).ToOffset(TimeSpan.FromHours(2));
        var late = await OpenAsync(Story.Request("Laat") with { ReceivedAt = usual.AddMinutes(5) });
        var early = await OpenAsync(Story.Request("Vroeg") with { ReceivedAt = elsewhere });
        var mine = await AppendAsync(await OpenAsync(Story.Request("Van mij")), DemoPeople.Sanne, new CaseTaken());
        var held = await AppendAsync(
            await OpenAsync(Story.Request("Wacht")),
            DemoPeople.Tom,
            new CaseTaken(),
            new HoldPlaced(HoldReason.Deceased, Story.Verdict));
        await FinishAsync();

        Assert.Equal([early.Number, mine.Number, held.Number, late.Number], await NumbersAsync(WorkListFilter.All));
        Assert.Equal([early.Number, late.Number], await NumbersAsync(WorkListFilter.New));
        Assert.Equal([mine.Number], await NumbersAsync(WorkListFilter.Mine));
        Assert.Equal([held.Number], await NumbersAsync(WorkListFilter.OnHold));
        Assert.Equal(new WorkListCounts(2, 1, 1), await Host.Queries.CountsAsync(DemoPeople.Sanne, Cancellation));
        Assert.Equal(new WorkListCounts(2, 0, 1), await Host.Queries.CountsAsync(DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task CountsAsync_NothingOpen_AreZero()
    {
        Assert.Equal(new WorkListCounts(0, 0, 0), await Host.Queries.CountsAsync(DemoPeople.Sanne, Cancellation));
        Assert.Equal(0, await Host.Queries.NeedsAttentionCountAsync(DemoPeople.Sanne, Cancellation));
        Assert.Empty(await NumbersAsync(WorkListFilter.All));
    }

    [Fact]
    public async Task FindAsync_EveryStageOfACase_IsItsSummary()
    {
        var activation = await OpenAsync();
        Assert.Equal(Host.Read(activation), await Host.Queries.FindAsync(activation.Number, DemoPeople.Sanne, Cancellation));
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne))
        {
            Host.Clock.Advance(TimeSpan.FromSeconds(7));
            activation = await AppendAsync(activation, actor, fact);
            Assert.Equal(
                Host.Read(activation), await Host.Queries.FindAsync(activation.Number, DemoPeople.Sanne, Cancellation));
        }

        Assert.Null(await Host.Queries.FindAsync(Nobodys, DemoPeople.Sanne, Cancellation));
    }

    [Fact]
    public async Task UnderWay_CasesThatWaitForASystem_AreGivenToTheRecovery()
    {
        var underWay = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(underWay.Number, DemoPeople.Sanne).Take(6))
            underWay = await AppendAsync(underWay, actor, fact);
        var arrived = await OpenAsync();
        await FinishAsync();

        Assert.Equal([new(underWay.Number, false), new(arrived.Number, true)],
            (await UnderWayAsync()).OrderBy(one => one.Number.Ordinal));

        var unknown = new OutcomeUnknown(EffectKind.CreateAccount, FixedEpoch.Key(underWay.Number, 7), FailureReason.Unreachable);
        await AppendAsync(underWay, Actor.Wizard, unknown);
        Assert.Equal(
            [new(underWay.Number, false), new(arrived.Number, true)], (await UnderWayAsync()).OrderBy(one => one.Number.Ordinal));
        Assert.Equal(1, await Host.Queries.NeedsAttentionCountAsync(DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task UnderWay_AProcessActsForTheCase_IsGivenToTheRecoveryOnceItsRightIsOver()
    {
        var tenant = TenantKeys.Of(Story.PartyId);
        var one = await OpenAsync();
        var held = Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(tenant, one.Number, Cancellation));
        Assert.Empty(await UnderWayAsync());

        Host.Clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal([new(one.Number, true)], await UnderWayAsync());

        await Host.Leases.YieldAsync(held.Claim);
        Assert.IsType<LeaseOutcome.Held>(await Host.Leases.AcquireAsync(tenant, one.Number, Cancellation));
        Host.Clock.AdjustTime(Host.Clock.GetUtcNow().AddHours(-2));
        Assert.Equal([new(one.Number, true)], await UnderWayAsync());
    }

    [Fact]
    public async Task PageAsync_ManyFinishedCases_GoesByKeyAndMissesNone()
    {
        var finished = new List<CaseNumber>();
        for (var index = 0; index < 7; index++)
        {
            // Three of them end at the very same moment.
            if (index is < 2 or > 4)
                Host.Clock.Advance(TimeSpan.FromSeconds(1));
            finished.Add((await FinishAsync(handler: index % 2 is 0 ? DemoPeople.Sanne : DemoPeople.Tom)).Number);
        }

        Assert.Equal(Enumerable.Reverse(finished), await AllPagesAsync(DemoPeople.Els, 3));
        Assert.Equal(Enumerable.Reverse(finished).Where((_, index) => index % 2 is 0), await AllPagesAsync(DemoPeople.Sanne, 2));
        Assert.Equal(Enumerable.Reverse(finished).Where((_, index) => index % 2 is 1), await AllPagesAsync(DemoPeople.Tom, 100));
    }

    [Theory]
    [InlineData("jansen", 2)]
    [InlineData("  ANNA   jansen ", 1)]
    [InlineData("jansen dorpsstraat", 2)]
    [InlineData("5612ab", 4)]
    [InlineData("5612 ab", 4)]
    [InlineData("2026-00003", 1)]
    [InlineData("00003", 1)]
    [InlineData("jans", 2)]
    [InlineData("ansen", 0)]
    [InlineData("brien", 1)]
    [InlineData("citroen", 1)]
    [InlineData("citroën", 1)]
    [InlineData("CITROËN", 1)]
    [InlineData("o'brien", 1)]
    [InlineData("100%", 1)]
    [InlineData("%", 0)]
    [InlineData("_", 0)]
    [InlineData("\\", 0)]
    [InlineData("istanbul", 1)]
    [InlineData("o\u2019brien", 1)]
    [InlineData("o\u02BCbrien", 1)]
    [InlineData("obrien", 1)]
    [InlineData("c.obrien", 0)]
    [InlineData("citroenobrien", 1)]
    [InlineData("a.jansen", 0)]
    [InlineData("annajansen", 1)]
    [InlineData("jansen, bram", 1)]
    [InlineData("ss", 1)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("‮nesnaj", 0)]
    [InlineData("\0", 4)]
    [InlineData("", 4)]
    [InlineData(null, 4)]
    public async Task PageAsync_ASearch_FindsBeginningsOfWordsWhateverTheirCase(string? search, int expected)
    {
        await FinishAsync(Story.Request("Anna Jansen"));
        await FinishAsync(Story.Request("Bram Jansen 100%_\\"));
        await FinishAsync(Story.Request("Citroe\u0308n O'Brien"));
        await FinishAsync(Story.Request("İstanbul ß 👩‍🦱"));

        Assert.Equal(expected, (await Host.Finished.PageAsync(DemoPeople.Els, search, null, 10, Cancellation)).Cases.Count);
    }

    [Fact]
    public async Task UnderWayAsync_PutAside_IsThereFromTheFirstMomentOfItsDayInTheNetherlands()
    {
        var day = DutchCalendar.DayOf(Host.Clock.GetUtcNow()).AddDays(3);
        var open = await OpenAsync();
        var aside = await AppendAsync(
            open, DemoPeople.Sanne, new CaseTaken(), new FactsGathered(Story.Facts), new ProposalMade(Story.Verdict),
            new CasePutAside(day, "Zij belt terug"));

        Host.Clock.Advance(DutchCalendar.StartOf(day).AddTicks(-1) - Host.Clock.GetUtcNow());
        Assert.DoesNotContain(aside.Number, (await UnderWayAsync()).Select(one => one.Number));
        Host.Clock.Advance(TimeSpan.FromTicks(1));
        Assert.Equal(
            new CaseUnderWay(aside.Number, IsArrival: false),
            Assert.Single(await UnderWayAsync(), one => one.Number == aside.Number));

        await AppendAsync(aside, Actor.Wizard, new CaseCameBack());
        Assert.DoesNotContain(aside.Number, (await UnderWayAsync()).Select(one => one.Number));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task PageAsync_AnEndlessSearch_IsJustNotFound()
    {
        await FinishAsync();

        var (oneWord, manyWords) = (new string('a', 100_000), string.Concat(Enumerable.Repeat("anna ", 20_000)));

        Assert.Empty((await Host.Finished.PageAsync(DemoPeople.Els, oneWord, null, int.MaxValue, Cancellation)).Cases);
        Assert.Single((await Host.Finished.PageAsync(DemoPeople.Els, manyWords, null, -1, Cancellation)).Cases);
    }

    [Fact]
    public async Task ReplayAsync_FinishedOrUnderWay_IsForItsHandlerAndTheTeamLead()
    {
        var finished = (await FinishAsync()).Number;
        var open = (await OpenAsync()).Number;

        Assert.Equal(13, (await Host.Finished.ReplayAsync(finished, DemoPeople.Sanne, Cancellation))!.Entries.Count);
        Assert.Equal(13, (await Host.Finished.ReplayAsync(finished, DemoPeople.Els, Cancellation))!.Entries.Count);
        Assert.Null(await Host.Finished.ReplayAsync(finished, DemoPeople.Tom, Cancellation));
        Assert.Single((await Host.Finished.ReplayAsync(open, DemoPeople.Els, Cancellation))!.Entries);
        Assert.Null(await Host.Finished.ReplayAsync(open, DemoPeople.Tom, Cancellation));
        Assert.Null(await Host.Finished.ReplayAsync(Nobodys, DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task EveryQuery_SystemManager_IsRefused()
    {
        var (queries, bram) = (Host.Queries, DemoPeople.Bram);
        Func<Task>[] asked =
        [
            () => queries.WorkListAsync(bram, WorkListFilter.All, Cancellation),
            () => queries.CountsAsync(bram, Cancellation),
            () => queries.NeedsAttentionCountAsync(bram, Cancellation),
            () => queries.FindAsync(Nobodys, bram, Cancellation),
            () => Host.Finished.PageAsync(bram, (string?)null, null, 10, Cancellation),
            () => Host.Finished.ReplayAsync(Nobodys, bram, Cancellation),
        ];

        foreach (var one in asked)
            await Assert.ThrowsAsync<UnauthorizedAccessException>(one);
    }

    private Task<IReadOnlyList<CaseUnderWay>> UnderWayAsync() => Host.Get<CasesUnderWay>().ReadAsync(Cancellation);

    private async Task<IEnumerable<CaseNumber>> NumbersAsync(WorkListFilter filter) =>
        (await Host.Queries.WorkListAsync(DemoPeople.Sanne, filter, Cancellation)).Select(one => one.Number);

    private async Task<List<CaseNumber>> AllPagesAsync(Actor actor, int rows)
    {
        var (numbers, next) = (new List<CaseNumber>(), (FinishedCursor?)null);
        do
        {
            var page = await Host.Finished.PageAsync(actor, (string?)null, next, rows, Cancellation);
            numbers.AddRange(page.Cases.Select(one => one.Number));
            next = page.Next;
        }
        while (next is not null);
        return numbers;
    }
}
