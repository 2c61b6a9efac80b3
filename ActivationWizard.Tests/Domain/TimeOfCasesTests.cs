using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;

namespace ActivationWizard.Tests.Domain;

/// <summary>What goes by the clock in the life of a case, at every moment of <see cref="DutchClock.Instants"/>.</summary>
public sealed class TimeOfCasesTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public void Calendar_AnyMoment_IsOnTheDutchClock()
    {
        var table = new Table("calendar");
        foreach (var now in DutchClock.Instants)
        {
            var today = DutchClock.Day(now);
            table.Hold($"day of {now:O}", today, DutchCalendar.DayOf(now));
            table.Hold($"day of {now:O}, written in Tokyo", today, DutchCalendar.DayOf(now.ToOffset(TimeSpan.FromHours(9))));
            table.Hold($"today at {now:O}", today, DutchCalendar.Today(new FakeTimeProvider(now)));
            table.Hold($"midnight of {now:O}", DutchClock.Midnight(today), DutchCalendar.StartOf(today));
            foreach (var days in new[] { 0, 1, 7 })
                table.Hold($"{days} days after {now:O}", DaysAfter(now, days), DutchCalendar.DaysAfter(now, days));
            // A key is forgotten by the system after so many hours, whatever a clock on a wall says.
            table.Hold(
                $"key of {now:O}", now.UtcTicks + TimeSpan.FromMinutes(24 * 60 - 2).Ticks,
                RecoveryPlan.Standard.KeyValidUntil(now).UtcTicks);
        }

        table.Check(900);
    }

    [Fact]
    public async Task CodeForALetter_EndingAboutAWeekLater_IsUsedFromAWeekOn()
    {
        var table = new Table("code validity");
        foreach (var now in DutchClock.Instants.Where(now => now.Year is 2026))
        {
            var needed = DaysAfter(now, 7);
            foreach (var until in new[] { needed - Second, needed })
            {
                var done = await LetterAsync(now, until);
                table.Hold(
                    $"{now:O} until {until:O}", until >= needed ? "letter register-letter" : "activate letter register-letter",
                    done);
            }
        }

        table.Check(120);
    }

    [Fact]
    public async Task CodeByHand_LastDayAboutAWeekLater_IsUsedFromAWeekOn()
    {
        var waits = await ReadByHandAsync();
        var table = new Table("last day of a code");
        foreach (var now in DutchClock.Instants)
        {
            foreach (var days in new[] { -1, 0, 6, 7, 8 })
            {
                var seen = new SawCode(DutchClock.Day(now).AddDays(days));
                var decision = Assert.IsType<Decision.Taken>(
                    Decider.Decide(waits, seen, DemoPeople.Sanne, now, Sample.Settings));
                table.Hold($"{now:O} + {days}", days >= 7, decision.Events is [CodeRead]);
            }
        }

        table.Check(600);
    }

    [Fact]
    public void Facts_OfAQuarterAgoOrOfYesterday_AreReadAgainWhenSomebodyComes()
    {
        var table = new Table("age of facts");
        TimeSpan[] ages = [TimeSpan.Zero, TimeSpan.FromMinutes(15), new(0, 15, 1), new(0, -15, -1), TimeSpan.FromMinutes(-1)];
        foreach (var now in DutchClock.Instants)
        {
            foreach (var age in ages)
            {
                var activation = Told(now - age, 3);
                var decision = Assert.IsType<Decision.Taken>(
                    Decider.Decide(activation, new ResumeCase(), DemoPeople.Sanne, now, Sample.Settings));
                var isOld = age.Duration() > TimeSpan.FromMinutes(15) || DutchClock.Day(now - age) != DutchClock.Day(now);
                table.Hold($"{now:O}, {age} old", isOld, decision.Events is [FactsOutdated]);
            }
        }

        table.Check(600);
    }

    [Fact]
    public void Recheck_OfHalfAMinuteAgoOrOfYesterday_DoesNotCountAsJustNow()
    {
        var planner = new StepPlanner(
            new Judgement(DecisionTable.Current, Sample.Settings), Sample.Settings, new FixedEpoch(FixedEpoch.Ours));
        var table = new Table("age of a recheck");
        foreach (var now in DutchClock.Instants)
        {
            foreach (var seconds in new[] { -1, 0, 1, 29, 30, 31 })
            {
                var read = now - TimeSpan.FromSeconds(seconds);
                var isFresh = seconds is >= 0 and <= 30 && DutchClock.Day(read) == DutchClock.Day(now);
                table.Hold($"{now:O}, {seconds} s", isFresh, planner.IsFresh(Told(read, 5), now));
            }
        }

        table.Check(700);
    }

    /// <summary>The agreement ends at midnight, between the yes and the first effect: nothing is done for it.</summary>
    [Fact]
    public async Task Agreement_EndsBetweenRecheckAndFirstEffect_IsReadAgain()
    {
        var world = new World();
        world.Clock.MoveTo(DutchClock.Midnight(new DateOnly(2026, 10, 26)) - Second);
        world.Viewpoint.Agreements[0] = Sample.Rental(runs: new Period(new DateOnly(2015, 1, 1), new DateOnly(2026, 10, 25)));
        var proposed = await world.TakenAsync(Sample.Request);
        world.Journal.After[typeof(FactsRechecked)] = () => world.Clock.Advance(Second);

        var again = await world.AcceptedAsync(proposed);

        Assert.Empty(world.Calls.Ledger);
        Assert.Equal((ActivationState.AwaitingDecision, Row.D07), (again.State, again.Verdict!.Row));
    }

    /// <summary>Postex is away for weeks: the code that was read is nearly over when it is back.</summary>
    [Fact]
    public async Task Letter_CodeIsNearlyOverAfterAnOutage_IsNotSent()
    {
        var world = new World();
        var proposed = await world.TakenAsync(Sample.Request with { Email = null });
        world.Calls.Plan("letter", new Mishap.Silent());
        var waits = await world.AcceptedAsync(proposed);
        Assert.IsType<EffectNotDone>(waits.Trouble);
        world.Clock.Advance(world.Umbrella.CodeLives - TimeSpan.FromDays(6));

        var stopped = await world.OutwaitedAsync(proposed.Number);

        var refused = Assert.IsType<EffectRefused>(stopped.Trouble);
        Assert.Equal((ActivationState.NeedsAttention, "code-te-kort-geldig"), (stopped.State, refused.Code));
        Assert.Empty(world.Postex.Sent);
        var anew = await world.AcceptedAsync(await world.AnsweredAsync(proposed.Number, new FetchAgain()));
        Assert.Equal(ActivationState.SentByLetter, anew.State);
        Assert.Equal(world.Umbrella.Codes["k1"], Assert.Single(world.Postex.Sent).Code);
    }

    // The same time of day; of one that comes twice the second, of one that is skipped the one an hour later.
    private static DateTimeOffset DaysAfter(DateTimeOffset moment, int days)
    {
        var wanted = DutchClock.At(moment).AddDays(days);
        return DutchClock.MomentsAt(wanted).Concat(DutchClock.MomentsAt(wanted.AddHours(1)).Take(1)).ToList() switch
        {
            [_, var second, _] => second,
            var found => found[0],
        };
    }

    private static async Task<string> LetterAsync(DateTimeOffset now, DateTimeOffset until)
    {
        var world = new World();
        world.Clock.AdjustTime(now);
        world.Umbrella.Accounts["k1"] = Sample.Account("k1") with { HasCode = true, CodeExpiresAt = until };
        world.Umbrella.Codes["k1"] = "KANARIE-0001";
        var done = await world.AcceptedAsync(await world.TakenAsync(Sample.Request with { Email = null, ReceivedAt = now }));
        Assert.Equal(ActivationState.SentByLetter, done.State);
        return string.Join(' ', world.Calls.Done);
    }

    private static async Task<ActivationCase> ReadByHandAsync()
    {
        var world = new World();
        world.Calls.ByHand.Add("code");
        var waits = await world.AcceptedAsync(await world.TakenAsync(Sample.Request with { Email = null }));
        Assert.Equal(ActivationState.AwaitingManualStep, waits.State);
        return waits;
    }

    // The first events of a case whose facts were read at that moment.
    private static ActivationCase Told(DateTimeOffset read, int events)
    {
        var number = CaseNumber.Of(2026, 1);
        var facts = CaseFacts.None with { Person = Story.Facts.Person with { At = read } };
        var story = Story.ToTheEnd(number, DemoPeople.Sanne).Take(events).Select((one, at) => new RecordedEvent(
            number,
            at + 2,
            one.Fact switch
            {
                FactsGathered => new FactsGathered(facts),
                FactsRechecked => new FactsRechecked(facts),
                var other => other,
            },
            one.Actor,
            read));
        return ActivationCase.Fold(
            [new RecordedEvent(number, 1, new CaseOpened(number, Story.Request()), Actor.Wizard, read), .. story]);
    }
}
