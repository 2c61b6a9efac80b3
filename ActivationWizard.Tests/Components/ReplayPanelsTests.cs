using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.Components;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>The panels of a replay, and what can be done with a case from there.</summary>
public sealed class ReplayPanelsTests : Screen
{
    [Theory]
    [InlineData("Breedte van de tijdlijn", "timeline", "18")]
    [InlineData("Breedte van het diagram", "diagram", "29")]
    public void Panel_HasASplitterThatNamesItAndCanBeFolded(string label, string name, string width)
    {
        var view = Render<ReplayView>(parameters => parameters
            .Add(view => view.Session, Replays.Of(Replays.ByEmail))
            .Add(view => view.At, 4)
            .Add(view => view.HrefOf, sequence => Urls.ForReplay(Replays.Number.ToString(), sequence)));

        var splitter = view.Find($"[role=separator][aria-label='{label}']");
        Assert.Equal(("0", "vertical"), (splitter.GetAttribute("tabindex"), splitter.GetAttribute("aria-orientation")));
        Assert.Equal(width, splitter.GetAttribute("aria-valuenow"));
        Assert.InRange(
            Value(width), Value(splitter.GetAttribute("aria-valuemin")), Value(splitter.GetAttribute("aria-valuemax")));
        var panel = view.Find($"details#{splitter.GetAttribute("aria-controls")}");
        Assert.Equal((name, name), (panel.GetAttribute("data-panel"), splitter.GetAttribute("data-splits")));
        Assert.True(panel.HasAttribute("open"));
        Assert.NotNull(panel.QuerySelector("summary h2"));
    }

    private static int Value(string? rem) => int.Parse(rem!, CultureInfo.InvariantCulture);

    public static TheoryData<string, string[]> Files => new()
    {
        { DemoPeople.Sanne.Id, ["zaak.html"] },
        { DemoPeople.Els.Id, ["zaak.html", "zaak.json", "gebeurtenissen.xes"] },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Tools_OfACase_HaveTheFilesThatThisPersonMayTakeAlong(string person, string[] files)
    {
        var tools = Render<ReplayTools>(parameters => parameters
            .Add(tools => tools.Number, Replays.Number)
            .Add(tools => tools.Actor, DemoPeople.Find(person)!)
            .Add(tools => tools.IsFinished, true));

        Assert.Equal(files, tools.FindAll("a[download]").Select(link => link.GetAttribute("href")!.Split('/')[^1]));
    }
}
