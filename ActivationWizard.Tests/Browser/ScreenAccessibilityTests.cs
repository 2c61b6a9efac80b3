using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Benchmarks.Screens;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Every screen in every state it can show, however it is looked at: no violation of WCAG 2.2 AA, nothing wider than the window,
/// nothing in the console, no request elsewhere. Every day in the states of which there is a picture.
/// </summary>
public sealed class ScreenAccessibilityTests(CaseGallery gallery, BrowserHost browser) : IClassFixture<CaseGallery>
{
    /// <summary>States that are worth a look of these tests and no picture.</summary>
    private static readonly (Actor Person, string Path, string Sign)[] Further =
    [
        (DemoPeople.Sanne, "/werk?toon=aangehouden", Seen.Title),
        (DemoPeople.Sanne, $"{Urls.Search}?gezocht=opnieuw", Seen.Alert),
        (DemoPeople.Sanne, "/berichten?toon=overgeslagen", Seen.Table),
        (DemoPeople.Sanne, "/berichten?toon=afgehandeld", Seen.Title),
        (DemoPeople.Sanne, "/berichten/geen", Seen.Title),
        (DemoPeople.Els, Urls.Inbox, Seen.Title),
        (DemoPeople.Els, Urls.Cases, Seen.Title),
        (DemoPeople.Els, "/zaken?uitkomst=x&vanaf=y", Seen.ErrorLines),
        (DemoPeople.Els, $"/zaken/{ScreenPicture.Ended}/naspelen?stap=99", Seen.Alert),
        (DemoPeople.Els, "/zaken/2026-99999/naspelen", Seen.Title),
        (DemoPeople.Els, $"{Urls.AccessLog}?gezocht=opnieuw", Seen.ErrorLines),
        (DemoPeople.Bram, Urls.AccessLog, Seen.Title),
    ];

    // By the key that it has, as the words on it are those of its decision.
    private const string MainButton = ".aw-check-decision [aria-keyshortcuts='Control+Enter']";

    private static readonly string[] Decisions =
    [
        "proposal-email", "proposal-letter-long-address", "refusal", "refusal-block-error", "new-code-error", "new-code-letter",
        "correct-contacts", "administrator-proof", "fact-by-hand",
    ];

    [Theory]
    [InlineData("nl", Looking.Once)]
    [NightlyData("nl", Looking.EveryWay)]
    [NightlyData("en", Looking.Translation)]
    public async Task Case_InEveryState_IsAccessible(string language, Looking how)
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, language);

        var states = gallery.Exhibits.Append(await gallery.BusyAsync())
            .Where(one => how is not Looking.Once || ScreenPicture.All.Any(picture => picture.Path == one.Name));
        Assert.Empty(await GalleryWalk.WalkAsync(desk, states, how));
    }

    [Theory]
    [InlineData("nl", Looking.Once)]
    [NightlyData("nl", Looking.EveryWay)]
    [NightlyData("en", Looking.Translation)]
    public async Task Screen_AroundACase_IsAccessible(string language, Looking how)
    {
        List<string> found = [];
        var screens = ScreenPicture.All.Where(one => one is { Step: null, IsAtTheDoor: false })
            .Select(one => (one.Person, one.Path, one.Sign, one.Act))
            .Concat(Further.Where(_ => how is not Looking.Once)
                .Select(one => (Person: (Actor?)one.Person, one.Path, one.Sign, Act: (Func<Desktop, Task>?)null)));
        foreach (var sameReader in screens.GroupBy(one => one.Person))
        {
            await using var desk = await OpenAsync(sameReader.Key ?? DemoPeople.Sanne, language);
            if (sameReader.Key is null)
                await desk.SignOutAsync();
            found.AddRange(await GalleryWalk.WalkAsync(desk, sameReader.Select(one =>
                new Exhibit(one.Path, gallery.At(one.Path),
                    one.Sign, one.Act)), how));
        }

        Assert.Empty(found);
    }

    /// <summary>Whoever decides sees what is decided and the button that does it, without scrolling.</summary>
    [Theory]
    [NightlyData(1366, 650)]
    [InlineData(320, 640)]
    [NightlyData(1280, 720)]
    public async Task Decision_OfEveryKind_HasItsButtonInTheWindow(int width, int height)
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, "nl");
        await desk.Page.SetViewportSizeAsync(width, height);
        List<string> outOfSight = [];
        foreach (var shown in gallery.Exhibits.Where(one => Decisions.Contains(one.Name)))
        {
            await desk.GoAsync(shown.Path);
            await desk.WaitForAsync(MainButton);
            var edges = await desk.Page.EvaluateAsync<double[]>(
                """
                button => {
                    const it = document.querySelector(button);
                    const box = it.getBoundingClientRect();
                    const seen = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
                    const title = document.querySelector('.aw-check-decision h2').getBoundingClientRect();
                    const bar = it.closest('.aw-actions').getBoundingClientRect();
                    const address = document.querySelector('.aw-check-decision .aw-mail dd');
                    const line = document.createRange();
                    if (address) line.selectNodeContents(address);
                    const below = address ? line.getClientRects()[0].bottom - bar.top : 0;
                    return [box.bottom, it.contains(seen) ? 1 : 0, title.top, title.bottom, below];
                }
                """, MainButton);
            // Where an answer was not taken, what is wrong comes before whom the mail is for.
            var isBelow = edges[4] > 0 && !shown.Name.EndsWith("error", StringComparison.Ordinal);
            if (edges[0] > height || edges[1] is 0 || edges[2] < 0 || edges[3] > height || isBelow)
                outOfSight.Add(
                    $"{shown.Name}: button to {edges[0]:0}, heading {edges[2]:0} to {edges[3]:0}, address {edges[4]:0} below");
        }

        Assert.Empty(outOfSight);
    }

    [Fact]
    public async Task Outcome_AfterSending_IsUnderneathNothing()
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, "nl");
        await desk.Page.SetViewportSizeAsync(1280, 720);
        await desk.GoAsync(gallery.Exhibits.Single(one => one.Name == "done-letter").Path);
        await desk.WaitForFocusAsync(Seen.Next);

        Assert.True(await desk.Page.EvaluateAsync<bool>(
            """
            () => {
                const box = document.querySelector('#uitkomst').getBoundingClientRect();
                return box.top >= document.querySelector('.aw-bar').getBoundingClientRect().bottom && box.bottom <= innerHeight;
            }
            """));
    }

    /// <summary>
    /// axe passes over the colours of what is disabled, of one character and of a drawing: two characters of a step that is not.
    /// </summary>
    [Theory]
    [NightlyData("proposal-email")]
    [NightlyData("by-hand")]
    public async Task Steps_InBothThemes_CanBeRead(string exhibit)
    {
        await using var desk = await OpenAsync(DemoPeople.Sanne, "nl");
        var shown = gallery.Exhibits.Single(one => one.Name == exhibit);
        await desk.GoAsync(shown.Path);
        await desk.WaitForAsync(shown.Sign);
        await desk.Page.EvaluateAsync("""
            () => document.querySelectorAll('.aw-stepper .mud-step-label-icon').forEach(one => {
                one.closest('button').disabled = false;
                one.textContent = '88';
            })
            """);

        Assert.Empty(await Accessibility.ColourViolationsAsync(desk.Page));
        await Looks.SwitchThemeAsync(desk.Page);
        Assert.Empty(await Accessibility.ColourViolationsAsync(desk.Page));
    }

    private Task<Desktop> OpenAsync(Actor person, string language) =>
        Desktop.OpenAsync(browser, gallery.App.Address, person, new BrowserView(language));
}
