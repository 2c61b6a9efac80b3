using ActivationWizard.App;
using ActivationWizard.App.Replay;
using ActivationWizard.Domain.Events;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Components;

/// <summary>The three panes and the player over one selection.</summary>
public sealed class ReplayViewTests : Screen
{
    private readonly List<int> _moves = [];

    [Fact]
    public void Timeline_AtAnEvent_HasAllEventsAndMarksThatOne()
    {
        var view = Show(4);

        var events = view.FindAll(".aw-timeline .aw-event");
        Assert.Equal(13, events.Count);
        Assert.Equal("Tijdlijn (13)", view.Find("#tijdlijn").TextContent);
        var current = Assert.Single(events, one => one.GetAttribute("aria-current") is "step");
        Assert.Contains("De wizard deed een voorstel: Verstuur de code per e-mail naar anna.jansen@voorbeeld.example.",
            current.TextContent, StringComparison.Ordinal);
        Assert.Contains("Regel D22", current.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("besluit", current.TextContent, StringComparison.Ordinal);
        Assert.Equal("/zaken/2026-00412/naspelen?stap=4", current.QuerySelector("a")!.GetAttribute("href"));
        Assert.Single(view.FindAll(".aw-event-details"));
    }

    [Theory]
    [InlineData(1, "1")]
    [InlineData(4, "2")]
    [InlineData(8, "3")]
    [InlineData(13, "4")]
    public void Screen_AtAnEvent_IsTheStepOfThatMomentAndCannotBeUsed(int at, string step)
    {
        var screen = Show(at).Find("[role=region][aria-label='Naspelen, alleen lezen']");

        Assert.Contains($"Stap {step} van 4", screen.TextContent, StringComparison.Ordinal);
        Assert.True(screen.Children.Single().HasAttribute("inert"));
        Assert.All(screen.QuerySelectorAll(".aw-step :is(input, button, textarea)"),
            control => Assert.NotNull(control.Closest("fieldset[disabled]")));
    }

    [Fact]
    public void Diagram_AtAnEvent_IsWhereThatMomentIs()
    {
        Assert.Contains("Account activeren", Show(9).Find(".aw-node-here").TextContent, StringComparison.Ordinal);
        Assert.Contains("Account aanmaken → Account activeren", Show(9).Find(".aw-replay-now").TextContent,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Player_InTheMiddle_LeadsToTheEventsAround()
    {
        var view = Show(4);

        Assert.Equal(
        [
            ("Home", "/zaken/2026-00412/naspelen?stap=1"), ("ArrowLeft", "/zaken/2026-00412/naspelen?stap=3"),
            ("ArrowRight", "/zaken/2026-00412/naspelen?stap=5"), ("End", "/zaken/2026-00412/naspelen?stap=13"),
        ], view.FindAll(".aw-player > :first-child [data-key]").Select(
            link => (link.GetAttribute("data-key")!, link.GetAttribute("href")!)));
        var scrubber = view.Find("input[type=range]");
        Assert.Equal(("1", "13", "4"),
            (scrubber.GetAttribute("min"), scrubber.GetAttribute("max"), scrubber.GetAttribute("value")));
        Assert.Equal(("Gebeurtenis", "Gebeurtenis 4 van 13, Voorstel gedaan"),
            (scrubber.GetAttribute("aria-label"), scrubber.GetAttribute("aria-valuetext")));
    }

    [Theory]
    [InlineData(1, "Home", "ArrowLeft")]
    [InlineData(13, "ArrowRight", "End")]
    public void Player_AtAnEnd_KeepsItsControlsInReachButDisabled(int at, params string[] disabled) =>
        Assert.Equal(disabled, Show(at).FindAll(".aw-player > :first-child [data-key][aria-disabled=true]").Select(link =>
        {
            Assert.False(link.HasAttribute("href"));
            Assert.Equal("0", link.GetAttribute("tabindex"));
            return link.GetAttribute("data-key");
        }));

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("999", 13)]
    [InlineData("nee", null)]
    public void Player_ScrubberMoved_GoesThere(string value, int? expected)
    {
        Show(4).Find("input[type=range]").Change(value);

        Assert.Equal(expected is { } at ? [at] : [], _moves);
    }

    [Fact]
    public void View_WithTrouble_ShowsItInEveryPane()
    {
        var view = Show(10, Replays.WithTrouble);

        Assert.Contains("ging mis", view.Find("[aria-current=step]").TextContent, StringComparison.Ordinal);
        Assert.Contains("✗", view.Find(".aw-node-failed").TextContent, StringComparison.Ordinal);
        Assert.Contains("Controle nodig", view.Find(".aw-screen").TextContent, StringComparison.Ordinal);
        Assert.Contains("✗", view.Find(".aw-player-signs").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Player_LongWait_IsDrawnBetweenTheTwoEvents()
    {
        RecordedEvent[] late =
            [.. Replays.ByEmail.Select(entry => entry.Sequence < 7 ? entry : entry with { At = entry.At.AddMinutes(5) })];

        var wait = Assert.Single(Show(4, late).FindAll(".aw-player-wait"));

        Assert.Equal("left: calc(8px + 0.4167 * (100% - 16px)); right: calc(100% - calc(8px + 0.5 * (100% - 16px)))",
            wait.GetAttribute("style"));
        Assert.Empty(Show(4).FindAll(".aw-player-wait"));
    }

    [Fact]
    public void View_InEnglish_HasNoDutch()
    {
        using var english = new FixedCulture("en-GB");

        var view = Show(13);

        Assert.Equal("Timeline (13)", view.Find("#tijdlijn").TextContent);
        Assert.Contains("Done: the code was sent by e-mail.", view.Find("[aria-current=step]").TextContent,
            StringComparison.Ordinal);
        Assert.NotNull(view.Find("[aria-label='Replay, read only']"));
        Assert.All(view.FindAll(".aw-event-said"),
            said => Assert.DoesNotContain("De wizard", said.TextContent, StringComparison.Ordinal));
    }

    private IRenderedComponent<ReplayView> Show(int at, IReadOnlyList<RecordedEvent>? entries = null) =>
        Render<ReplayView>(parameters => parameters
            .Add(view => view.Session, Replays.Of(entries ?? Replays.ByEmail))
            .Add(view => view.At, at)
            .Add(view => view.HrefOf, sequence => Urls.ForReplay(Replays.Number.ToString(), sequence))
            .Add(view => view.OnMove, EventCallback.Factory.Create<int>(this, _moves.Add)));
}
