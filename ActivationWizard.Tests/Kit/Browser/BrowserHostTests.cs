using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.Kit.Browser;

public sealed class BrowserHostTests(BrowserHost browser)
{
    private const string Head =
        """<!doctype html><html lang="nl"><head><title>Proef</title><link rel="icon" href="data:,"></head>""";
    private const string Clean = Head + """<body><main><h1>Proef</h1><label>Naam <input></label></main></body></html>""";
    private const string Planted = Head + """<body><main><h1>Proef</h1><input id="naamloos"></main></body></html>""";

    [Fact]
    public async Task ViolationsAsync_FieldWithoutLabel_NamesRuleAndPlace()
    {
        await using var site = await SiteAsync(Planted);
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");

        var line = Assert.Single(await Accessibility.ViolationsAsync(window.Page));

        Assert.StartsWith("critical label:", line, StringComparison.Ordinal);
        Assert.Contains("naamloos", line, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ViolationsAsync_CleanPage_FindsNone()
    {
        await using var site = await SiteAsync(Clean);
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");

        Assert.Empty(await Accessibility.ViolationsAsync(window.Page));
        Assert.Empty(window.Problems);
    }

    [Theory]
    [InlineData("nl", false, 1280, "nl-NL false 1280 Europe/Amsterdam")]
    [InlineData("en", true, 320, "en-GB true 320 Europe/Amsterdam")]
    public async Task OpenAsync_View_IsWhatThePageSees(string language, bool dark, int width, string seen)
    {
        await using var site = await SiteAsync(Clean);
        await using var window = await browser.OpenAsync(site.Address, new(language, dark, width));
        await window.Page.GotoAsync("/");

        Assert.Equal(seen, await window.Page.EvaluateAsync<string>(
            """
            () => [navigator.language, matchMedia('(prefers-color-scheme: dark)').matches, innerWidth,
                Intl.DateTimeFormat().resolvedOptions().timeZone].join(' ')
            """));
    }

    [Fact]
    public async Task Problems_PageWithBrokenScript_TellsIt()
    {
        await using var site = await SiteAsync(Clean.Replace("</main>", "<script>thisIsMissing()</script></main>"));
        await using var window = await browser.OpenAsync(site.Address);
        await window.Page.GotoAsync("/");

        Assert.Contains("thisIsMissing", Assert.Single(window.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task KeepAsync_OneWindowGone_SaysSoAndKeepsTheOther()
    {
        using var folder = new TemporaryFolder();
        await using var site = await SiteAsync(Clean);
        await using var gone = await browser.OpenAsync(site.Address);
        await using var there = await browser.OpenAsync(site.Address);
        await gone.Page.CloseAsync();

        await BrowserEvidenceAttribute.KeepAsync([gone, there], folder["new/Proef"]);

        Assert.Equal(
            ["Proef-1.txt", "Proef-2.png", "Proef-2.zip"],
            Directory.GetFiles(folder["new"]).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    private static Task<LoopbackSite> SiteAsync(string html) =>
        LoopbackSite.StartAsync(app => app.MapGet("/", () => TypedResults.Text(html, "text/html")));
}
