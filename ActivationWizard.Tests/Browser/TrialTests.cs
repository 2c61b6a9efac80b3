using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>A trial as an employee and a team lead have it: one click, three clicks, and the page that compares.</summary>
public sealed class TrialTests(BrowserHost browser)
{
    [Fact]
    [Nightly("the screen passes axe every day; a trial of every seed is carried out in `App`")]
    public async Task Trial_AsProposedAndDifferently_IsOneClickAndThreeAndIsCompared()
    {
        using var dutch = new FixedCulture("nl-NL");
        await using var app = new TestApp(new() { Settings = new() { ["Activation:Trial"] = "true" } });
        await using (var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne, new BrowserView("nl")))
        {
            var agreed = await CaseAtDesk.TakeAsync(desk, app, "E. Mailstra");
            await Expect(desk.Page.GetByRole(AriaRole.Complementary, new() { Name = ShellText.TrialBarLabel }))
                .ToContainTextAsync("verstuurt niets");
            desk.StartCounting();
            await desk.KeyAsync("Control+Enter", $"role=button[name=\"{PracticeText.AsProposed}\"]");
            await desk.WaitForStepAsync("klaar");
            Assert.Equal((0, ActivationState.TriedOut), (desk.Clicks, (await agreed.NowAsync()).State));

            var different = await CaseAtDesk.TakeAsync(desk, app, "P. Postma");
            var send = desk.Page.GetByRole(AriaRole.Button, new() { Name = PracticeText.Differently });
            await send.ClickAsync();
            await Expect(desk.Page.GetByRole(AriaRole.Alert).Filter(new() { HasText = StepsText.ObstaclePracticeNotSaid }).First)
                .ToBeFocusedAsync();
            Assert.Empty(await Looks.ProblemsAsync(desk.Page, "trial-proposal", Looking.EveryWay));
            desk.StartCounting();
            await desk.Page.GetByLabel(PracticeText.PracticeCodeByEmail).CheckAsync();
            await desk.Page.GetByLabel(PracticeText.ReasonKnewMore).CheckAsync();
            await send.ClickAsync();
            await desk.WaitForStepAsync("klaar");
            Assert.True((await different.NowAsync()).IsPracticeDifferent);
            Assert.Empty(await GalleryWalk.WalkAsync(desk, [], Looking.Once));
        }

        await using var lead = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Els, new BrowserView("nl"));
        Assert.Empty(await GalleryWalk.WalkAsync(
            lead, [new Exhibit("trial", $"{Urls.Trial}?toon=alles", Seen.Table)], Looking.EveryWay));
        await lead.GoAsync(Urls.Trial);
        await Expect(lead.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = PracticeText.ReasonKnewMore }).Last)
            .ToContainTextAsync(PracticeText.PracticeCodeByEmail);
        Assert.Empty(app.Sandbox.Ledger);
    }
}
