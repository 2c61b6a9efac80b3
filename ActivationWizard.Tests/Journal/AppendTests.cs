using ActivationWizard.App.Journal.Events;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteAppendTests() : AppendTests(JournalProvider.Sqlite, null);

public sealed class PostgresAppendTests(PostgresServer postgres) : AppendTests(JournalProvider.Postgres, postgres);

public abstract class AppendTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    [Fact]
    public async Task ReadAsync_NoSuchCase_IsEmpty() =>
        Assert.Empty(await Host.Reading.EventsAsync(CaseNumber.Of(2026, 99), Cancellation));

    [Fact]
    public async Task AppendAsync_AWholeCase_ReadsBackAsItWas()
    {
        var finished = await FinishAsync();

        var entries = await Host.Reading.EventsAsync(finished.Number, Cancellation);

        Assert.Equal(Enumerable.Range(1, 13), entries.Select(entry => entry.Sequence));
        Assert.Equal(ActivationState.SentByEmail, ActivationCase.Fold(entries).State);
        Assert.Equal(DemoPeople.Sanne, entries[1].Actor);
        Assert.Equal(Actor.Wizard, entries[2].Actor);
        Assert.Equal(
            Story.ToTheEnd(finished.Number, DemoPeople.Sanne).Select(one => one.Fact)
                .Prepend(new CaseOpened(finished.Number, Story.Request())),
            entries.Select(entry => entry.Event),
            (one, other) => EventJson.Write(one).SequenceEqual(EventJson.Write(other)));
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task AppendAsync_SeveralEvents_ShareOneMoment()
    {
        var opened = await OpenAsync();
        Host.Clock.Advance(TimeSpan.FromMinutes(3));

        await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken(), new FactsGathered(Story.Facts));

        var entries = await Host.Reading.EventsAsync(opened.Number, Cancellation);
        var later = FixedTime.Start.AddMinutes(3);
        Assert.Equal([FixedTime.Start, later, later], entries.Select(entry => entry.At));
    }

    [Fact]
    public async Task AppendAsync_ClockPutBack_NeverGoesBeforeTheLastEvent()
    {
        var opened = await OpenAsync();
        await using var behind = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Host.Clock.Advance(TimeSpan.FromHours(1));
        var taken = await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken());

        await behind.Journal.AppendAsync(taken, [new FactsGathered(Story.Facts)], Actor.Wizard, null, Cancellation);

        Assert.Equal(FixedTime.Start.AddHours(1), (await LoadAsync(opened.Number)).ChangedAt);
    }

    [Fact]
    public async Task AppendAsync_CaseMovedOn_LosesTheRaceAndWritesNothing()
    {
        var opened = await OpenAsync();
        await AppendAsync(opened, DemoPeople.Sanne, new CaseTaken());

        var (outcome, after) = await Journal.AppendAsync(
            opened, [new CaseWithdrawn("te laat")], DemoPeople.Tom, null, Cancellation);

        Assert.Equal(AppendOutcome.LostRace, outcome);
        Assert.Same(opened, after);
        Assert.Equal(DemoPeople.Sanne, (await LoadAsync(opened.Number)).Handler);
    }

    [Fact]
    public async Task AppendAsync_AnotherInstanceWasFirst_LosesTheRace()
    {
        var opened = await OpenAsync();
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        await other.Journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Tom, null, Cancellation);

        // This instance still knows the head as it was, and only the database can tell.
        var (outcome, _) = await Journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation);

        Assert.Equal(AppendOutcome.LostRace, outcome);
        var now = await LoadAsync(opened.Number);
        Assert.Equal(DemoPeople.Tom, now.Handler);
        Assert.Equal(2, now.Version);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task AppendAsync_IllegalEvent_ThrowsAndWritesNothing()
    {
        var opened = await OpenAsync();

        await Assert.ThrowsAsync<IllegalEventException>(() =>
            Journal.AppendAsync(opened, [new CaseTaken(), new CompletedByEmail()], DemoPeople.Sanne, null, Cancellation));

        Assert.Equal(1, (await LoadAsync(opened.Number)).Version);
    }

    [Fact]
    public async Task AppendAsync_AnEffectThatWasDoneBefore_IsRefusedByTheDatabase()
    {
        var activation = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne).Take(7))
            activation = await AppendAsync(activation, actor, fact);

        await Assert.ThrowsAsync<DbUpdateException>(() => Journal.AppendAsync(
            activation, [new AccountCreated(FixedEpoch.Key(activation.Number, 7), "a-2")], Actor.Wizard, null, Cancellation));

        Assert.Equal(8, (await LoadAsync(activation.Number)).Version);
        var trouble = new EffectNotDone(
            EffectKind.CreateAccount, FixedEpoch.Key(activation.Number, 7), FailureReason.Unreachable);
        await AppendAsync(await AppendAsync(activation, Actor.Wizard, trouble), Actor.Wizard, trouble);
    }

    [Fact]
    public async Task AppendAsync_WhatMayRepeatUnderOneKey_IsAppendedEachTime()
    {
        var activation = await OpenAsync();
        foreach (var (actor, fact) in Story.ToTheEnd(activation.Number, DemoPeople.Sanne).Take(6))
            activation = await AppendAsync(activation, actor, fact);
        var (effect, key) = (EffectKind.CreateAccount, FixedEpoch.Key(activation.Number, 7));

        for (var look = 0; look < 2; look++)
        {
            activation = await AppendAsync(
                activation,
                Actor.Wizard,
                new AnswerLost(effect, key, FailureReason.Unreachable, FixedTime.Start, FixedTime.Start),
                new RequestRepeated(effect, key));
        }

        activation = await AppendAsync(activation, Actor.Wizard, new OutcomeUnknown(effect, key, FailureReason.Unreachable));
        for (var look = 0; look < 2; look++)
        {
            activation = await AppendAsync(activation, Actor.Wizard, new EvidenceFound(effect, key, EvidenceKind.Silent, null));
            activation = await AppendAsync(activation, DemoPeople.Els, new AttentionLeftOpen(effect, key, "Gebeld"));
            activation = await AppendAsync(activation, DemoPeople.Els, new LookAgainAsked(effect, key));
        }

        Assert.Equal(17, (await LoadAsync(activation.Number)).Version - 1);
    }

    [Fact]
    public async Task AppendAsync_NoSuchCase_Throws()
    {
        await using var elsewhere = await JournalHost.StartAsync(JournalProvider.Sqlite, null);
        var number = (await elsewhere.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number;
        var unknownHere = (await elsewhere.Journal.LoadAsync(number, Cancellation))!;

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            Journal.AppendAsync(unknownHere, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation));
    }

    [Fact]
    public async Task AppendAsync_SixteenCasesAtOnceOnTwoInstances_AllGetEverythingOnce()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        var numbers = await Task.WhenAll(Enumerable.Range(0, 16).Select(index => FinishOnAsync(index % 2 is 0 ? Host : other)));

        Assert.Equal(Enumerable.Range(1, 16), numbers.Select(number => number.Ordinal).Order());
        foreach (var number in numbers)
            Assert.Equal(ActivationState.SentByEmail, (await LoadAsync(number)).State);
        Assert.Empty(await Host.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task AppendAsync_TwentyAtOnceToOneCase_OneWins()
    {
        var opened = await OpenAsync();
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async index =>
        {
            await Task.Yield();
            var journal = (index % 2 is 0 ? Host : other).Journal;
            return await journal.AppendAsync(opened, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation);
        }));

        Assert.Single(outcomes, one => one.Outcome is AppendOutcome.Appended);
        Assert.Equal(19, outcomes.Count(one => one.Outcome is AppendOutcome.LostRace));
        Assert.Equal(2, (await LoadAsync(opened.Number)).Version);
    }

    [Fact]
    public async Task Database_FreshlyMade_HasNoModelChangeWithoutAMigration()
    {
        await using var context = Host.Open();

        Assert.False(context.Database.HasPendingModelChanges());
        Assert.Equal(
            Host.Storage.ConnectionString is null ? typeof(GroupWriter) : typeof(DirectWriter),
            Host.Get<IJournalWriter>().GetType());
    }

    private static async Task<CaseNumber> FinishOnAsync(JournalHost host)
    {
        await Task.Yield();
        var number = (await host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number;
        var activation = (await host.Journal.LoadAsync(number, Cancellation))!;
        foreach (var (actor, fact) in Story.ToTheEnd(number, DemoPeople.Sanne))
        {
            var (outcome, after) = await host.Journal.AppendAsync(activation, [fact], actor, null, Cancellation);
            Assert.Equal(AppendOutcome.Appended, outcome);
            activation = after;
        }

        return number;
    }
}
