using ActivationWizard.App;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// A page is drawn and its circuit is not there: what is pressed and typed then is done once it is, to the same element, once, or
/// the page says that it was not. The circuit is held back until the test lets it go.
/// </summary>
public sealed class EarlyActsTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    private const string OfOneScript = "one script keeps what is done early; a click, a form and an answer are tried every day";

    [Theory]
    [InlineData(false)]
    [NightlyData(true)]
    public async Task Start_PressedBeforeTheCircuit_TakesOneRequest(bool byKey)
    {
        // It takes whichever has waited longest, of which the others have one.
        await using var own = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, own.Address, DemoPeople.Tom);
        var before = await TakenAsync(own);
        var circuit = await HoldAsync(desk);
        await desk.Page.GotoAsync(Urls.Work);

        if (byKey)
            await desk.Page.Locator(Seen.Start).PressAsync("Enter");
        else
            await desk.Page.Locator(Seen.Start).DblClickAsync();

        await Expect(desk.Page.Locator(Seen.Start)).ToHaveAttributeAsync("aria-busy", "true");
        await Expect(desk.Page.GetByText(ShellText.EarlyWait)).ToBeVisibleAsync();
        Assert.Equal(before, await TakenAsync(own));
        circuit.SetResult();

        await desk.WaitForAddressAsync("^/zaken/");
        await desk.Page.WaitUntilReadyAsync();
        Assert.Single((await TakenAsync(own)).Except(before));
        await Expect(desk.Page.GetByText(ShellText.EarlyWait)).ToHaveCountAsync(0);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Case_FilledInAndAgreedToBeforeTheCircuit_IsCarriedOutOnce()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "N. Nieuwenhuis");
        await desk.WaitForAsync(Seen.AcceptEnabled);
        var circuit = await HoldAsync(desk);
        await desk.Page.ReloadAsync();

        await desk.Page.CheckAsync(Seen.OldAccount);
        await desk.KeyAsync("Control+Enter");
        var version = (await atDesk.NowAsync()).Version;
        circuit.SetResult();

        await desk.WaitForStepAsync("klaar");
        var ended = await app.UntilAsync(atDesk.Number, one => one.State.IsFinal);
        Assert.True(ended.Version > version);
        Assert.Single(app.LedgerOf(ended), entry => entry.Effect is SandboxEffects.DeleteAccount);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Case_ThatChangedMeanwhile_IsNotAnsweredAndThePageSaysSo()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "E. Mailstra");
        await desk.WaitForAsync(Seen.AcceptEnabled);
        var circuit = await HoldAsync(desk);
        await desk.Page.ReloadAsync();
        await desk.ClickAsync(Seen.Accept);

        // The same words on the same button, of a proposal that was made anew.
        var before = await atDesk.NowAsync();
        await app.DeskOf(DemoPeople.Sanne).AnswerAsync(
            atDesk.Number, before.Version, new FetchAgain());
        var anew = await app.UntilAsync(
            atDesk.Number, one => one.Version > before.Version && one.State is ActivationState.AwaitingDecision);
        circuit.SetResult();

        await Expect(desk.Page.GetByText(ShellText.EarlyChanged)).ToBeVisibleAsync();
        await desk.WaitForAsync(Seen.AcceptEnabled);
        Assert.Equal(anew.Version, (await atDesk.NowAsync()).Version);
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Search_TypedBeforeTheCircuit_IsThereWithTheFocusAndIsSearched()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var circuit = await HoldAsync(desk);
        await desk.Page.GotoAsync(Urls.Search);
        await desk.Page.Locator(Seen.Search).PressSequentiallyAsync("van");
        circuit.SetResult();

        await desk.WaitForAddressAsync(@"^/zoek\?gezocht=");
        await Expect(desk.Page.Locator(Seen.Search)).ToHaveValueAsync("van");
        await Expect(desk.Page.Locator(Seen.Search)).ToBeFocusedAsync();
    }

    [Fact]
    public async Task NewRequest_SentBeforeTheCircuit_SendsNothingAsAnAddress()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var circuit = await HoldAsync(desk);
        await desk.Page.GotoAsync(Urls.NewRequest);
        await desk.TypeAsync(Seen.Name, "V. Vroeg");
        await desk.Page.Locator(Seen.Name).PressAsync("Enter");
        circuit.SetResult();

        // Sent with what is missing in it, which the page says; what was typed is still there.
        await desk.WaitForAsync(Seen.ErrorLines);
        Assert.Equal(Urls.NewRequest, new Uri(desk.Page.Url).PathAndQuery);
        await Expect(desk.Page.Locator(Seen.Name)).ToHaveValueAsync("V. Vroeg");
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Menu_OpenedBeforeTheCircuit_IsStillOpen()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        var circuit = await HoldAsync(desk);
        await desk.Page.GotoAsync(Urls.Work);
        await desk.ClickAsync(Seen.UserMenu);
        circuit.SetResult();
        await desk.Page.WaitUntilReadyAsync();

        await Expect(desk.Page.Locator(Seen.SignOut)).ToBeVisibleAsync();
    }

    private static async Task<IReadOnlyList<CaseNumber>> TakenAsync(TestApp app) =>
        [.. (await app.Queries.WorkListAsync(DemoPeople.Tom, WorkListFilter.Mine, default)).Select(one => one.Number)];

    // The hub is asked for nothing before the result is set.
    private static async Task<TaskCompletionSource> HoldAsync(Desktop desk)
    {
        var letGo = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // By the way that asks first, which a route can hold: the other is one socket from the beginning.
        await desk.Page.AddInitScriptAsync("sessionStorage.setItem('aw-onderhandelen', '1')");
        await desk.Page.RouteAsync($"**{Urls.Hub}/**", async route =>
        {
            await letGo.Task;
            await route.ContinueAsync();
        });
        return letGo;
    }
}
