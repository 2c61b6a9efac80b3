using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Reviews;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Tests.Domain;

/// <summary>Which finished cases are reviewed, by whom, and what a review has to say.</summary>
public sealed class ReviewTests
{
    private const string Ours = "K7MPQX";

    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly SampleSize Size = new(3, 2, 1, 0, Deviations: true);
    private static readonly Actor Lead = DemoPeople.Els;
    private static readonly ReviewGiven Right = new(Assessment.Right, null, null);

    private static readonly SampleCase[] Week =
    [
        .. Cases(1, 40, SentByEmail), .. Cases(41, 20, SentByLetter), .. Cases(61, 10, ActivationState.Refused),
        .. Cases(71, 5, Withdrawn),
        new(CaseNumber.Of(2026, 90), Withdrawn, true), new(CaseNumber.Of(2026, 91), ActivationState.Refused, true),
    ];

    private readonly World _world = new();

    [Fact]
    public void GivenAWeek_WhenItIsDrawn_ThenEachEndingHasItsNumberAndEveryDeviationIsInIt()
    {
        var drawn = ReviewSample.Draw(Week, Size, Ours, Monday);

        var endings = Week.ToDictionary(one => one.Number, one => one.Ending);
        Assert.Equal(
            [(SentByEmail, 3), (SentByLetter, 2), (ActivationState.Refused, 1)],
            drawn.Where(one => one.Why is SampleReason.Drawn).GroupBy(one => endings[one.Number])
                .Select(alike => (alike.Key, alike.Count())));
        Assert.Equal(
            [CaseNumber.Of(2026, 90), CaseNumber.Of(2026, 91)],
            drawn.Where(one => one.Why is SampleReason.Deviation).Select(one => one.Number));
        Assert.Equal(drawn.Count, drawn.DistinctBy(one => one.Number).Count());
    }

    [Fact]
    public void GivenTheSameWeek_WhenItIsDrawnAgainInAnotherOrder_ThenItIsTheSameSample()
    {
        var drawn = ReviewSample.Draw(Week, Size, Ours, Monday);

        for (var turn = 1; turn < Week.Length; turn += 7)
            Assert.Equal(drawn, ReviewSample.Draw([.. Week.Skip(turn).Reverse(), .. Week.Take(turn)], Size, Ours, Monday));
    }

    [Fact]
    public void GivenAnotherWeekOrInstallation_WhenItIsDrawn_ThenItIsAnotherSample()
    {
        var drawn = ReviewSample.Draw(Week, Size, Ours, Monday);

        Assert.NotEqual(drawn, ReviewSample.Draw(Week, Size, Ours, Monday.AddDays(7)));
        Assert.NotEqual(drawn, ReviewSample.Draw(Week, Size, "3XT9KK", Monday));
    }

    [Fact]
    public void GivenManyWeeks_WhenTheyAreDrawn_ThenEveryCaseHasItsTurn()
    {
        var drawn = Enumerable.Range(0, 400)
            .SelectMany(week => ReviewSample.Draw(Cases(1, 20, SentByEmail), Size, Ours, Monday.AddDays(7 * week)))
            .CountBy(one => one.Number).ToList();

        // 3 of 20 over 400 weeks is 60 each; one that is never drawn would be no chance.
        Assert.Equal(20, drawn.Count);
        Assert.All(drawn, one => Assert.InRange(one.Value, 30, 100));
    }

    [Fact]
    public void GivenDeviationsThatAreNotAsked_WhenTheWeekIsDrawn_ThenTheyHaveTheChanceOfTheOthers()
    {
        var drawn = ReviewSample.Draw(Week, new SampleSize(0, 0, 0, 6, Deviations: false), Ours, Monday);

        Assert.Equal(6, drawn.Count);
        Assert.Contains(new DrawnCase(CaseNumber.Of(2026, 90), SampleReason.Drawn), drawn);
    }

