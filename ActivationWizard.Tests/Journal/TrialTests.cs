using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Retention;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteTrialTests() : TrialTests(JournalProvider.Sqlite, null);

public sealed class PostgresTrialTests(PostgresServer postgres) : TrialTests(JournalProvider.Postgres, postgres);

/// <summary>Cases in which the wizard was tried out, in a real journal.</summary>
public abstract class TrialTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly PracticeRecorded AsProposed = new(Practice.AsProposed, null, null, null);
    private static readonly PracticeRecorded Instead = new(Practice.CodeByLetter, null, PracticeReason.KnewMore, "Belde op");

    private Trials Trials => Host.Get<Trials>();

    [Fact]
    public async Task CasesAsync_OfAPeriod_AreTheTrialsWithWhatWasDoneInstead()
    {
        var agreed = await TriedAsync(AsProposed);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        var different = await TriedAsync(Instead);
        await FinishAsync();

        var cases = await CasesAsync();

        Assert.Equal(
            [(different.Number, true, Instead), (agreed.Number, false, null)],
            cases.Select(one => (one.Number, one.IsDifferent, one.Practice)));
        Assert.All(cases, one => Assert.Equal(
            (Route.EmailTenant, Row.D22, null, null), (one.Route, one.Row, one.Ground, one.Hold)));
        Assert.Empty(await Trials.CasesAsync(
            DemoPeople.Els, different.CompletedAt!.Value.AddTicks(1), DateTimeOffset.MaxValue, Cancellation));
    }

    [Fact]
    public async Task Trial_InTheJournal_IsWholeAndInNoFigureOfTheWizard()
    {
        await TriedAsync(Instead);

        var found = await Host.Verification.CheckAllAsync(Cancellation);
        Assert.Equal((1, 0, 0), (found.Cases, found.Breaks.Count, found.Beside.Count));
        var overviews = Host.Get<Overviews>();
        Assert.Empty(await overviews.CasesAsync(
            DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Cancellation));
        Assert.Empty(await overviews.StepsAsync(
            DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, 10, Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task CodeGivenInATrial_IsFoundByWhoAsksForARecentOne()
    {
        await TriedAsync(new PracticeRecorded(Practice.Nothing, null, PracticeReason.KnewMore, null));
        Assert.Null((await LastAsync()).SentAt);
        var given = await TriedAsync(AsProposed);

        Assert.Equal((given.CompletedAt, given.Number), ((await LastAsync()).SentAt, (await LastAsync()).Case));

        Task<RecentCodeFinding> LastAsync() =>
            Host.Get<ICodeHistory>().LastCodeSentAsync(TenantKeys.Of(Story.PartyId), Cancellation);
    }

    [Fact]
    public async Task Trial_PastItsTerm_IsErasedAndKeepsItsFigures()
    {
        var tried = await TriedAsync(Instead);
        Host.Clock.Advance(TimeSpan.FromDays(89));
        Assert.Equal(0, (await Host.Get<RetentionRound>().RunAsync(again: true, Cancellation))!.Erased);

        Host.Clock.Advance(TimeSpan.FromDays(2));
        var outlook = await Host.Get<RetentionOutlook>().ReportAsync(Host.Clock.GetUtcNow(), Cancellation);
        Assert.Equal((1, 1, 0), (outlook.Tried, outlook.Cases, outlook.Done));
        Assert.Equal(1, (await Host.Get<RetentionRound>().RunAsync(again: false, Cancellation))!.Erased);

        var one = Assert.Single(await CasesAsync());
        Assert.Equal((tried.Number, true, Route.EmailTenant, null), (one.Number, one.IsDifferent, one.Route, one.Practice));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    [Fact]
    public async Task Trial_TakenInElsewhere_IsATrialThere()
    {
        var tried = await TriedAsync(Instead);
        var file = await Host.Get<CaseExport>().JsonAsync(tried.Number, DemoPeople.Els, Cancellation);
        await using var other = await JournalHost.StartAsync(JournalProvider.Sqlite, null);

        Assert.Null((await other.Get<CaseImport>().ImportAsync(file!, Cancellation)).Refusal);

        var there = (await other.Reading.ReadAsync(tried.Number, Cancellation)).Case!;
        Assert.Equal((ActivationState.TriedOut, true, Instead), (there.State, there.IsTrial, there.Practice));
    }

    [Fact]
    public async Task TakeAlongAsync_EachCaseInIt_IsWrittenDown()
    {
        var tried = await TriedAsync(Instead);

        Assert.Single(await Trials.TakeAlongAsync(
            DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Cancellation).ToListAsync(Cancellation));

        var access = Assert.Single(await Host.Get<CaseAccesses>().OfAsync(tried.Number, DemoPeople.Sanne, Cancellation));
        Assert.Equal((AccessKind.List, DemoPeople.Els), (access.Kind, access.Actor));
    }

    [Fact]
    public async Task Trials_ForAnyoneButATeamLead_AreRefused()
    {
        foreach (var person in new[] { DemoPeople.Sanne, DemoPeople.Bram, Actor.Wizard })
            await Assert.ThrowsAsync<UnauthorizedAccessException>(
                () => Trials.CasesAsync(person, default, default, Cancellation));
    }

    private Task<IReadOnlyList<TrialCase>> CasesAsync() =>
        Trials.CasesAsync(DemoPeople.Els, DateTimeOffset.MinValue, DateTimeOffset.MaxValue, Cancellation);

    private async Task<ActivationCase> TriedAsync(PracticeRecorded practice)
    {
        var taken = await AppendAsync(await OpenAsync(), DemoPeople.Sanne, new CaseTaken());
        var proposed = await AppendAsync(
            taken, Actor.Wizard, new TrialBegun(), new FactsGathered(Story.Facts), new ProposalMade(Story.Verdict));
        return await AppendAsync(proposed, DemoPeople.Sanne, practice);
    }
}
