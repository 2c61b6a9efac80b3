using ActivationWizard.App.Journal.Counts;
using ActivationWizard.App.Journal.Leases;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteDisturbanceTests() : DisturbanceTests(JournalProvider.Sqlite, null);

public sealed class PostgresDisturbanceTests(PostgresServer postgres) : DisturbanceTests(JournalProvider.Postgres, postgres);

/// <summary>What is wrong with an installation, and which of its instances watches, as the database has it.</summary>
public abstract class DisturbanceTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Begin_Twice_IsOneAndTheFirstMomentCounts()
    {
        var notes = Host.Get<DisturbanceNotes>();
        var since = Host.Clock.GetUtcNow();

        await notes.BeginAsync(DisturbanceKind.Unanswered, "Postex", since, null, Cancellation);
        await notes.BeginAsync(DisturbanceKind.Unanswered, "Postex", since.AddMinutes(5), null, Cancellation);
        await notes.BeginAsync(DisturbanceKind.Unanswered, "Umbrella", since, null, Cancellation);

        var all = await notes.SinceAsync(since, Cancellation);
        Assert.Equal(["Postex", "Umbrella"], all.Select(one => one.Subject).Order());
        Assert.All(all, one => Assert.Equal(since, one.Since));
    }

    [Fact]
    public async Task Claim_ByTwo_IsOneOnesAndMayBeGivenBack()
    {
        var notes = Host.Get<DisturbanceNotes>();
        var now = Host.Clock.GetUtcNow();
        await notes.BeginAsync(DisturbanceKind.Disk, "", now, null, Cancellation);
        var one = Assert.Single(await notes.SinceAsync(now, Cancellation));

        Assert.True(await notes.ClaimAsync(one.Id, isOver: false, now, Cancellation));
        Assert.False(await notes.ClaimAsync(one.Id, isOver: false, now, Cancellation));
        await notes.ReturnAsync(one.Id, isOver: false, Cancellation);
        Assert.True(await notes.ClaimAsync(one.Id, isOver: false, now, Cancellation));
        Assert.True(await notes.ClaimAsync(one.Id, isOver: true, now, Cancellation));
    }

    [Fact]
    public async Task Forget_WhatIsOverForLong_LeavesTheRestAndTheSameMayBeginAgain()
    {
        var notes = Host.Get<DisturbanceNotes>();
        var now = Host.Clock.GetUtcNow();
        await notes.BeginAsync(DisturbanceKind.Disk, "", now.AddDays(-9), now.AddDays(-9), Cancellation);
        await notes.BeginAsync(DisturbanceKind.Disk, "", now.AddDays(-1), now.AddHours(-1), Cancellation);
        await notes.BeginAsync(DisturbanceKind.Disk, "", now, null, Cancellation);

        await notes.ForgetAsync(now.AddDays(-8), Cancellation);

        Assert.Equal(2, (await notes.SinceAsync(now.AddDays(-30), Cancellation)).Count);
    }

    [Fact]
    public async Task Hold_ByTwoInstances_IsOneOnesUntilItShowsNoLifeOrLeaves()
    {
        var (one, other) = (LeaseOf(), LeaseOf());

        Assert.True(await one.HoldAsync(Patience, Cancellation));
        Assert.False(await other.HoldAsync(Patience, Cancellation));
        // As long as the one beats, no time that passes gives it to the other; the time of day plays no part.
        for (var beat = 0; beat < 3; beat++)
        {
            Host.Clock.Advance(Patience);
            Assert.True(await one.HoldAsync(Patience, Cancellation));
            Assert.False(await other.HoldAsync(Patience, Cancellation));
        }

        Host.Clock.Advance(Patience);
        Assert.True(await other.HoldAsync(Patience, Cancellation));
        Assert.False(await one.HoldAsync(Patience, Cancellation));
        await other.LeaveAsync(Cancellation);
        Assert.True(await one.HoldAsync(Patience, Cancellation));
    }

    [Fact]
    public async Task Count_OfInstances_IsOfThoseThatLive()
    {
        var (one, other) = (InstancesOf(), InstancesOf());
        await one.BeatAsync(Cancellation);
        await one.BeatAsync(Cancellation);
        await other.BeatAsync(Cancellation);

        Assert.Equal(2, await one.CountAsync(Cancellation));
        await other.LeaveAsync(Cancellation);
        Assert.Equal(1, await one.CountAsync(Cancellation));
        Assert.True(await Host.Get<DatabaseSize>().ReadAsync(Cancellation) > 10_000);
    }

    [Fact]
    public async Task Figures_OfCasesThatWaitForSomebody_CountFromWhenTheyCameThereAndLeaveOutWhatIsPutAside()
    {
        var figures = Host.Get<CaseFigures>();
        var waits = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(waits.Number, DemoPeople.Sanne).Take(6))
            waits = await AppendAsync(waits, actor, fact);
        waits = await AppendAsync(waits, Actor.Wizard, new OutcomeUnknown(
            EffectKind.CreateAccount, FixedEpoch.Key(waits.Number, 7), FailureReason.Unreachable));
        var since = Host.Clock.GetUtcNow();
        Host.Clock.Advance(TimeSpan.FromMinutes(61));
        waits = await AppendAsync(waits, Actor.Wizard, new EvidenceFound(
            EffectKind.CreateAccount, FixedEpoch.Key(waits.Number, 7), EvidenceKind.CannotTell, null));
        Assert.Equal(Host.Clock.GetUtcNow(), waits.ChangedAt);

        Assert.Empty(await figures.AttentionAsync(since.AddMinutes(-1), Cancellation));
        Assert.Equal(
            [new WaitingForAttention(waits.Number, since)], await figures.AttentionAsync(since, Cancellation));
        Assert.Equal(
            [new StateFigure(ActivationState.NeedsAttention, 1, waits.OpenedAt, since)], await figures.ReadAsync(Cancellation));

        waits = await AppendAsync(waits, DemoPeople.Sanne, new CasePutAside(new DateOnly(2030, 1, 1), "Zij bellen terug"));
        Assert.Empty(await figures.AttentionAsync(Host.Clock.GetUtcNow(), Cancellation));
        Assert.Null(Assert.Single(await figures.ReadAsync(Cancellation)).WaitsSince);

        await AppendAsync(waits, Actor.Wizard, new CaseCameBack());
        Assert.Equal(
            [new WaitingForAttention(waits.Number, since)], await figures.AttentionAsync(since, Cancellation));
    }

    [Fact]
    public async Task Figures_OfARowThatAnEarlierVersionWrote_GoByItsLastEventAndAreNoManipulation()
    {
        var waits = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(waits.Number, DemoPeople.Sanne).Take(6))
            waits = await AppendAsync(waits, actor, fact);
        waits = await AppendAsync(waits, Actor.Wizard, new OutcomeUnknown(
            EffectKind.CreateAccount, FixedEpoch.Key(waits.Number, 7), FailureReason.Unreachable));
        await using (var context = Host.Open())
            await context.Summaries.ExecuteUpdateAsync(set => set.SetProperty(row => row.StateSince, (long?)null), Cancellation);

        Assert.Equal(
            [new WaitingForAttention(waits.Number, waits.ChangedAt)],
            await Host.Get<CaseFigures>().AttentionAsync(waits.ChangedAt, Cancellation));
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Beside);
    }

    private WatchLease LeaseOf() => new(
        Host.Get<IDbContextFactory<JournalContext>>(), Host.Get<IJournalWriter>(), Host.Clock);

    private LivingInstances InstancesOf() => new(
        Host.Get<IDbContextFactory<JournalContext>>(), Host.Get<IJournalWriter>());
}
