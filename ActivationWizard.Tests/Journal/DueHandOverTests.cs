using System.Text;
using ActivationWizard.App.Background;
using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteDueHandOverTests() : DueHandOverTests(JournalProvider.Sqlite, null);

public sealed class PostgresDueHandOverTests(PostgresServer postgres) : DueHandOverTests(JournalProvider.Postgres, postgres);

/// <summary>A case that was being carried out when its employee's cases were handed over follows, whatever happens.</summary>
public abstract class DueHandOverTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly PassOn ToTom = new(DemoPeople.Sanne.Id, DemoPeople.Tom, "Sanne is ziek")
    {
        Act = new Guid("0197f2a4-0000-7000-8000-000000000412"),
    };

    private DueHandOvers Due => Host.Get<DueHandOvers>();

    [Fact]
    public async Task RunAsync_InTheMiddleOfAStep_WaitsAndHandsOverAfterItAlsoAtAnotherInstance()
    {
        var underWay = await UnderWayAsync();
        Assert.True(await PutAsync(underWay.Number, ToTom));
        await RoundOf(Host).RunAsync(Cancellation);
        Assert.Equal(DemoPeople.Sanne, (await LoadAsync(underWay.Number)).Handler);

        await StopAsync(underWay);
        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        await RoundOf(again).RunAsync(Cancellation);

        var given = await LoadAsync(underWay.Number);
        Assert.Equal((DemoPeople.Tom, ActivationState.NeedsAttention), (given.Handler, given.State));
        var last = (await Host.Reading.EventsAsync(underWay.Number, Cancellation))[^1];
        Assert.Equal((DemoPeople.Els, new CaseHandedOver(DemoPeople.Tom, "Sanne is ziek", ToTom.Act)), (last.Actor, last.Event));
        Assert.Empty(await Due.AllAsync(Cancellation));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
    }

    [Fact]
    public async Task RunAsync_TwoInstancesAtOnce_HandOverOnce()
    {
        var underWay = await UnderWayAsync();
        await PutAsync(underWay.Number, ToTom);
        await StopAsync(underWay);
        await using var again = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        await Task.WhenAll(RoundOf(Host).RunAsync(Cancellation), RoundOf(again).RunAsync(Cancellation));

        Assert.Single(
            await Host.Reading.EventsAsync(underWay.Number, Cancellation), entry => entry.Event is CaseHandedOver);
        Assert.Empty(await Due.AllAsync(Cancellation));
    }

    [Fact]
    public async Task RunAsync_AColleagueWhoSettledSomethingInItAsTeamLead_GivesItToTheList()
    {
        var held = await AppendAsync(
            await OpenAsync(), DemoPeople.Sanne, new CaseTaken(),
            new HoldPlaced(HoldReason.ArrangementUnderAdministration, Story.Verdict));
        await AppendAsync(held, DemoPeople.Tom with { Role = Role.TeamLead }, new ArrangementDecided(true, "Betaalt"));
        await PutAsync(held.Number, ToTom);

        await RoundOf(Host).RunAsync(Cancellation);

        var given = await LoadAsync(held.Number);
        Assert.Equal((null, "Sanne is ziek"), (given.Handler, given.Skipped?.Note));
    }

    [Fact]
    public async Task RunAsync_ACaseThatIsOverOrSomebodyElses_ForgetsIt()
    {
        var (ended, other) = (await UnderWayAsync(), await UnderWayAsync());
        await PutAsync(ended.Number, ToTom);
        await PutAsync(other.Number, ToTom with { FromId = "iemand" });
        await AppendAsync(await StopAsync(ended), DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));

        await RoundOf(Host).RunAsync(Cancellation);

        Assert.Empty(await Due.AllAsync(Cancellation));
        Assert.Equal(DemoPeople.Sanne, (await LoadAsync(other.Number)).Handler);
        Assert.False(await PutAsync(ended.Number, ToTom));
    }

    [Fact]
    public async Task PutAsync_AReason_IsNotReadableInTheTableAndGoesWithTheCase()
    {
        var underWay = await UnderWayAsync();
        await PutAsync(underWay.Number, ToTom);
        await using var context = Host.Open();

        var row = await context.DueHandOvers.SingleAsync(Cancellation);
        Assert.DoesNotContain("ziek", Encoding.Latin1.GetString(row.Payload), StringComparison.Ordinal);
        Assert.Equal(ToTom, Assert.Single(await Due.AllAsync(Cancellation)).Answer);
        await AppendAsync(await StopAsync(underWay), DemoPeople.Sanne, new CaseWithdrawn("Dubbel"));
        await Host.Get<CaseErasure>().EraseAsync(underWay.Number, DemoPeople.Bram.Id, "Asked by the tenant", Cancellation);
        Assert.Empty(await context.DueHandOvers.ToListAsync(Cancellation));
    }

    [Theory]
    [InlineData("\"ToId\" = 'sanne'")]
    [InlineData("\"ById\" = 'tom'")]
    [InlineData("\"At\" = \"At\" + 1")]
    public async Task Verify_ADueHandOverThatWasMeddledWith_IsNamedAndNotCarriedOut(string set)
    {
        var underWay = await UnderWayAsync();
        await PutAsync(underWay.Number, ToTom);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);

        await Host.MeddleAsync($"UPDATE \"DueHandOvers\" SET {set}");

        Assert.Equal(
            [new RecordBreak(underWay.Number, RecordFault.HandOverChanged)],
            (await Host.Verification.CheckAllAsync(Cancellation)).Beside);
        await StopAsync(underWay);
        await RoundOf(Host).RunAsync(Cancellation);
        Assert.Equal(DemoPeople.Sanne, (await LoadAsync(underWay.Number)).Handler);
    }

    private static DueHandOverRound RoundOf(JournalHost host) => new(
        host.Get<DueHandOvers>(),
        new AnswerHandler(
            host.Journal, new TenantGuard(host.Journal, host.Leases), new TypedCodes(new World().Umbrella, Sample.Settings),
            Sample.Settings, host.Clock),
        new WaitingCases(host.Clock));

    private Task<bool> PutAsync(CaseNumber number, PassOn answer) =>
        Due.PutAsync(new DueHandOver(number, answer, DemoPeople.Els, Host.Clock.GetUtcNow()), Cancellation);

    // The account is being activated: nobody knows yet what comes of it.
    private async Task<ActivationCase> UnderWayAsync()
    {
        var activation = await OpenAsync();
        foreach (var (actor, happened) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne).Take(8))
            activation = await AppendAsync(activation, actor, happened);
        return activation;
    }

    private Task<ActivationCase> StopAsync(ActivationCase underWay) => AppendAsync(
        underWay, Actor.Wizard,
        new OutcomeUnknown(
            EffectKind.ActivateAccount, FixedEpoch.Key(underWay.Number, 9), FailureReason.Unreachable));
}
