using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>How a screen is looked at.</summary>
public enum Looking
{
    /// <summary>Every day: light, 1280 wide.</summary>
    Once,

    /// <summary>In both themes, both widths, with large letters and wide spacing.</summary>
    EveryWay,

    /// <summary>
    /// It was looked at in every way in another language: what remains are other words of other lengths, under axe once.
    /// </summary>
    Translation,
}

/// <summary>
/// A screen as different people look at it, changed in place: its state stays, and nothing is loaded twice. Light and dark, 1280
/// and 320 wide, everything twice as large, and text with the spacing of WCAG 1.4.12.
/// </summary>
public static class Looks
{
    private const string Spacing =
        "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } "
        + "p { margin-bottom: 2em !important }";

    private const string Surface = "() => getComputedStyle(document.documentElement).getPropertyValue('--mud-palette-surface')";

    /// <summary>
    /// The colours of the other theme are looked at when they are there, and a button without the ripple of a press, which is
    /// larger than it.
    /// </summary>
    private const string ToRest = """
        async () => {
            const drawn = () => new Promise(requestAnimationFrame);
            await drawn();
            await drawn();
            document.getAnimations()
                .filter(one => one.effect.getComputedTiming().endTime !== Infinity)
                .forEach(one => one.finish());
            document.querySelectorAll('.mud-ripple-effect').forEach(one => one.remove());
            await drawn();
        }
        """;

    private static readonly (string What, string Look)[] Misfits =
    [
        ("wider than the window",
         "() => document.documentElement.scrollWidth > document.documentElement.clientWidth ? 'the page' : null"),
        // What a fixed height cuts off; what scrolls by itself, and what only a screen reader reads, may be larger than it looks.
        ("text cut off", """
        () => [...document.querySelectorAll(
            'main :is(p, h1, h2, h3, th, td, dd, dt, li, label, legend, button, a), dialog[open] *')].find(one =>
            one.scrollHeight > one.clientHeight + 4 && one.clientHeight > 8
            && ['hidden', 'clip'].includes(getComputedStyle(one).overflowY))?.outerHTML
        """),
    ];

    /// <summary>Everything wrong with the screen, however it is looked at; it looks as before afterwards.</summary>
    public static async Task<IReadOnlyList<string>> ProblemsAsync(IPage page, string name, Looking how)
    {
        List<string> found = [];
        await page.EvaluateAsync(ToRest);
        if (how is not Looking.Translation)
            found.AddRange((await Accessibility.ViolationsAsync(page)).Select(line => $"{name}: {line}"));
        await FitsAsync("");
        if (how is Looking.Once)
            return found;
        await SwitchThemeAsync(page);
        if (how is Looking.EveryWay)
            found.AddRange((await Accessibility.ColourViolationsAsync(page)).Select(line => $"{name}, other theme: {line}"));
        await page.SetViewportSizeAsync(320, 640);
        found.AddRange((await Accessibility.ViolationsAsync(page)).Select(line => $"{name}, 320, other theme: {line}"));
        await FitsAsync(", 320");
        await page.EvaluateAsync(
            """
            style => document.head.appendChild(
                Object.assign(document.createElement('style'), { id: 'look', textContent: style }))
            """, Spacing);
        await FitsAsync(", 320, spacing");
        await page.EvaluateAsync("() => document.getElementById('look').remove()");
        // A window of 1280 in which everything is twice as large has room for 640.
        await page.SetViewportSizeAsync(640, 450);
        await FitsAsync(", twice as large");
        await page.SetViewportSizeAsync(1280, 900);
        await SwitchThemeAsync(page);
        return found;

        async Task FitsAsync(string where)
        {
            foreach (var (what, look) in Misfits)
            {
                if (await page.EvaluateAsync<string?>(look) is { } misfit)
                    found.Add($"{name}{where}: {what}, {misfit}");
            }
        }
    }

    /// <summary>By the page's own switch, which a dialog in front of it does not keep a script from.</summary>
    public static async Task SwitchThemeAsync(IPage page)
    {
        var before = await page.EvaluateAsync<string>(Surface);
        await page.EvaluateAsync(
            "() => [...document.querySelectorAll('.aw-theme-switch button')].find(one => one.checkVisibility()).click()");
        await page.WaitForFunctionAsync($"before => ({Surface})() !== before", before);
        await page.EvaluateAsync(ToRest);
    }
}
