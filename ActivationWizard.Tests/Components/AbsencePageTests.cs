using ActivationWizard.App.Absence;
using ActivationWizard.App.Cases;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>Handing over all open cases of a colleague who is away, over a real journal.</summary>
public sealed class AbsencePageTests : LookingBackScreen
{
    [Fact]
    public async Task Page_AllFilledIn_HandsOverWhatMayBeAndKeepsTheRest()
    {
        var proposed = await TellAsync("A. Voorstel", 3);
        var held = await TellAsync("B. Houd", 1);
        var underWay = await TellAsync("C. Bezig", 8);
        await TellAsync("D. Klaar", int.MaxValue);
        var page = Show();
        Assert.Equal(["Sanne Bakker (open zaken: 3)"], Labels(page, "van-wie"));

        await page.Find("#van-wie input").ChangeAsync(new());
        Assert.Equal(
            ["Terug in de werkvoorraad, voor wie de zaak neemt", "Tom Visser"], Labels(page, "aan-wie"));
        await page.FindAll("#aan-wie input")[1].ChangeAsync(new());
        await page.Find("#reden-overdragen").ChangeAsync(new() { Value = "Sanne is ziek" });
        await page.Find("#draag-over").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(
            "Aantal zaken dat nu van Tom Visser is: 2. Aantal zaken dat volgt zodra de stap klaar is: 1.",
            page.Find("[role=status]").TextContent));
        foreach (var (number, handler) in new[]
        {
            (proposed, DemoPeople.Tom), (held, DemoPeople.Tom), (underWay, DemoPeople.Sanne),
        })
            Assert.Equal(handler, (await Host.Journal.LoadAsync(number, Cancellation))!.Handler);
        Assert.Equal(
            $"{underWay}: gaat naar Tom Visser",
            string.Join(' ', page.Find("[aria-labelledby=volgt-nog] li").TextContent
                .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(["Sanne Bakker (open zaken: 1)", "Tom Visser (open zaken: 2)"], Labels(page, "van-wie"));
    }

    [Fact]
    public async Task Page_ToTheList_GivesThemBackWithTheReason()
    {
        var number = await TellAsync("A. Voorstel", 3);
        var page = Show();

        await page.Find("#van-wie input").ChangeAsync(new());
        await page.Find("#aan-wie input").ChangeAsync(new());
        await page.Find("#reden-overdragen").ChangeAsync(new() { Value = "Sanne is ziek" });
        await page.Find("#draag-over").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("weer in de werkvoorraad staat: 1.", page.Markup, StringComparison.Ordinal));
        var given = (await Host.Journal.LoadAsync(number, Cancellation))!;
        Assert.Equal((null, DemoPeople.Els, "Sanne is ziek"), (given.Handler, given.Skipped!.By, given.Skipped.Note));
    }

    [Fact]
    public async Task Page_NothingFilledIn_SaysWhatIsMissingAndHandsOverNothing()
    {
        var number = await TellAsync("A. Voorstel", 3);
        var page = Show();

        await page.Find("#draag-over").ClickAsync(new());

        Assert.Equal(
            ["van-wie", "aan-wie", "reden-overdragen"],
            page.FindAll("[role=alert] a").Select(link => link.GetAttribute("data-focus")));
        Assert.Equal(DemoPeople.Sanne, (await Host.Journal.LoadAsync(number, Cancellation))!.Handler);
    }

    [Fact]
    public void Page_NobodyHasACase_SaysSo() =>
        Assert.Contains("Niemand heeft een open zaak", Show().Markup, StringComparison.Ordinal);

    private static IEnumerable<string> Labels(IRenderedComponent<AbsencePage> page, string id) =>
        page.FindAll($"#{id} label").Select(label => label.TextContent.Trim());

    private Task<CaseNumber> TellAsync(string name, int events) => Host.Journal.TellAsync(
        Story.Request(name), number => Story.ToTheEnd(number, DemoPeople.Sanne).Take(events));

    private IRenderedComponent<AbsencePage> Show()
    {
        var els = TestApp.CurrentOf(DemoPeople.Els);
        Services.AddSingleton(new AbsenceDesk(els, Host.Queries, DeskOf(els), Host.Get<DueHandOvers>(), Clock));
        Services.AddSingleton(new Colleagues(els, Host.Get<KnownEmployees>(), new Installation(InstallationMode.Demo, "/data")));
        return Render<AbsencePage>();
    }
}
