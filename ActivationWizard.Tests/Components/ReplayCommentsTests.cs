using ActivationWizard.App.Journal.Notes;
using ActivationWizard.App.Replay;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Journal;
using Bunit;

namespace ActivationWizard.Tests.Components;

/// <summary>What is said about an event, on the page: added, settled, filtered, and never in the case's own chain.</summary>
public sealed class ReplayCommentsTests : LookingBackScreen
{
    private readonly List<IReadOnlyDictionary<int, int>> _counted = [];

    [Fact]
    public async Task Comment_Added_StandsAtItsEventAndNotInTheChain()
    {
        var number = await FinishAsync();
        var aside = Show(number, 4, DemoPeople.Els);

        aside.Find("#opmerking-tekst").Change("Mooi opgelost");
        aside.Find("#opmerking-soort").Change(nameof(CommentKind.Compliment));
        aside.Find(".aw-comments form").Submit();

        aside.WaitForAssertion(
            () => Assert.Contains("Mooi opgelost", aside.Find(".aw-comments li").TextContent, StringComparison.Ordinal));
        Assert.Equal("?stap=4", aside.Find(".aw-comments li a").GetAttribute("href"));
        Assert.Contains("● Nog open", aside.Find(".aw-comments li").TextContent, StringComparison.Ordinal);
        Assert.Equal(1, _counted[^1][4]);
        Assert.Equal(13, (await Host.Reading.EventsAsync(number, Cancellation)).Count);
        Assert.Empty((await Host.Verification.CheckAllAsync(Cancellation)).Breaks);
    }

    [Fact]
    public async Task Comment_Settled_SaysByWhomAndIsLeftOutOfTheOpenOnes()
    {
        var number = await FinishAsync();
        await Host.Get<CaseComments>().AddAsync(number, 4, CommentKind.Mistake, "Kijk hier", DemoPeople.Els, Cancellation);
        await Host.Get<CaseComments>().AddAsync(number, 7, CommentKind.Discuss, "Bespreken", DemoPeople.Els, Cancellation);
        var aside = Show(number, 4, DemoPeople.Sanne);
        Assert.Equal(2, aside.FindAll(".aw-comments li").Count);

        aside.Find(".aw-comments li button").Click();

        aside.WaitForAssertion(() =>
            Assert.Contains(DemoPeople.Sanne.Name, aside.FindAll(".aw-comments li")[0].TextContent, StringComparison.Ordinal));
        aside.Find(".aw-comments input[type=checkbox]").Change(true);
        Assert.Contains("Bespreken", Assert.Single(aside.FindAll(".aw-comments li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comment_WithoutWords_IsNotAddedAndSaysSo()
    {
        var number = await FinishAsync();
        var aside = Show(number, 4, DemoPeople.Els);

        aside.Find("#opmerking-tekst").Change("   ");
        aside.Find(".aw-comments form").Submit();

        aside.WaitForAssertion(() => Assert.NotEmpty(aside.Find(".aw-comments [role=status]").TextContent));
        Assert.Empty(aside.FindAll(".aw-comments li"));
    }

    private IRenderedComponent<ReplayAside> Show(CaseNumber number, int at, Actor reader)
    {
        var session = ReplaySession.Of(Host.Finished.FollowAsync(number, reader, Cancellation).GetAwaiter().GetResult()!);
        return Render<ReplayAside>(parameters => parameters
            .Add(one => one.Moment, session.At(at))
            .Add(one => one.Actor, reader)
            .Add(one => one.HrefOf, sequence => $"?stap={sequence}")
            .Add(one => one.OnCounted, _counted.Add));
    }
}
