using ActivationWizard.App;
using ActivationWizard.App.Journal.AccessLog;
using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>
/// The page over a real journal: who may, what an address may say, and what is left of a case that was tampered with.
/// </summary>
public sealed class ReplayPageTests : LookingBackScreen
{
    [Fact]
    public async Task Page_WithoutAnEvent_BeginsAtTheFirst()
    {
        var page = Show(await FinishAsync(), DemoPeople.Els);

        Assert.Equal("Naspelen van zaak 2026-00001", page.Find("h1").TextContent);
        Assert.Contains("Gebeurtenis 1 van 13", page.Find(".aw-player").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[role=alert]"));
        Assert.Contains("De code is per e-mail verstuurd · behandeld door Sanne Bakker", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_WalkedThrough_ShowsEachMomentAndSaysIt()
    {
        var page = Show(await FinishAsync(), DemoPeople.Sanne, "4");

        page.Find("input[type=range]").Change("13");

        Assert.EndsWith("?stap=13", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Contains("Gebeurtenis 13 van 13", page.Find(".aw-player").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("Gebeurtenis 13 van 13, ", page.Find("p[role=status].aw-unseen").TextContent, StringComparison.Ordinal);
        Assert.EndsWith(": Klaar: de code is per e-mail verstuurd.", page.Find("p[role=status].aw-unseen").TextContent,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0", 1)]
    [InlineData("-1", 1)]
    [InlineData("9223372036854775808", 13)]
    [InlineData("<script>", 1)]
    public async Task Page_EventThatIsNone_SaysSoAndShowsTheNearest(string stap, int nearest)
    {
        var page = Show(await FinishAsync(), DemoPeople.Els, stap);

        Assert.Equal(
            $"“{stap}” is geen gebeurtenis van deze zaak. Je ziet nu gebeurtenis {nearest}; kies een getal van 1 tot en met 13.",
            page.Find("[role=alert]").TextContent);
        Assert.Contains($"Gebeurtenis {nearest} van 13", page.Find(".aw-player").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfAColleaguesCase_IsCalmlyRefused() => AssertRefused(Show(await FinishAsync(), DemoPeople.Tom));

    [Fact]
    public async Task Page_OfAnOpenCase_IsFollowedLive()
    {
        var number = (await Host.Journal.OpenAsync(Story.Request(), Actor.Wizard, null, Cancellation)).Number;
        var page = Show(number, DemoPeople.Els);
        Assert.Contains("Je volgt de zaak live", page.Markup, StringComparison.Ordinal);

        var activation = (await Host.Journal.LoadAsync(number, Cancellation))!;
        await Host.Journal.AppendAsync(activation, [new CaseTaken()], DemoPeople.Sanne, null, Cancellation);
        Clock.Advance(TimeSpan.FromSeconds(2));

        page.WaitForAssertion(() => Assert.Contains("van 2", page.Find(".aw-player").TextContent, StringComparison.Ordinal));
        Assert.Single(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Els, Cancellation));
    }

    [Fact]
    public async Task Page_OfTheNextCase_HasNoneOfTheCommentsOfTheOneBefore()
    {
        var number = await FinishAsync();
        await Host.Get<CaseComments>().AddAsync(number, 4, CommentKind.Discuss, "Bespreken", DemoPeople.Els, Cancellation);
        var next = await FinishAsync();
        var page = Show(number, DemoPeople.Els);
        Assert.NotEmpty(page.FindAll(".aw-event-comments"));

        page.Render(parameters => parameters.Add(one => one.Number, next.ToString()));

        Assert.Equal($"Naspelen van zaak {next}", page.Find("h1").TextContent);
        Assert.Empty(page.FindAll(".aw-event-comments"));
    }

    [Fact]
    public async Task Page_Opened_IsThereToSeeForTheEmployee()
    {
        var number = await FinishAsync();

        Show(number, DemoPeople.Els);

        var look = Assert.Single(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Sanne, Cancellation));
        Assert.Equal((AccessKind.Replay, DemoPeople.Els), (look.Kind, look.Actor));
        Assert.Empty(await Host.Get<CaseAccesses>().OfAsync(number, DemoPeople.Tom, Cancellation));
    }

    [Theory]
    [InlineData("2026-99999", "De zaak is er niet")]
    [InlineData("abc", "“abc” is geen zaaknummer")]
    [InlineData("2026-00001' OR 1=1", "is geen zaaknummer")]
    [InlineData("9223372036854775808", "is geen zaaknummer")]
    public void Page_OfNoCase_SaysWhatToDo(string number, string sentence)
    {
        var page = Show(number, DemoPeople.Els, null);

        Assert.Contains(sentence, page.Find(".aw-lead").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".aw-player"));
    }

    [Fact]
    public async Task Page_OfATamperedCase_NamesTheEventAndShowsWhatIsBeforeIt()
    {
        var number = await FinishAsync();
        await Host.MeddleAsync($"UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 6");

        var page = Show(number, DemoPeople.Els, "99");

        Assert.Contains("Gebeurtenis 6 is niet meer zoals die is opgeschreven.", page.Find(".aw-errors").TextContent,
            StringComparison.Ordinal);
        Assert.Contains("De 5 gebeurtenissen daarvoor", page.Find(".aw-errors").TextContent, StringComparison.Ordinal);
        Assert.Contains("Gebeurtenis 5 van 5", page.Find(".aw-player").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_OfACaseOfWhichNothingIsLeft_SaysSo()
    {
        var number = await FinishAsync();
        await Host.MeddleAsync($"UPDATE Events SET ActorName = 'Iemand' WHERE Sequence = 1");

        var page = Show(number, DemoPeople.Els);

        Assert.Contains("Er is niets van te tonen", page.Find(".aw-errors").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".aw-player"));
    }

    private static void AssertRefused(IRenderedComponent<ReplayPage> page)
    {
        Assert.Equal("Deze zaak kun je niet naspelen", page.Find("h1").TextContent);
        Assert.Contains("of is niet van jou", page.Find(".aw-lead").TextContent, StringComparison.Ordinal);
    }

    private IRenderedComponent<ReplayPage> Show(CaseNumber number, Actor reader, string? stap = null) =>
        Show(number.ToString(), reader, stap);

    private IRenderedComponent<ReplayPage> Show(string number, Actor reader, string? stap)
    {
        SignIn(reader);
        var navigation = Services.GetRequiredService<NavigationManager>();
        navigation.NavigateTo(Urls.ForReplay(number) + (stap is null ? "" : $"?stap={Uri.EscapeDataString(stap)}"));
        return Render<ReplayPage>(parameters => parameters.Add(page => page.Number, number));
    }
}