    [Fact]
    public async Task GivenAFinishedCase_WhenATeamLeadWhoDidNothingInItReviewsIt_ThenItIsTaken()
    {
        var done = await DoneAsync();

        Assert.Null(ReviewRules.Judge(done, Right, Lead));
        Assert.Null(ReviewRules.Judge(done, new(Assessment.Wrong, ReviewReason.Reply, " Verkeerde tekst "), Lead));
    }

    [Fact]
    public async Task GivenAFinishedCase_WhenWhoHandledItReviewsItAsTeamLead_ThenItIsDeclined() => Assert.Equal(
        ReviewObstacle.WorkedOnIt,
        ReviewRules.Judge(await DoneAsync(), Right, DemoPeople.Sanne with { Role = Role.TeamLead }));

    [Fact]
    public async Task GivenACaseThatATeamLeadGaveToAColleague_WhenTheyReviewIt_ThenItIsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request, DemoPeople.Tom);
        var done = await DoneAsync(await _world.AnsweredAsync(proposed.Number, new Reassign(DemoPeople.Sanne), Lead));

        Assert.Equal(ReviewObstacle.WorkedOnIt, ReviewRules.Judge(done, Right, Lead));
        Assert.Equal(ReviewObstacle.WorkedOnIt, ReviewRules.Judge(done, Right, DemoPeople.Tom with { Role = Role.TeamLead }));
        Assert.Null(ReviewRules.Judge(done, Right, new Actor("fatima", "Fatima", Role.TeamLead)));
    }

    [Fact]
    public async Task GivenACaseThatWasOnlyGivenToSomebody_WhenTheyReviewIt_ThenItIsDeclined()
    {
        var proposed = await _world.TakenAsync(Sample.Request, DemoPeople.Tom);
        var given = await _world.AnsweredAsync(proposed.Number, new Reassign(DemoPeople.Sanne), Lead);
        var ended = await _world.AnsweredAsync(
            given.Number, new Withdraw("Dubbel"), new Actor("fatima", "Fatima", Role.TeamLead));

        Assert.Equal(
            ReviewObstacle.WorkedOnIt, ReviewRules.Judge(ended, Right, DemoPeople.Sanne with { Role = Role.TeamLead }));
    }

    [Fact]
    public async Task GivenAReviewThatSaysTooLittle_WhenItIsGiven_ThenItSaysWhatIsMissing()
    {
        var done = await DoneAsync();

        Assert.Equal(ReviewObstacle.AssessmentNeeded, ReviewRules.Judge(done, new(null, null, null), Lead));
        Assert.Equal(ReviewObstacle.AssessmentNeeded, ReviewRules.Judge(done, new((Assessment)9, null, null), Lead));
        Assert.Equal(ReviewObstacle.ReasonNeeded, ReviewRules.Judge(done, new(Assessment.Wrong, null, "x"), Lead));
        foreach (var remark in new[] { null, "  ", new string('x', ReviewRules.LongestRemark + 1) })
            Assert.Equal(
                ReviewObstacle.RemarkNeeded,
                ReviewRules.Judge(done, new(Assessment.RightWithRemark, ReviewReason.Other, remark), Lead));
        Assert.Equal(ReviewObstacle.NotAllowed, ReviewRules.Judge(done, Right, DemoPeople.Tom));
        Assert.Equal(ReviewObstacle.NotDrawn, ReviewRules.Judge(await _world.TakenAsync(Sample.Request), Right, Lead));
    }

    private static SampleCase[] Cases(int from, int count, ActivationState ending) =>
        [.. Enumerable.Range(from, count).Select(number => new SampleCase(CaseNumber.Of(2026, number), ending, false))];

    private async Task<ActivationCase> DoneAsync(ActivationCase? proposed = null)
    {
        var done = await _world.AcceptedAsync(proposed ?? await _world.TakenAsync(Sample.Request));
        Assert.Equal(SentByEmail, done.State);
        return done;
    }
}
