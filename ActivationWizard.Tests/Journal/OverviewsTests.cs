using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Overview;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteOverviewsTests() : OverviewsTests(JournalProvider.Sqlite, null);

public sealed class PostgresOverviewsTests(PostgresServer postgres) : OverviewsTests(JournalProvider.Postgres, postgres);

/// <summary>What the overview is made of, out of a real journal.</summary>
public abstract class OverviewsTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private Overviews Overviews => Host.Get<Overviews>();

    [Fact]
    public async Task CasesAsync_FourCases_AreAsTheyEnded()
    {
        await FinishAsync();
        await WithdrawnAsync();
        await WithTroubleAsync();
        await OpenAsync();

        var cases = await CasesAsync(Host.Clock.GetUtcNow().AddMinutes(1));

        Assert.Equal([Scenario.Email, null, Scenario.Email], cases.Select(one => one.Scenario));
        Assert.All(cases, one => Assert.Equal((Row.D22, null), (one.Row, one.Ground)));
        Assert.Equal([false, false, true], cases.Select(one => one.IsByHand));
        Assert.Equal([default, default, new SystemMarks(2, 1, 1)], cases.Select(one => one.Marks.Umbrella));
        // The request came in half an hour before it had a case.
        Assert.All(cases, one => Assert.Equal(TimeSpan.FromMinutes(30), one.Waited));
    }

    [Fact]
    public async Task CasesAsync_AnotherWayThanWasProposed_SaysOfWhichRule()
    {
        var activation = await ProposedAsync();
        activation = await AppendAsync(activation, DemoPeople.Sanne, new RefusalChosen("Aanvrager wil niet meer"));
        await AppendAsync(activation, DemoPeople.Sanne, new CaseWithdrawn("Nabestaande belt"));

        var one = Assert.Single(await CasesAsync(Host.Clock.GetUtcNow().AddMinutes(1)));

        Assert.Equal((true, Row.D22), (one.IsDeviation, one.Row));
    }

    [Fact]
    public async Task CasesAsync_ThePeriod_IncludesItsBeginningAndNotItsEnd()
    {
        var ended = (await FinishAsync()).CompletedAt!.Value;

        Assert.Single(await Overviews.CasesAsync(DemoPeople.Els, ended, ended.AddTicks(1), Cancellation));
        Assert.Empty(await Overviews.CasesAsync(DemoPeople.Els, ended.AddTicks(1), ended.AddDays(1), Cancellation));
        Assert.Empty(await Overviews.CasesAsync(DemoPeople.Els, ended.AddDays(-1), ended, Cancellation));
    }

    [Fact]
    public async Task StepsAsync_OfTheCasesThatEndedLast_GoCaseAfterCase()
    {
        await FinishAsync();
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await FinishAsync();
        Host.Clock.Advance(TimeSpan.FromDays(1));
        await FinishAsync();
        await OpenAsync();

        var steps = await StepsAsync(2);

        Assert.Equal(26, steps.Count);
        Assert.Equal(2, steps.DistinctBy(one => one.Case).Count());
        Assert.Equal(steps.OrderBy(one => one.Case).Select(one => one.Case), steps.Select(one => one.Case));
        var kinds = Replays.ByEmail.Select(entry => JournalNames.Of(entry.Event)).ToList();
        Assert.Equal(kinds.Concat(kinds), steps.Select(one => one.Kind));
        Assert.Equal(39, (await StepsAsync(10)).Count);
    }

    [Fact]
    public async Task Heat_OfARealJournal_HasEveryCase()
    {
        await FinishAsync();
        await WithdrawnAsync();

        var heat = await StateHeat.OfAsync((await StepsAsync(10)).ToAsyncEnumerable(), Cancellation);

        Assert.Equal(2, heat.Cases);
        Assert.Equal(
            [ActivationState.SentByEmail, ActivationState.Withdrawn],
            heat.States.Where(one => one.State.IsFinal && one.Visits is 1).Select(one => one.State).Order());
    }

    [Fact]
    public async Task Overviews_ForAnyoneButATeamLead_AreRefused()
    {
        foreach (var person in new[] { DemoPeople.Sanne, DemoPeople.Bram, Actor.Wizard })
        {
            await Assert.ThrowsAsync<UnauthorizedAccessException>(
                () => Overviews.CasesAsync(person, default, default, Cancellation));
            await Assert.ThrowsAsync<UnauthorizedAccessException>(async () =>
                await Overviews.StepsAsync(person, default, default, 1, Cancellation).ToListAsync(Cancellation));
        }
    }

    private Task<IReadOnlyList<OverviewCase>> CasesAsync(DateTimeOffset before) =>
        Overviews.CasesAsync(DemoPeople.Els, before.AddDays(-7), before, Cancellation);

    private async Task<IReadOnlyList<CaseStep>> StepsAsync(int most)
    {
        var now = Host.Clock.GetUtcNow();
        return await Overviews.StepsAsync(DemoPeople.Els, now.AddDays(-7), now.AddMinutes(1), most, Cancellation)
            .ToListAsync(Cancellation);
    }

    private async Task<ActivationCase> ProposedAsync()
    {
        var activation = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne).Take(3))
            activation = await AppendAsync(activation, actor, fact);
        return activation;
    }

    private async Task WithdrawnAsync() =>
        await AppendAsync(await ProposedAsync(), DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

    private async Task WithTroubleAsync() =>
        await Journal.TellAsync(Story.Request(), number => Story.WithTrouble(number, DemoPeople.Sanne));
}
