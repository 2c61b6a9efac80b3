using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>What was looked up before anybody came: the list shows the proposal, and opening shows the facts at once.</summary>
public sealed class ArrivalTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    [Fact]
    public async Task WorkList_BeforeAnybodyTookIt_ShowsTheProposalAndOpensOnTheFacts()
    {
        var number = (await app.CaseOfAsync("E. Mailstra")).Number;
        await app.UntilAsync(number, one => one.State is ActivationState.AwaitingDecision);
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await desk.GoAsync(Urls.Work);
        await desk.OpenRowAsync("E. Mailstra");

        await desk.WaitForAsync(Seen.Table);
        await desk.WaitForAsync(Seen.AcceptEnabled);

        var taken = await app.CaseAsync(number);
        Assert.Equal((DemoPeople.Sanne, typeof(CaseTaken)), (taken.Handler, taken.Last!.GetType()));
        Assert.Empty(await Accessibility.ViolationsAsync(desk.Page));
        Assert.Empty(desk.Problems);
    }
}
