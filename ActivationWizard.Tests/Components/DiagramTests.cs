using System.Text.RegularExpressions;
using ActivationWizard.App.Replay.Diagram;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

public sealed partial class DiagramTests : Screen
{
    private static readonly ActivationState[] States = [.. ActivationStates.All];

    [Fact]
    public void Drawing_EveryStateOfTheMachine_IsInItByName()
    {
        var drawn = Draw(Walk.Start).FindAll(".aw-node").Select(node => node.QuerySelector("title")!.TextContent).ToList();

        Assert.Equal(States.Length, drawn.Count);
        Assert.All(
            States, state => Assert.Contains(drawn, title => title.StartsWith(DiagramWords.Of(state), StringComparison.Ordinal)));
    }

    [Fact]
    public void Drawing_EveryEventOfTheMachine_IsInIt()
    {
        var titles = Draw(Walk.Start).FindAll("title").Select(title => title.TextContent).ToList();

        Assert.All(ActivationFlow.Transitions.Select(way => way.Event).Distinct(), name =>
            Assert.Contains(titles, title => title.Contains(DiagramWords.Of(name), StringComparison.Ordinal)));
    }

    [Fact]
    public void Drawing_EveryWayOfTheMachine_HasALineBetweenTheTwoStates() =>
        Assert.All(DiagramEdges.All, way =>
        {
            var line = DiagramRoutes.Between(way.From, way.To);
            Assert.True(Touches(line.Points[0], way.From), $"{way.From} → {way.To} begins elsewhere");
            Assert.True(Touches(line.Points[^1], way.To), $"{way.From} → {way.To} ends elsewhere");
            Assert.All(line.Points.Zip(line.Points.Skip(1)), piece =>
                Assert.True(piece.First.X == piece.Second.X || piece.First.Y == piece.Second.Y,
                    $"{way.From} → {way.To} is not straight"));
        });

    [Fact]
    public void Drawing_NoLine_RunsThroughAnotherState() =>
        Assert.All(DiagramEdges.All, way =>
        {
            var points = DiagramRoutes.Between(way.From, way.To).Points;
            Assert.All(points.Zip(points.Skip(1)), piece => Assert.DoesNotContain(
                States, state => state != way.From && state != way.To && Crosses(piece.First, piece.Second, state)));
        });

    [Fact]
    public void Drawing_EverySharedWay_IsDrawnForAll() =>
        Assert.All(DiagramEdges.All.Where(way => DiagramRoutes.IsShared(way.From, way.To)), way => Assert.True(
            way.To is ActivationState.Withdrawn
            || DiagramRoutes.OfFrame(way.From) is not null || DiagramRoutes.OfFrame(way.To) is not null));

