using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Overview;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.App.Replay;

/// <summary>The figures of ten cases that were counted by hand.</summary>
public sealed class OverviewFiguresTests
{
    private static readonly DateOnly From = new(2026, 11, 9);
    private static readonly DateOnly Before = new(2026, 11, 28);

    // Two weeks with cases, and one without between them.
    private static readonly OverviewCase[] Cases =
    [
        Case("2026-11-09T08:00:00Z", 10, Scenario.Email),
        Case("2026-11-10T08:00:00Z", 20, Scenario.Email),
        // Half past eleven on Sunday evening in the Netherlands, and an hour later: another week.
        Case("2026-11-15T22:30:00Z", 30, Scenario.Post),
        Case("2026-11-15T23:30:00Z", 40, Scenario.Refusal) with
        {
            Ground = RefusalGround.NotTenant, IsDeviation = true, Row = Row.D22,
        },
        Case("2026-11-24T08:00:00Z", 50, Scenario.Refusal) with { Ground = RefusalGround.NotTenant },
        Case("2026-11-24T09:00:00Z", 60, Scenario.Refusal) with
        {
            Ground = RefusalGround.PaymentArrangement, IsDeviation = true, Row = Row.D22,
        },
        Case("2026-11-25T09:00:00Z", 70, Scenario.Email) with { IsByHand = true, Marks = Marks(new(2, 1, 0), new(0, 0, 3)) },
        Case("2026-11-25T10:00:00Z", 80, Scenario.Email) with { Marks = Marks(new(1, 4, 1), default) },
        Case("2026-11-26T10:00:00Z", 90, Scenario.Email) with { IsDeviation = true, Row = Row.D24 },
        Case("2026-11-27T10:00:00Z", 999, null),
    ];

    private static readonly OverviewFigures Figures = OverviewFigures.Of(Cases, From, Before);

    [Fact]
    public void Weeks_OfThePeriod_AreAllThereAndBeginOnMondayInTheNetherlands() => Assert.Equal(
        [(new DateOnly(2026, 11, 9), 3), (new DateOnly(2026, 11, 16), 1), (new DateOnly(2026, 11, 23), 6)],
        Figures.Weeks.Select(week => (week.Monday, week.Total)));

    [Fact]
    public void Weeks_PerScenario_AreCounted()
    {
        var (first, last) = (Figures.Weeks[0], Figures.Weeks[2]);

        Assert.Equal((2, 1, 0), (first.Cases[Scenario.Email], first.Cases[Scenario.Post], first.Withdrawn));
        Assert.Equal((3, 2, 1), (last.Cases[Scenario.Email], last.Cases[Scenario.Refusal], last.Withdrawn));
    }

    [Fact]
    public void LeadTime_HalfAndNinety_LeaveOutWhatWasClosedWithoutEffect()
    {
        // Nine cases of 10 to 90 minutes: the fifth, and the ninth.
        Assert.Equal((TimeSpan.FromMinutes(50), TimeSpan.FromMinutes(90)), (Figures.Half, Figures.Ninety));
        Assert.Equal(TimeSpan.FromMinutes(5), Figures.HandledHalf);
        Assert.Equal((TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(30)), (Figures.Weeks[0].Half, Figures.Weeks[0].Ninety));
        Assert.Equal((TimeSpan.FromMinutes(70), TimeSpan.FromMinutes(90)), (Figures.Weeks[2].Half, Figures.Weeks[2].Ninety));
    }

    [Fact]
    public void Systems_FaultsRetriesAndByHand_AreAddedUp()
    {
        Assert.Equal(Enum.GetValues<ForeignSystem>(), Figures.Systems.Select(one => one.System));
        Assert.Equal(new SystemFigures(ForeignSystem.Umbrella, 3, 5, 1),
            Figures.Systems.Single(one => one.System is ForeignSystem.Umbrella));
        Assert.Equal(new SystemFigures(ForeignSystem.Postex, 0, 0, 3),
            Figures.Systems.Single(one => one.System is ForeignSystem.Postex));
        Assert.Equal(new SystemFigures(ForeignSystem.Viewpoint, 0, 0, 0),
            Figures.Systems.Single(one => one.System is ForeignSystem.Viewpoint));
    }

    [Fact]
    public void Grounds_OfRefusals_ComeMostOftenFirst() =>
        Assert.Equal([(RefusalGround.NotTenant, 2), (RefusalGround.PaymentArrangement, 1)], Figures.Grounds);

    [Fact]
    public void Deviations_FromTheProposal_AreCountedByItsRule()
    {
        Assert.Equal([(Row.D22, 2), (Row.D24, 1)], Figures.DeviationsByRow);
        Assert.Equal((10, 1, 3), (Figures.Total, Figures.ByHand, Figures.Deviations));
    }

    [Fact]
    public void Of_NoCases_HasWeeksOfNothing()
    {
        var none = OverviewFigures.Of([], From, Before);

        Assert.Equal(3, none.Weeks.Count);
        Assert.All(none.Weeks, week => Assert.Equal((0, null, null), (week.Total, week.Half, week.Ninety)));
        Assert.Equal((0, null, null), (none.Total, none.Half, none.Ninety));
    }

    [Theory]
    [InlineData("2026-11-23", "2026-11-23")]
    [InlineData("2026-11-29", "2026-11-23")]
    [InlineData("2026-11-30", "2026-11-30")]
    [InlineData("2027-01-01", "2026-12-28")]
    public void MondayOf_ADay_IsThatOfItsWeek(string day, string monday) =>
        Assert.Equal(DateOnly.Parse(monday, null), OverviewFigures.MondayOf(DateOnly.Parse(day, null)));

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(0.9, 4)]
    [InlineData(1, 4)]
    public void Quantile_OfFourTimes_IsOneOfThem(double part, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes),
            Quantile.Of(new[] { 3, 1, 4, 2 }.Select(one => TimeSpan.FromMinutes(one)), part));

    private static OverviewCase Case(string completed, int minutes, Scenario? scenario) => new(
        DateTimeOffset.Parse(completed, null), TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(minutes / 10.0), scenario,
        null, null, false, false, CaseMarks.None);

    private static CaseMarks Marks(SystemMarks umbrella, SystemMarks postex) =>
        CaseMarks.None with { Umbrella = umbrella, Postex = postex };
}
