using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Systems;
using Bunit;
using Bunit.TestDoubles;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

public sealed class LayoutTests : Screen
{
    [Fact]
    public void Layout_AroundAPage_HasASkipLinkToItsContent()
    {
        var layout = Show(DemoPeople.Sanne, "<p>inhoud van de pagina</p>");
        var content = layout.Find("main");
        Assert.Equal("inhoud van de pagina", content.TextContent.Trim());
        Assert.Equal("-1", content.GetAttribute("tabindex"));
        Assert.Equal(content.Id, layout.Find("a.aw-skip").GetAttribute("data-focus"));
    }

    [Fact]
    public void Navigation_ByRole_ShowsWhatTheyWorkWith()
    {
        AssertLinks(DemoPeople.Tom, Urls.Work, Urls.Inbox, Urls.Messages, Urls.Search, Urls.Cases);
        AssertLinks(
            DemoPeople.Els, Urls.Morning, Urls.Work, Urls.Cases, Urls.Inbox, Urls.Messages, Urls.Overview, Urls.AccessLog,
            Urls.Status);
        AssertLinks(DemoPeople.Bram, Urls.AccessLog, Urls.Status, Urls.Templates, Urls.SystemChecks);

        void AssertLinks(Actor actor, params string[] expected) => Assert.Equal(expected.Select(one => one.InPage()),
            Render<MainNavigation>(parameters => parameters.Add(navigation => navigation.Actor, actor))
                .FindAll("nav[aria-label=Hoofdmenu] a").Select(link => link.GetAttribute("href")!));
    }

    [Theory]
    [InlineData("/werk", "werk")]
    [InlineData("/werk?toon=wacht#aanvragen", "werk")]
    [InlineData("/zoek/nieuw", "zoek")]
    [InlineData("/werkelijk", null)]
    [InlineData("/zaken", "zaken")]
    [InlineData("/zaken/2026-00413/klaar", null)]
    public void Navigation_AtAPage_MarksTheLinkThatItBelongsTo(string address, string? current)
    {
        var navigation = Render<MainNavigation>(parameters => parameters.Add(one => one.Actor, DemoPeople.Sanne));
        Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        navigation.Render();
        Assert.Equal(current, navigation.FindAll("[aria-current=page]").SingleOrDefault()?.GetAttribute("href"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Layout_InATrial_SaysThatNothingIsSentAndHasTheTeamLeadsPage(bool isTrial)
    {
        Services.AddSingleton(Sample.Settings with { Trial = isTrial });

        var layout = Show(DemoPeople.Els);

        Assert.Equal(isTrial, layout.FindAll("aside[aria-label=Proefdraaien]").Count is 1);
        Assert.Equal(isTrial, layout.FindAll($"nav a[href='{Urls.Trial.InPage()}']").Count is 1);
    }

    [Fact]
    public void UserMenu_OfSomebodySignedIn_HasNameRoleAndSignOut()
    {
        var menu = Show(DemoPeople.Els).Find("details");
        Assert.Contains("Els de Groot", menu.TextContent, StringComparison.Ordinal);
        Assert.Contains("Teamleider", menu.TextContent, StringComparison.Ordinal);
        Assert.Equal("EG", menu.QuerySelector(".aw-initials")!.TextContent);
        Assert.Equal(Urls.SignOut.InPage(), menu.QuerySelector("form")!.GetAttribute("action"));
    }

    [Fact]
    public void Layout_ForAStranger_HasNoNavigationAndNoUserMenu()
    {
        AddAuthorization().SetNotAuthorized();
        var layout = ShowLayout();
        Assert.Empty(layout.FindAll("nav"));
        Assert.Empty(layout.FindAll("details"));
        Assert.NotEmpty(layout.FindAll("form"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Layout_WithACircuit_SaysSo(bool hasCircuit)
    {
        AddAuthorization().SetNotAuthorized();
        Assert.Equal(hasCircuit, ShowLayout(hasCircuit: hasCircuit).Find(".aw-layout").HasAttribute("data-connected"));
    }

    [Fact]
    public void LanguageSwitch_InDutch_MarksDutch()
    {
        var current = Show(DemoPeople.Tom).Find("[name=language][aria-current=true]");
        Assert.Equal("nl", current.GetAttribute("value"));
        Assert.Contains("Nederlands", current.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void ThemeSwitch_HasAButtonForEachTheme()
    {
        var buttons = Show(DemoPeople.Tom).FindAll($"form[action='{Urls.Theme.InPage()}'] button[name=theme]");

        Assert.Equal(
            [("donker", "Donkere kleuren"), ("licht", "Lichte kleuren")],
            buttons.Select(one => (one.GetAttribute("value"), one.GetAttribute("aria-label"))));
    }

    [Fact]
    public async Task Page_ThatThrows_IsReplacedByACalmMessageWithAReference()
    {
        var isBroken = true;
        RenderFragment page = builder =>
        {
            if (isBroken)
                throw new InvalidOperationException("geheim");
            builder.AddContent(0, "weer goed");
        };
        AddAuthorization().SetNotAuthorized();
        var layout = ShowLayout(page);
        Assert.Equal("Er ging iets mis", layout.Find("h1").TextContent);
        Assert.DoesNotContain("geheim", layout.Markup, StringComparison.Ordinal);
        Assert.Equal(32, layout.Find("code").TextContent.Length);
        isBroken = false;
        await layout.FindAll("main button").Single(button => button.TextContent == "Probeer opnieuw").ClickAsync(new());
        Assert.Equal("weer goed", layout.Find("main").TextContent.Trim());
    }

    private IRenderedComponent<MainLayout> Show(Actor actor, string body = "")
    {
        var authorization = AddAuthorization();
        authorization.SetAuthorized(actor.Name);
        authorization.SetClaims([.. ActorClaims.ToPrincipal(actor, "test").Claims]);
        return ShowLayout(builder => builder.AddMarkupContent(0, body));
    }

    private IRenderedComponent<MainLayout> ShowLayout(RenderFragment? body = null, bool hasCircuit = true)
    {
        SetRendererInfo(new RendererInfo(hasCircuit ? "Server" : "Static", hasCircuit));
        return Render<MainLayout>(parameters => parameters.Add(layout => layout.Body, body));
    }
}
