using ActivationWizard.App;
using ActivationWizard.App.Replay;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using AngleSharp.Dom;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What is about one effect is folded together in the timeline.</summary>
public sealed class TimelineTests : Screen
{
    [Fact]
    public void Groups_BeforeTheirEvents_AreFoldedAndSaySo()
    {
        var timeline = Show(4, Replays.WithASecondAttempt);

        Assert.Equal(
            ["Account aanmaken: 10 sec", "Account activeren: 2 pogingen, 30 sec", "Contact vastleggen: 10 sec"],
            timeline.FindAll(".aw-group-head .aw-event-said").Select(title => title.TextContent));
        Assert.All(timeline.FindAll(".aw-group-head"), head =>
        {
            Assert.Equal(("BUTTON", "button", "false"),
                (head.TagName, head.GetAttribute("type"), head.GetAttribute("aria-expanded")));
            Assert.True(timeline.Find($"#{head.GetAttribute("aria-controls")}").HasAttribute("hidden"));
        });
        Assert.Equal("Tijdlijn (15)", timeline.Find("#tijdlijn").TextContent);
        Assert.Equal(15, timeline.FindAll(".aw-event").Count);
    }

    [Fact]
    public void Group_WithAFault_ShowsItFoldedAsWell()
    {
        var timeline = Show(4, Replays.WithTrouble);

        Assert.Equal(["✗ ging mis", "■ met de hand"],
            Group(timeline, 9).QuerySelectorAll(".aw-group-mark").Select(mark => mark.TextContent.Trim()));
        Assert.Empty(Group(timeline, 7).QuerySelectorAll(".aw-group-mark"));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(11)]
    [InlineData(12)]
    public void Group_OfTheEventThatIsShown_IsUnfoldedAndMarksIt(int at)
    {
        var timeline = Show(at, Replays.WithASecondAttempt);

        Assert.Equal("true", Head(timeline, 9).GetAttribute("aria-expanded"));
        Assert.False(timeline.Find("#groep-9").HasAttribute("hidden"));
        Assert.EndsWith($"stap={at}", timeline.Find("#groep-9 [aria-current=step] a").GetAttribute("href"),
            StringComparison.Ordinal);
        Assert.True(timeline.Find("#groep-7").HasAttribute("hidden"));
    }

    [Fact]
    public void Attempts_OfAGroup_AreNumbered() => Assert.Equal(
        ["poging 1", "poging 2"],
        Show(9, Replays.WithASecondAttempt).FindAll(".aw-event-attempt").Select(attempt => attempt.TextContent));

    [Fact]
    public void Head_Pressed_UnfoldsAndStaysSoUntilItIsPressedAgain()
    {
        var timeline = Show(4, Replays.WithASecondAttempt);

        Head(timeline, 9).Click();
        Assert.False(timeline.Find("#groep-9").HasAttribute("hidden"));
        timeline.Render(parameters => parameters.Add(one => one.At, 5));
        Assert.False(timeline.Find("#groep-9").HasAttribute("hidden"));
        Head(timeline, 9).Click();
        Assert.True(timeline.Find("#groep-9").HasAttribute("hidden"));
    }

    [Fact]
    public void Group_ThatWasWalkedThrough_FoldsAgain()
    {
        var timeline = Show(8, Replays.WithASecondAttempt);
        Assert.False(timeline.Find("#groep-7").HasAttribute("hidden"));

        timeline.Render(parameters => parameters.Add(one => one.At, 9));

        Assert.True(timeline.Find("#groep-7").HasAttribute("hidden"));
    }

    [Fact]
    public void Comments_OfAFoldedGroup_AreCountedOnIt()
    {
        var timeline = Show(4, Replays.WithASecondAttempt, new Dictionary<int, int> { [10] = 1, [12] = 2 });

        Assert.Equal("✎ Opmerkingen: 3", Head(timeline, 9).QuerySelector(".aw-event-comments")!.TextContent.Trim());
    }

    [Fact]
    public void Wait_BeforeAGroup_IsSaidOnceFoldedOrNot()
    {
        RecordedEvent[] late =
            [.. Replays.ByEmail.Select(entry => entry.Sequence < 7 ? entry : entry with { At = entry.At.AddMinutes(5) })];

        Assert.Equal(["5 min 10 sec gewacht"], Seen(Show(4, late)));
        Assert.Equal(["5 min 10 sec gewacht"], Seen(Show(7, late)));

        static IEnumerable<string> Seen(IRenderedComponent<ReplayTimeline> timeline) =>
            timeline.FindAll(".aw-event-wait").Where(wait => wait.Closest("[hidden]") is null).Select(wait => wait.TextContent);
    }

    [Fact]
    public void Groups_InEnglish_HaveTheirWords()
    {
        using var english = new FixedCulture("en-GB");

        Assert.Contains("2 attempts, 30 s", Head(Show(4, Replays.WithASecondAttempt), 9).TextContent, StringComparison.Ordinal);
    }

    private static IElement Head(IRenderedComponent<ReplayTimeline> timeline, int first) =>
        timeline.Find($"[aria-controls=groep-{first}]");

    private static IElement Group(IRenderedComponent<ReplayTimeline> timeline, int first) =>
        Head(timeline, first).Closest(".aw-group")!;

    private IRenderedComponent<ReplayTimeline> Show(
        int at, IReadOnlyList<RecordedEvent> entries, Dictionary<int, int>? comments = null) =>
        Render<ReplayTimeline>(parameters => parameters
            .Add(one => one.Moments, Replays.Of(entries).Moments)
            .Add(one => one.At, at)
            .Add(one => one.HrefOf, sequence => Urls.ForReplay(Replays.Number.ToString(), sequence))
            .Add(one => one.Comments, comments ?? []));
}