    [Fact]
    public void Layout_States_DoNotOverlapAndStandInTheBandOfTheirStep()
    {
        Assert.Equal(States.Order(), DiagramLayout.Places.Keys.Order());
        Assert.All(States, one =>
        {
            var (x, y) = DiagramLayout.Places[one];
            Assert.DoesNotContain(States, other => other != one
                && Math.Abs(DiagramLayout.Places[other].X - x) < DiagramLayout.NodeWidth
                && Math.Abs(DiagramLayout.Places[other].Y - y) < DiagramLayout.NodeHeight);
            var band = DiagramLayout.Bands.Single(band => band.Step == one.Step);
            Assert.InRange(y, band.Top, band.Top + band.Height);
        });
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void InWords_EveryStateAndWay_IsSaid(string culture)
    {
        using var language = new FixedCulture(culture);
        var words = Render<DiagramInWords>();

        Assert.Equal(States.Select(DiagramWords.Of), words.FindAll("dt").Select(state => state.TextContent));
        var lines = words.FindAll("dd").Select(line => line.TextContent).ToList();
        Assert.All(DiagramEdges.All, way => Assert.Contains($"{DiagramWords.Of(way.Events)} → {DiagramWords.Of(way.To)}", lines));
        Assert.All(
            ActivationFlow.Transitions.Where(way => way.From == way.To),
            way => Assert.Contains(lines, line => line.Contains(DiagramWords.Of(way.Event), StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("nl-NL")]
    [InlineData("en-GB")]
    public void Names_OfStates_FitInTwoLines(string culture)
    {
        using var language = new FixedCulture(culture);

        Assert.All(States, state => Assert.All(DiagramWords.LinesOf(state), line => Assert.InRange(line.Length, 1, 13)));
        Assert.All(States, state => Assert.InRange(DiagramWords.LinesOf(state).Count, 1, 2));
    }

    [Fact]
    public void Drawing_OfAPath_TellsVisitedHereAndFailedApartBySignsAndWords()
    {
        var drawing = Draw(Replays.Of(Replays.WithTrouble).At(10).Walk);

        var here = drawing.Find("[aria-current=step]");
        Assert.Equal("Controle nodig: hier is de zaak. Ga naar gebeurtenis 10", here.QuerySelector("title")!.TextContent);
        Assert.Contains("hier", here.QuerySelector(".aw-here")!.TextContent, StringComparison.Ordinal);
        var failed = drawing.Find(".aw-node-failed");
        Assert.Equal("/?stap=9", failed.GetAttribute("href"));
        Assert.Equal(["✓", "✗"], failed.QuerySelectorAll(".aw-badge text").Select(sign => sign.TextContent));
        Assert.Equal(
            "Nu: Controle nodig. De weg tot hier: Aanvraag binnen, Gegevens ophalen, Wacht op besluit, Nog eens nakijken, "
            + "Account aanmaken, Account activeren, Controle nodig. Hier ging iets mis: Account activeren.",
            drawing.Find("desc").TextContent);
    }

    [Fact]
    public void Drawing_OfAPath_DrawsEachWayOfItOnceAndTheLastApart()
    {
        var walk = Replays.Of(Replays.ByEmail).At(13).Walk;
        var drawing = Draw(walk);

        Assert.Equal(walk.Ways.Count, drawing.FindAll(".aw-way-walked").Count);
        Assert.Single(drawing.FindAll(".aw-way-latest"));
    }

    [Fact]
    public void Path_OfALine_RoundsItsCornersAndEndsWhereItShould() =>
        Assert.Matches(Rounded(), DiagramLine.Parse("10,10 10,40 60,40").Path);

    private IRenderedComponent<StateDiagram> Draw(Walk walk) => Render<StateDiagram>(parameters => parameters
        .Add(diagram => diagram.Walk, walk)
        .Add(diagram => diagram.HrefOf, at => $"/?stap={at}"));

    private static bool Touches((int X, int Y) point, ActivationState state)
    {
        var (x, y) = DiagramLayout.Places[state];
        var (across, down) = (Math.Abs(point.X - x), Math.Abs(point.Y - y));
        return (across == DiagramLayout.NodeWidth / 2 && down <= DiagramLayout.NodeHeight / 2)
            || (down == DiagramLayout.NodeHeight / 2 && across <= DiagramLayout.NodeWidth / 2);
    }

    private static bool Crosses((int X, int Y) from, (int X, int Y) to, ActivationState state)
    {
        var (x, y) = DiagramLayout.Places[state];
        return Math.Min(from.X, to.X) < x + (DiagramLayout.NodeWidth / 2)
            && Math.Max(from.X, to.X) > x - (DiagramLayout.NodeWidth / 2)
            && Math.Min(from.Y, to.Y) < y + (DiagramLayout.NodeHeight / 2)
            && Math.Max(from.Y, to.Y) > y - (DiagramLayout.NodeHeight / 2);
    }

    [GeneratedRegex(@"\AM10 10L10 35Q10 40 15 40L60 40\z")]
    private static partial Regex Rounded();
}
