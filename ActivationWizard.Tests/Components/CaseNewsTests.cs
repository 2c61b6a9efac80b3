using ActivationWizard.App.Background;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Components;

/// <summary>What people are told of cases they do not look at.</summary>
public sealed class CaseNewsTests : Screen
{
    [Theory]
    [InlineData(ActivationState.SentByLetter, "Zaak 2026-00412 is klaar.")]
    [InlineData(ActivationState.Refused, "Zaak 2026-00412 is klaar.")]
    public void News_OwnCaseEndsElsewhere_IsSaidOnceWithAWayToIt(ActivationState state, string words)
    {
        Watched.Put(Summaries.Of(ActivationState.ActivatingAccount, DemoPeople.Sanne, 412));
        var news = ShowNews();
        Assert.Empty(news.Find("[role=status]").TextContent.Trim());

        Ends(DemoPeople.Sanne, state);

        news.WaitForAssertion(() => Assert.Contains(words, news.Find("[role=status]").TextContent, StringComparison.Ordinal));
        Assert.StartsWith("zaken/2026-00412/", news.Find("a").GetAttribute("href"), StringComparison.Ordinal);
        news.Find("button").Click();
        news.WaitForAssertion(() => Assert.Empty(news.Find("[role=status]").TextContent.Trim()));
        Clock.Advance(CaseFeed.Interval);
        Assert.Empty(news.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void News_SomebodyElsesCaseOrTheOneOnTheScreen_IsNotSaid()
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo("/zaken/2026-00412/uitvoeren");
        var news = ShowNews();

        Ends(DemoPeople.Tom, ActivationState.SentByEmail);
        Ends(DemoPeople.Sanne, ActivationState.SentByEmail);

        news.WaitForAssertion(() => Assert.True(Watched.Looks > 1));
        Assert.Empty(news.Find("[role=status]").TextContent.Trim());
    }

    [Fact]
    public void Attention_InTheNavigation_CountsTheOwnCasesOfAnEmployee()
    {
        var sanne = ShowCount(DemoPeople.Sanne);
        Assert.Empty(sanne.FindAll(".aw-count"));

        Ends(DemoPeople.Tom, ActivationState.NeedsAttention);
        Ends(DemoPeople.Sanne, ActivationState.NeedsAttention);

        sanne.WaitForAssertion(() => Assert.Equal("1", sanne.Find(".aw-count").TextContent));
        Assert.Equal("werk?toon=controle", sanne.Find("a:has(.aw-count)").GetAttribute("href"));
    }

    [Fact]
    public void Messages_InTheNavigation_AreCountedAsTheyComeAndGo()
    {
        var navigation = ShowCount(DemoPeople.Sanne);
        Assert.Empty(navigation.FindAll(".aw-count"));

        Seen(open: 12, mark: 1);
        navigation.WaitForAssertion(
            () => Assert.Equal("12", navigation.Find("a[href=berichten] .aw-count").TextContent));

        Seen(open: 0, mark: 2);
        navigation.WaitForAssertion(() => Assert.Empty(navigation.FindAll(".aw-count")));

        void Seen(int open, long mark)
        {
            Watched.Messages = (open, mark);
            Clock.Advance(CaseFeed.Interval);
        }
    }

    private IRenderedComponent<CaseNews> ShowNews() =>
        Render<CaseNews>(parameters => parameters.Add(news => news.Actor, DemoPeople.Sanne));

    private IRenderedComponent<MainNavigation> ShowCount(Actor actor) =>
        Render<MainNavigation>(parameters => parameters.Add(navigation => navigation.Actor, actor));

    private void Ends(Actor handler, ActivationState state)
    {
        Services.GetRequiredService<CaseFeed>().LookAsync(Xunit.TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        Clock.Advance(TimeSpan.FromSeconds(1));
        Watched.Put(Summaries.Of(state, handler, handler == DemoPeople.Tom ? 413 : 412) with
        {
            ChangedAt = Clock.GetUtcNow(),
            Version = 4,
            CompletedAt = state.IsFinal ? Clock.GetUtcNow() : null,
        });
        Clock.Advance(CaseFeed.Interval);
    }
}
