using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Cases;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>Two employees and one case, or two cases of one tenant: one acts, the other sees who and may ask.</summary>
public sealed class TakeOverTests(TakeOverApp app, BrowserHost browser) : IClassFixture<TakeOverApp>
{
    private const string OfOneMechanism =
        "the domain proves the answers; one hand-over between two browsers is tried every day";

    private const string Mail = "activate-account mail-code register-contact";

    [Fact]
    public async Task Colleague_Asks_AndIsGivenTheCase()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "E. Mailstra");
        await using var tom = await OpenAsync(DemoPeople.Tom, Urls.ForStep(atDesk.Number, WizardStep.Check));
        Assert.Matches(new Regex(@"^Sanne Bakker werkt aan deze zaak sinds \d+:\d\d\. Je kunt meekijken\."),
            await tom.Page.Locator(Seen.Status, new() { HasTextString = "werkt aan deze zaak" }).InnerTextAsync());
        Assert.True(await tom.Page.Locator(Seen.Accept).IsDisabledAsync());

        await tom.PressAsync("Vraag om de zaak over te nemen");
        await sanne.Page.Locator(Seen.Alert, new() { HasTextString = "Tom Visser wil deze zaak overnemen." }).WaitForAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(sanne.Page));
        await sanne.PressAsync("Geef af");
        await tom.Page.Locator(Seen.AcceptEnabled).WaitForAsync();
        await sanne.Page.Locator(Seen.Status, new() { HasTextString = "Tom Visser werkt aan deze zaak" }).WaitForAsync();
        Assert.True(await sanne.Page.Locator(Seen.Accept).IsDisabledAsync());

        var toms = new CaseAtDesk(tom, app.App, atDesk.Number);
        await toms.AgreeAsync();
        await toms.EndsAsync(ActivationState.SentByEmail, Mail);
        await sanne.WaitForAsync(Seen.Outcome);
        Assert.Empty(sanne.Problems);
    }

    /// <summary>She looks elsewhere, in a window behind another, and turned notices on.</summary>
    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task Colleague_AsksWhileSheIsElsewhere_IsAnsweredOnThatPage()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "S. Papen");
        await sanne.Page.AddInitScriptAsync(
            """
            window.told = [];
            window.Notification = class {
                static permission = "granted";
                static requestPermission = async () => "granted";
                constructor(title, { body }) { told.push(body); }
                addEventListener() { }
            };
            Document.prototype.hasFocus = () => false;
            """);
        await sanne.GoAsync(Urls.Inbox);
        await sanne.PressAsync("Toon ook een melding op het bureaublad");
        await sanne.GoAsync(Urls.Search);
        var before = await CountAsync();

        await app.App.DeskOf(DemoPeople.Tom).AnswerAsync(atDesk.Number, 1, new AskToTakeOver());

        var asked = $"Tom Visser wil je zaak {atDesk.Number} overnemen.";
        await sanne.Page.Locator(Seen.Status, new() { HasTextString = asked }).WaitForAsync();
        await Waiting.ForAsync("the title to count it", CountAsync, now => now == before + 1, now => $"{now}");
        Assert.Equal([asked], await sanne.Page.EvaluateAsync<string[]>("() => told"));
        Assert.Empty(await Accessibility.ViolationsAsync(sanne.Page));
        await sanne.Page.SetViewportSizeAsync(1280, 720);
        Assert.True(await IsOneLineAsync(sanne));
        await sanne.Page.Locator(Seen.Status).GetByRole(AriaRole.Button, new() { Name = "Ik ben nog bezig" }).ClickAsync();

        await sanne.Page.Locator(Seen.Status, new() { HasTextString = $"Je houdt zaak {atDesk.Number}." }).WaitForAsync();
        await Waiting.ForAsync("the title to count it no more", CountAsync, now => now == before, now => $"{now}");
        Assert.NotEqual("BODY", await sanne.Page.EvaluateAsync<string>("() => document.activeElement.tagName"));
        Assert.Empty(sanne.Problems);

        async Task<int> CountAsync() => int.TryParse((await sanne.Page.TitleAsync()).Split(')')[0].TrimStart('('), out var count)
            ? count : 0;
    }

    /// <summary>A team lead has the most pages to go to.</summary>
    [Fact]
    [Nightly("a style that seldom changes")]
    public async Task Bar_OfATeamLead_StaysOnOneLine()
    {
        await using var els = await OpenAsync(DemoPeople.Els);
        await els.Page.SetViewportSizeAsync(1280, 720);

        Assert.True(await IsOneLineAsync(els));
    }

    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task Colleague_LooksOn_SaysWhyByKeyboardAndIsSeenToHaveLooked()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "P. Postma");
        await using var tom = await OpenAsync(DemoPeople.Tom);
        await tom.GoUnaskedAsync(Urls.ForStep(atDesk.Number, WizardStep.Check));
        Assert.DoesNotContain("Postma", await tom.Page.ContentAsync(), StringComparison.Ordinal);
        await tom.Page.Locator(Seen.OpenWithReason).PressAsync("Enter");
        await tom.WaitForAsync(Seen.ErrorLines);
        Assert.Empty(await Accessibility.ViolationsAsync(tom.Page));

        await tom.Page.Locator(Seen.AccessReasons).First.FocusAsync();
        await tom.Page.Keyboard.PressAsync("Space");
        await tom.Page.Keyboard.PressAsync("Tab");
        await tom.Page.Keyboard.TypeAsync("mevrouw vraagt waar haar brief blijft");
        await tom.Page.Locator(Seen.OpenWithReason).PressAsync("Enter");
        await tom.Page.Locator(Seen.Status, new() { HasTextString = "werkt aan deze zaak" }).WaitForAsync();

        await sanne.GoAsync(Urls.ForStep(atDesk.Number, WizardStep.Check));
        await sanne.Page.GetByText("Wie keek in deze zaak (1)").ClickAsync();
        await sanne.Page.GetByText("mevrouw vraagt waar haar brief blijft").WaitForAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(sanne.Page));
        Assert.Empty(tom.Problems);
    }

    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task Colleague_IsToldThatTheOtherIsStillBusy()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "Z. Yıldız");
        await using var tom = await OpenAsync(DemoPeople.Tom, Urls.ForStep(atDesk.Number, WizardStep.Check));
        await tom.PressAsync("Vraag om de zaak over te nemen");
        await sanne.WaitForAsync(Seen.GiveUp);
        await sanne.PressAsync("Ik ben nog bezig");

        await tom.Page.Locator(Seen.Status, new() { HasTextString = "Sanne Bakker is nog bezig met deze zaak." }).WaitForAsync();
        Assert.Equal(DemoPeople.Sanne, (await atDesk.NowAsync()).Handler);
    }

    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task Colleague_GetsNoAnswer_TakesItAfterTheTime()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "N. Hoofdman");
        await using var tom = await OpenAsync(DemoPeople.Tom, Urls.ForStep(atDesk.Number, WizardStep.Check));
        await tom.PressAsync("Vraag om de zaak over te nemen");
        await tom.Page.Locator(Seen.Status, new() { HasTextString = "Dan mag het vanaf" }).WaitForAsync();

        await tom.PressAsync("Neem de zaak nu over");

        await tom.Page.Locator(Seen.AcceptEnabled).WaitForAsync();
        var taken = await atDesk.NowAsync();
        Assert.Equal((DemoPeople.Tom, typeof(CaseTaken)), (taken.Handler, taken.Last?.GetType()));
    }

    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task StepByHand_TakenOver_IsLookedAtFirst()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "F. Lade");
        await atDesk.AgreeAsync();
        await sanne.WaitForAsync(Seen.ByHand);
        await using var tom = await OpenAsync(DemoPeople.Tom, Urls.ForStep(atDesk.Number, WizardStep.Execute));

        var second = await SecondCaseAsync(atDesk);
        await tom.GoAsync(Urls.ForStep(second, WizardStep.Search));
        await tom.PressAsync("Ik behandel deze zaak");
        await tom.WaitForAsync(Seen.Accept);
        await new CaseAtDesk(tom, app.App, second).AgreeAsync();
        await tom.Page.Locator(Seen.Alert,
            new() { HasTextString = $"Zaak {atDesk.Number} (Sanne Bakker) is nu bezig voor deze huurder." }).WaitForAsync();

        await tom.Page.GetByText($"Open zaak {atDesk.Number}").ClickAsync();
        await tom.PressAsync("Vraag om de zaak over te nemen");
        await sanne.WaitForAsync(Seen.GiveUp);
        await sanne.PressAsync("Geef af");
        await tom.WaitForAsync(Seen.Settle);
        await tom.Page.Locator(Seen.Settle).First.CheckAsync();
        await tom.PressAsync("Leg vast");

        await new CaseAtDesk(tom, app.App, atDesk.Number).EndsAsync(
            ActivationState.SentByLetter, "activate-account dispatch-letter");
    }

    [Fact]
    [Nightly(OfOneMechanism)]
    public async Task TeamLead_GivesTheCaseToAnotherEmployee()
    {
        await using var sanne = await OpenAsync(DemoPeople.Sanne);
        var atDesk = await CaseAtDesk.TakeAsync(sanne, app.App, "C. Groen-van Houten");
        await using var els = await OpenAsync(DemoPeople.Els, Urls.ForStep(atDesk.Number, WizardStep.Check));
        await els.Page.GetByText("Geef deze zaak aan een collega", new() { Exact = true }).ClickAsync();
        await els.Page.GetByRole(AriaRole.Radio, new() { Name = "Tom Visser" }).CheckAsync();
        Assert.Empty(await Accessibility.ViolationsAsync(els.Page));
        await els.PressAsync("Geef de zaak");

        await els.Page.Locator(Seen.Status, new() { HasTextString = "Tom Visser werkt aan deze zaak" }).WaitForAsync();
        await sanne.Page.Locator(Seen.Status, new() { HasTextString = "Tom Visser werkt aan deze zaak" }).WaitForAsync();
        Assert.Equal(DemoPeople.Tom, (await atDesk.NowAsync()).Handler);
    }

    // Every page to go to, and the menu, stand at one height.
    private static Task<bool> IsOneLineAsync(Desktop desk) => desk.Page.EvaluateAsync<bool>(
        """
        () => {
            const bar = document.querySelector("header");
            const middles = [...bar.querySelectorAll("nav a, details > summary")].map(one => {
                const box = one.getBoundingClientRect();
                return Math.round((box.top + box.bottom) / 2);
            });
            return new Set(middles).size === 1;
        }
        """);

    private async Task<CaseNumber> SecondCaseAsync(CaseAtDesk first) => await WizardProcess.Of(app.App.Services).OpenAsync(
        (await first.NowAsync()).Request with { Channel = Channel.Counter }, DemoPeople.Tom, null,
        TestContext.Current.CancellationToken);

    private Task<Desktop> OpenAsync(Actor person, string? startsAt = null) =>
        Desktop.OpenAsync(browser, app.App.Address, person, startsAt: startsAt);
}

/// <summary>An app in which whoever has a case answers within five seconds.</summary>
public sealed class TakeOverApp : IDisposable
{
    public TestApp App { get; } = new(new() { Settings = { ["Activation:TakeOverSeconds"] = "5" } });

    public void Dispose() => App.Dispose();
}
