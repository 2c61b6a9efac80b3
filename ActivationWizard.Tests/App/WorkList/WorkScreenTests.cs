using ActivationWizard.App;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Components;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.App.WorkList;

/// <summary>The work list, the search and the form in a real browser, at the real app.</summary>
public sealed class WorkScreenTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Start_ByTheEnterKeyAlone_TakesTheOldestAndGoesToItsStep()
    {
        await using var window = await SignInAsync(Urls.Work, BrowserView.Desktop);
        await Expect(window.Page.Locator(Seen.Start)).ToBeFocusedAsync();

        await window.Page.Keyboard.PressAsync("Enter");

        await window.Page.WaitForAddressAsync("^/zaken/[^/]+/[^/]+$");
        var cancelled = TestContext.Current.CancellationToken;
        Assert.Contains(
            await app.Queries.WorkListAsync(DemoPeople.Sanne, WorkListFilter.Mine, cancelled),
            one => window.Page.Url.Contains(one.Number.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [NightlyData("/werk?toon=nieuw&bladzijde=2")]
    [InlineData("/zoek?q=Rechtop")]
    public async Task Row_OfANewRequest_TakesItOnTheWay(string page)
    {
        await using var window = await SignInAsync(app.Sealed(DemoPeople.Sanne, page), BrowserView.Desktop);
        var link = window.Page.GetByRole(AriaRole.Table).GetByRole(AriaRole.Link).First;
        var number = await link.TextContentAsync();

        await link.ClickAsync();

        await window.Page.WaitForAddressAsync($"^/zaken/{number}/[^/]+$");
        Assert.True(CaseNumber.TryParse(number, out var taken));
        var activation = await app.Runner.LoadAsync(taken, TestContext.Current.CancellationToken);
        Assert.Equal(DemoPeople.Sanne.Id, activation!.Handler!.Id);
    }

    [Fact]
    public async Task List_WhenAColleagueTakesARequest_KeepsUpByItself()
    {
        await using var window = await SignInAsync("/werk?bladzijde=2", BrowserView.Desktop);
        var row = window.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Nieuw" }).Last;
        Assert.True(CaseNumber.TryParse(await row.Locator("a").TextContentAsync(), out var number));

        await app.DeskOf(DemoPeople.Tom).TakeAsync(number);

        var same = window.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = number.ToString() });
        await Expect(same).ToContainTextAsync("Tom");
    }

    [Fact]
    public async Task Skipped_WithAReason_IsInTheListForEverybodyToSeeAndNotGivenToTheSameEmployee()
    {
        await using var window = await SignInAsync(Urls.Work, BrowserView.Desktop);
        var page = window.Page;
        await Expect(page.Locator(Seen.Start)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForAddressAsync("^/zaken/[^/]+/[^/]+$");
        var number = new Uri(page.Url).Segments[2].TrimEnd('/');
        await Expect(page.Locator(Seen.Accept)).ToBeVisibleAsync();
        await page.GetByText("Sla over", new() { Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sla deze zaak over" }).ClickAsync();
        await Expect(page.GetByText("Kies waarom je de zaak overslaat.")).ToBeVisibleAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        await page.GetByLabel("Ik ken de aanvrager").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sla deze zaak over" }).ClickAsync();
        await Expect(page.Locator(Seen.Next)).ToBeFocusedAsync();

        await page.Keyboard.PressAsync("Enter");
        await page.WaitForAddressAsync($"^/zaken/(?!{number})[^/]+/[^/]+$");

        await page.GotoAsync("/werk?toon=overgeslagen");
        var row = page.GetByRole(AriaRole.Row).Filter(new() { HasText = number });
        await Expect(row).ToContainTextAsync("Sanne: Ik ken de aanvrager");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.Empty(window.Problems);
    }

    [Fact]
    public async Task Search_AsOneTypes_FindsPeopleAndStartsARequestWithoutRetyping()
    {
        await using var window = await SignInAsync(Urls.Search, BrowserView.Desktop);
        var page = window.Page;
        await page.WaitUntilReadyAsync();
        await page.Locator(Seen.Search).PressSequentiallyAsync("Mailstra");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mailstra" }).First.ClickAsync();

        await page.WaitForAddressAsync("^/zoek/nieuw");
        await Expect(page.GetByLabel("Naam van de huurder")).ToHaveValueAsync("E. Mailstra");
        await Expect(page.GetByLabel("Postcode")).ToHaveValueAsync("5611 CD");
        Assert.Empty(await Accessibility.ViolationsAsync(page));
        Assert.Empty(window.Problems);
    }

    [Fact]
    public async Task Form_FilledInByHand_OpensTakesAndGoesToCheck()
    {
        await using var window = await SignInAsync(Urls.NewRequest, BrowserView.Desktop);
        var page = window.Page;
        await page.GetByLabel("Telefoon").CheckAsync();
        await page.GetByRole(AriaRole.Radio, new() { Name = "De huurder" }).CheckAsync();
        await page.GetByLabel("Eerste code").CheckAsync();
        await page.GetByLabel("Naam van de huurder").FillAsync("E. Mailstra");
        await page.GetByLabel("Postcode").FillAsync("5611 cd");
        await page.GetByLabel("Huisnummer").FillAsync("12");
        await page.GetByLabel("E-mailadres").FillAsync("e.mailstra@postvak.example");

        await page.Locator("button[type=submit]").Last.ClickAsync();

        await page.WaitForAddressAsync("^/zaken/[^/]+/controleren$");
        await Expect(page.GetByText("Verstuur de code per e-mail").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Form_WithHugeAndHostileFields_SaysWhatToDoAndLosesNothing()
    {
        await using var window = await SignInAsync(Urls.NewRequest, BrowserView.Desktop);
        var page = window.Page;
        var huge = new string('ß', 100_000);
        await page.GetByLabel("Naam van de huurder").FillAsync(huge);
        await page.GetByLabel("E-mailadres").FillAsync("<a@b.nl>");
        await page.GetByLabel("Opmerking").FillAsync("<script>alert(1)</script>");

        await SendAsync(page);

        await Expect(page.Locator(Seen.Alert)).ToBeFocusedAsync();
        Assert.StartsWith("Fout:", await page.TitleAsync(), StringComparison.Ordinal);
        Assert.Equal(huge, await page.GetByLabel("Naam van de huurder").InputValueAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Maak de naam korter" }).ClickAsync();
        await Expect(page.Locator(Seen.Name)).ToBeFocusedAsync();
        await page.GetByLabel("Naam van de huurder").FillAsync("A. Jansen");
        await SendAsync(page);
        await Expect(page.GetByLabel("Naam van de huurder")).Not.ToHaveAttributeAsync("aria-invalid", "true");
        Assert.Empty(window.Problems);
    }

    [Theory]
    [NightlyData("%_a", "Typ minstens 3")]
    [NightlyData("'; DROP TABLE", "We vinden niemand bij")]
    [NightlyData("mailstra", "Gevonden bij")]
    [InlineData("5611CD", "Gevonden bij")]
    public async Task Search_WhateverIsTyped_SaysWhatWasFound(string text, string said)
    {
        await using var window = await SignInAsync(Urls.Search, BrowserView.Desktop);
        await window.Page.Locator(Seen.Search).FillAsync(text);

        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.GetByText(said)).ToBeVisibleAsync();
        Assert.Empty(window.Problems);
    }

    private Task<BrowserWindow> SignInAsync(string path, BrowserView view) =>
        browser.SignInAsync(app.Address, DemoPeople.Sanne, path, view);

    private static async Task SendAsync(IPage page)
    {
        await page.Locator("button[type=submit]").Last.ClickAsync();
        await page.Locator(Seen.Alert).WaitForAsync();
    }
}
