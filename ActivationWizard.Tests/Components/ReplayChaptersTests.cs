using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;

namespace ActivationWizard.Tests.Components;

public sealed class ReplayChaptersTests : Screen
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);

    [Fact]
    public void Chapters_OfACodeByEmail_BeginWhereEachBegan() => Assert.Equal(
        [
            (ReplayChapter.Opened, 1), (ReplayChapter.LookedUp, 3), (ReplayChapter.Proposed, 4), (ReplayChapter.Agreed, 5),
            (ReplayChapter.Sent, 10), (ReplayChapter.Ended, 13),
        ],
        ReplayChapters.Of(Moments(Story.ToTheEnd(Number, DemoPeople.Sanne))));

    [Fact]
    public void Chapters_OfACaseThatIsOnHold_AreThoseThatThereAre() => Assert.Equal(
        [ReplayChapter.Opened, ReplayChapter.LookedUp, ReplayChapter.Proposed],
        ReplayChapters.Of(Moments(Story.ToTheEnd(Number, DemoPeople.Sanne).Take(3))).Select(one => one.Chapter));

    [Theory]
    [InlineData(1, "Binnen")]
    [InlineData(4, "Voorgesteld")]
    [InlineData(9, "Akkoord")]
    [InlineData(13, "Klaar")]
    public void List_AtAMoment_MarksItsChapterAndLeadsToEach(int at, string current)
    {
        var list = Render<ReplayChapterList>(with => with
            .Add(one => one.Moments, Moments(Story.ToTheEnd(Number, DemoPeople.Sanne)))
            .Add(one => one.At, at)
            .Add(one => one.HrefOf, sequence => $"?stap={sequence}"));

        Assert.Equal(current, list.Find("[aria-current=true]").TextContent);
        Assert.Equal(
            ["?stap=1", "?stap=3", "?stap=4", "?stap=5", "?stap=10", "?stap=13"],
            list.FindAll("a").Select(link => link.GetAttribute("href")));
    }

    private static IReadOnlyList<ReplayMoment> Moments(IEnumerable<(Actor Actor, CaseEvent Fact)> story) => ReplaySession.Of(
        new(
            Number,
            [
                .. story.Prepend((Actor.Wizard, new CaseOpened(Number, Story.Request())))
                    .Select((one, at) => new RecordedEvent(Number, at + 1, one.Fact, one.Actor, FixedTime.Start.AddMinutes(at))),
            ],
            null)).Moments;
}
