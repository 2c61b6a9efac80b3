using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>The keys, the sheet of keys and the list of commands in a real browser.</summary>
public sealed class KeyboardTests(TestApp app, BrowserHost browser) : IClassFixture<TestApp>
{
    private const string OfOneScript = "the rows, the letters and the list of commands are each tried once a day";

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Slash_OnAnyPage_GoesToTheFieldWithAllThatIsTyped()
    {
        await using var desk = await OpenAsync();

        await desk.KeyAsync("/");
        await desk.Page.Keyboard.TypeAsync("jk?/Mailstra");
        await desk.WaitForAddressAsync("^/zoek");
        await desk.WaitForFocusAsync(Seen.Search);
        await Expect(desk.Page.Locator(Seen.Search)).ToHaveValueAsync("jk?/Mailstra");
        await desk.KeyAsync("Control+a");
        await desk.Page.Keyboard.TypeAsync("/?jk");

        Assert.Equal("/?jk", await desk.Page.Locator(Seen.Search).InputValueAsync());
        Assert.Empty(desk.Problems);
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Slash_OfATeamLead_GoesToTheFieldOfTheFinishedCases()
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Els, startsAt: Urls.Overview);
        await desk.KeyAsync("/");
        await desk.WaitForAddressAsync("^/zaken");
        await Expect(desk.Page.Locator("main :focus")).ToHaveAttributeAsync("type", "search");
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Rows_ByLettersAndArrows_AreWalkedWithoutATripToTheServer()
    {
        await using var desk = await OpenAsync();
        var sent = 0;
        desk.Page.WebSocket += (_, socket) => socket.FrameSent += (_, _) => Interlocked.Increment(ref sent);
        await desk.GoAsync("/werk?toon=nieuw");
        await desk.WaitForFocusAsync(Seen.Start);
        await desk.KeyAsync("j");
        var before = Volatile.Read(ref sent);

        foreach (var key in (string[])["j", "ArrowDown", "k", "ArrowUp", "ArrowDown"])
            await desk.KeyAsync(key);

        Assert.Equal(1, await desk.Page.EvaluateAsync<int>(
            "() => [...document.querySelectorAll('tbody tr')].findIndex(row => row.contains(document.activeElement))"));
        // The circuit's own signs of life may pass in between, one each second at most.
        Assert.InRange(Volatile.Read(ref sent) - before, 0, 2);
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Rows_BesidesMoreOwnCasesThanAreShown_AreWalkedAsWell()
    {
        // It takes whatever is oldest, which another test may count on.
        await using var own = new TestApp();
        await using var desk = await Desktop.OpenAsync(browser, own.Address, DemoPeople.Tom);
        for (var taken = 0; taken < 4; taken++)
        {
            await desk.WaitForFocusAsync(Seen.Start);
            await desk.KeyAsync("Enter");
            await desk.WaitForAddressAsync("^/zaken/");
            await desk.GoAsync(Urls.Work);
        }

        await desk.WaitForFocusAsync(Seen.Start);
        await desk.KeyAsync("j", when: Seen.ResumeMore);

        await desk.WaitForFocusAsync($"{Seen.Resume} >> role=listitem >> role=link");
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task People_FoundWhileTyping_AreWalkedByArrowsFromTheField()
    {
        await using var desk = await OpenAsync();
        await desk.GoAsync(Urls.Search);
        await desk.KeyAsync("/", when: Seen.Search);
        await desk.Page.Keyboard.TypeAsync("Mailstra");
        await desk.WaitForAsync("role=link[name=/Mailstra/]");

        await desk.KeyAsync("ArrowDown");
        await desk.WaitForFocusAsync("role=link[name=/Mailstra/]");
        await desk.KeyAsync("Enter");

        await desk.WaitForAddressAsync("^/zoek/nieuw");
        await Expect(desk.Page.Locator(Seen.Name)).ToHaveValueAsync("E. Mailstra");
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Sheet_ByItsKey_OpensAndEscapeClosesIt()
    {
        await using var desk = await OpenAsync();

        await desk.KeyAsync("?");
        await Expect(Sheet(desk)).ToBeVisibleAsync();
        await desk.KeyAsync("Control+k");
        await Expect(Commands(desk)).ToBeHiddenAsync();
        await desk.KeyAsync("Escape");

        await Expect(Sheet(desk)).ToBeHiddenAsync();
        await desk.WaitForFocusAsync(Seen.Start);
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Letters_SwitchedOff_AreNoKeysOnThisPageAndTheNext()
    {
        await using var desk = await OpenAsync();
        await desk.KeyAsync("?");
        await desk.Page.GetByRole(AriaRole.Switch, new() { Name = "Losse letters als sneltoets" }).UncheckAsync();
        await desk.KeyAsync("Escape");

        await NothingHappensAsync();
        await desk.GoAsync(Urls.Work);
        await NothingHappensAsync();
        await Expect(desk.Page.Locator("[data-letters][role=switch]")).Not.ToBeCheckedAsync();
        await desk.KeyAsync("Control+k");
        await Expect(Commands(desk)).ToBeVisibleAsync();

        async Task NothingHappensAsync()
        {
            await desk.WaitForFocusAsync(Seen.Start);
            foreach (var letter in (string[])["?", "/", "j"])
                await desk.KeyAsync(letter);
            await Expect(Sheet(desk)).ToBeHiddenAsync();
            await desk.WaitForFocusAsync(Seen.Start);
        }
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Commands_OfAPage_AreItsEnabledButtonsAndLinks()
    {
        await using var desk = await OpenAsync();
        await desk.KeyAsync("Control+k");
        var names = await Commands(desk).GetByRole(AriaRole.Option).AllInnerTextsAsync();

        Assert.Contains(names, name => name.StartsWith("Start de volgende aanvraag", StringComparison.Ordinal));
        Assert.Contains(names, name => name.StartsWith("Zoek", StringComparison.Ordinal) && name.EndsWith('/'));
        Assert.Contains(names, name => name.StartsWith("Hulp en toetsen", StringComparison.Ordinal) && name.EndsWith('?'));
        Assert.Contains(names, name => name.Contains(" · E. Mailstra", StringComparison.Ordinal));
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Commands_TypedAndEntered_PressThatVeryButton()
    {
        await using var desk = await OpenAsync();
        await desk.KeyAsync("Control+k");
        var field = Commands(desk).GetByRole(AriaRole.Combobox);
        await field.FillAsync("niets van dien aard");
        await Expect(Commands(desk).GetByRole(AriaRole.Status))
            .ToHaveTextAsync("Er is op deze pagina geen opdracht met die naam.");
        await field.FillAsync("zoek");
        await Expect(field).ToHaveAttributeAsync("aria-activedescendant", "opdracht-0");

        await desk.KeyAsync("Enter");

        await desk.WaitForAddressAsync("^/zoek");
        await desk.WaitForFocusAsync(Seen.Search);
        Assert.Empty(desk.Problems);
    }

    [Fact]
    public async Task Commands_ThatDeleteAnAccount_GoToTheTickFirst()
    {
        await using var desk = await OpenAsync();
        var atDesk = await CaseAtDesk.TakeAsync(desk, app, "H. Belleman");
        await desk.WaitForAsync(Seen.Accept);
        await desk.KeyAsync("Control+k");
        var names = await Commands(desk).GetByRole(AriaRole.Option).AllInnerTextsAsync();
        Assert.DoesNotContain(names, name => Regex.IsMatch(name, @"^\d|\((nu bezig|klaar|nog niet)\)"));
        Assert.Contains("Bekijk stap 1: Zoeken", names);
        await desk.Page.Keyboard.TypeAsync("maak een nieuw account");

        await desk.KeyAsync("Enter");

        await desk.WaitForFocusAsync(Seen.OldAccount);
        await Expect(desk.Page.GetByRole(AriaRole.Status).GetByText("Nog nodig: Ik weet het zeker", new() { Exact = false }))
            .ToBeVisibleAsync();
        Assert.Empty(app.LedgerOf(await atDesk.NowAsync()));
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Commands_OfACaseUnderWay_GoToADoneStep()
    {
        await using var desk = await OpenAsync();
        await CaseAtDesk.TakeAsync(desk, app, "V. Verschil");
        await desk.WaitForAsync(Seen.Accept);
        await desk.KeyAsync("Control+k");
        await desk.Page.Keyboard.TypeAsync("stap 1");

        await desk.KeyAsync("Enter");

        await desk.WaitForStepAsync("zoeken");
    }

    [Fact]
    [Nightly(OfOneScript)]
    public async Task Step_ThatIsDone_OpensByMouseAndSoDoesTheWayBack()
    {
        await using var desk = await OpenAsync();
        await CaseAtDesk.TakeAsync(desk, app, "P. Postma");
        await desk.WaitForAsync(Seen.Accept);

        await desk.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("Zoeken") }).ClickAsync();
        await desk.WaitForStepAsync("zoeken");
        await desk.Page.GetByRole(AriaRole.Tab, new() { NameRegex = new("Controleren") }).ClickAsync();
        await desk.WaitForStepAsync("controleren");

        await desk.WaitForAsync(Seen.AcceptEnabled);
        Assert.Empty(desk.Problems);
    }

    [Theory]
    [InlineData("nl", Looking.Once)]
    [NightlyData("nl", Looking.EveryWay)]
    [NightlyData("en", Looking.Translation)]
    public async Task Windows_Open_AreAccessibleHoweverLookedAt(string language, Looking how)
    {
        await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne, new BrowserView(language));
        foreach (var (key, dialog) in ((string, string)[])[("?", Seen.KeySheet), ("Control+k", Seen.Commands)])
        {
            await desk.KeyAsync(key);
            await desk.WaitForAsync(dialog);
            Assert.Empty(await Looks.ProblemsAsync(desk.Page, dialog, how));
            await desk.KeyAsync("Escape");
        }

        Assert.Empty(desk.Problems);
    }

    private async Task<Desktop> OpenAsync()
    {
        var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
        await desk.WaitForFocusAsync(Seen.Start);
        return desk;
    }

    private static ILocator Sheet(Desktop desk) => desk.Page.Locator(Seen.KeySheet);

    private static ILocator Commands(Desktop desk) => desk.Page.Locator(Seen.Commands);
}
