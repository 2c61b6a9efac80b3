using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Browser;

/// <summary>Tabs, double clicks, the browser's own buttons and nonsense in the address.</summary>
public sealed class CaseHandlingTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    [Fact]
    public async Task SendButton_ClickedTwice_SendsOnce()
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "Z. Yıldız");
        await desk.Page.Locator(Seen.Accept).DblClickAsync();

        await atDesk.EndsAsync(ActivationState.SentByEmail, "activate-account mail-code register-contact");
    }

    [Fact]
    public async Task Case_AnsweredInTwoTabsAtOnce_SendsOnceAndTellsTheOther()
    {
        var told = new List<string>();
        foreach (var name in new[] { "N. Hoofdman", "J. Müller", "E. Mailstra" })
        {
            told.AddRange(await AnswerInTwoTabsAsync(name));
            if (told.Count > 0)
                break;

            // The other tab looked at the case just between the two clicks, and had no button any more: again, with the next
            // request.
        }

        Assert.Matches(@"^Deze zaak is al verstuurd door jou om \d+:\d\d\. Er is niets dubbel gedaan\.$", Assert.Single(told));
    }

    [Fact]
    public async Task Back_AfterSending_ShowsTheReceipt()
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "C. Groen-van Houten");
        await atDesk.AgreeAsync();
        await desk.WaitForStepAsync("klaar");
        await desk.ClickAsync(Seen.Next);
        await desk.WaitForAddressAsync($"^/zaken/(?!{atDesk.Number})");

        await desk.Page.GoBackAsync();
        await desk.WaitForAsync(Seen.Outcome);
        Assert.Contains(atDesk.Number.ToString(), desk.Page.Url, StringComparison.Ordinal);

        await desk.GoAsync(Urls.ForStep(atDesk.Number, WizardStep.Check));
        await desk.WaitForAsync(Seen.Outcome);
        Assert.False(await desk.IsThereAsync(Seen.Accept));
        Assert.Empty(desk.Problems);
    }

    [Theory]
    [NightlyData("J. Dubbelman", "zoeken", "Kies wie het is", false)]
    [InlineData("P. Postma", "controleren", "Verstuur de code per brief", false)]
    [NightlyData("F. Lade", "uitvoeren", "Ik heb dit gedaan", true)]
    [NightlyData("J. Zegel", "klaar", "is klaar", true)]
    public async Task Refresh_AtAnyStep_GivesTheSameStep(string name, string step, string text, bool agrees)
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, name);
        if (agrees)
            await atDesk.AgreeAsync();
        await desk.WaitForStepAsync(step);
        await desk.WaitForAsync($"text={text}");
        var before = await desk.Page.Locator("h1").InnerTextAsync();

        await desk.Page.ReloadAsync();
        await desk.WaitForAsync($"text={text}");

        Assert.EndsWith($"/{step}", desk.Page.Url, StringComparison.Ordinal);
        Assert.Equal(before, await desk.Page.Locator("h1").InnerTextAsync());
        Assert.Empty(desk.Problems);
    }

    [Theory]
    [NightlyData("/zaken/2026-99999")]
    [NightlyData("/zaken/2026-99999/controleren")]
    [NightlyData("/zaken/abc/klaar")]
    [NightlyData("/zaken/-1")]
    [NightlyData("/zaken/9223372036854775808")]
    public async Task UnknownCase_IsASentence(string path)
    {
        await using var desk = await OpenAsync();
        await desk.GoAsync(path);

        Assert.Equal("Deze zaak bestaat niet. Controleer het nummer.", await desk.Page.Locator("h1").InnerTextAsync());
        Assert.DoesNotContain("   at ", await desk.Page.Locator("body").InnerTextAsync(), StringComparison.Ordinal);
        await desk.Page.Locator("main a").First.ClickAsync();
        await desk.WaitForAsync(Seen.Start);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly("that a case is shown at its own step is tried every day by going back")]
    public async Task UnknownStep_IsTheCasesOwnStep()
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "K. Kaart");
        await desk.GoAsync($"/zaken/{atDesk.Number}/onzin");

        await desk.WaitForStepAsync("controleren");
        await atDesk.AgreeAsync();
        await desk.WaitForStepAsync("klaar");
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly("that a case is shown at its own step is tried every day by going back")]
    public async Task Step_NotReachedYet_IsTheCasesOwnStep()
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "B. van den Brief");
        await desk.GoAsync(Urls.ForStep(atDesk.Number, WizardStep.Done));

        await desk.WaitForAsync(Seen.Accept);
        Assert.False(await desk.IsThereAsync(Seen.Outcome));
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task SystemFails_WhileSending_SaysSoAndGoesOnWhenAsked()
    {
        var person = await app.StateAsync($"people/{SandboxSeeds.Requests.Single(one => one.Naam == "S. de Vries").PartyNumber}");
        var path = $"/api/v1/klanten/{person["klanten"]![0]!["klantId"]}/account/activatie";
        app.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.TooManyRequests,
            System = "umbrella",
            Method = "POST",
            Path = path,
            Times = 0,
            RetryAfter = "3600",
        });
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "S. de Vries");
        await atDesk.AgreeAsync();
        await desk.Page.Locator(Seen.NoAnswer).WaitForAsync();
        app.Sandbox.ClearFaults();
        await desk.PressAsync("Nu proberen");

        await atDesk.EndsAsync(ActivationState.SentByEmail, "create-account activate-account mail-code register-contact");
    }

    private async Task<IReadOnlyList<string>> AnswerInTwoTabsAsync(string name)
    {
        await using var one = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(one, app, name);
        await using var other = await OpenAsync(Urls.ForStep(atDesk.Number, WizardStep.Check));

        await PageWaits.ClickAtOnceAsync(Seen.Accept, one.Page, other.Page);

        await atDesk.EndsAsync(ActivationState.SentByEmail, "activate-account mail-code register-contact");
        await other.WaitForStepAsync("klaar");
        await Task.WhenAll(one.Page.WaitUntilReadyAsync(), other.Page.WaitUntilReadyAsync());
        Assert.Empty(other.Problems);
        return
        [
            .. await one.Page.Locator(Seen.ErrorLines).AllInnerTextsAsync(),
            .. await other.Page.Locator(Seen.ErrorLines).AllInnerTextsAsync(),
        ];
    }

    private Task<Desktop> OpenAsync(string? startsAt = null) =>
        Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne, startsAt: startsAt);
}
