using ActivationWizard.Tests.TestKit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// The page of a case in every state it can show: no violation of WCAG 2.2 AA, nothing wider than the window, nothing in the console, no request elsewhere.
/// With <c>SCREENSHOTS</c> set to a folder, a picture of each is left there for a person to look at.
/// </summary>
public sealed class CaseAccessibilityTests(CaseGallery gallery, BrowserHost browser) : IClassFixture<CaseGallery>
{
    private static readonly string? Pictures = Environment.GetEnvironmentVariable("SCREENSHOTS");

    [Theory]
    [InlineData("nl", false, 1280)]
    [InlineData("en", true, 320)]
    [InlineData("nl", true, 1280)]
    [InlineData("en", false, 320)]
    public async Task Case_InEveryState_IsAccessible(string language, bool dark, int width)
    {
        await using var desk = await Desktop.OpenAsync(
            browser, gallery.Seeded.App.Address, Actors.Sanne, new BrowserView(language, dark, width));
        List<string> found = [];
        foreach (var exhibit in gallery.Exhibits.Append(await gallery.BusyAsync()))
        {
            await desk.GoAsync(exhibit.Path);
            if (exhibit.Act is { } act)
                await act(desk);
            await desk.WaitForAsync(exhibit.Sign);
            if (Pictures is not null)
                await desk.Page.ScreenshotAsync(new()
                {
                    Path = Path.Combine(Pictures, $"{exhibit.Name}-{language}-{(dark ? "dark" : "light")}-{width}.png"),
                    FullPage = true,
                });
            found.AddRange((await Accessibility.ViolationsAsync(desk.Page)).Select(line => $"{exhibit.Name}: {line}"));
            if (await desk.ScrollsSidewaysAsync())
                found.Add($"{exhibit.Name}: wider than the window");
        }

        found.AddRange(desk.Problems.Where(problem => !problem.Contains("404", StringComparison.Ordinal)));
        Assert.Empty(found);
    }
}
