using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Hosting;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>What every answer carries.</summary>
public sealed partial class HeadersTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData(Urls.SignIn)]
    [InlineData(Urls.Home)]
    [InlineData(Urls.Failure)]
    [InlineData(Urls.NotFound)]
    [InlineData(Urls.Health)]
    [InlineData("/app.css")]
    [InlineData("/_blazor/negotiate")]
    public async Task Answer_OfAnyKind_CarriesTheHeadersOnce(string url)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("DENY", Assert.Single(answer.Headers.GetValues("X-Frame-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Contains("camera=()", Assert.Single(answer.Headers.GetValues("Permissions-Policy")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Page_ForSomebodySignedIn_HasOneContentSecurityPolicy()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        using var answer = await visitor.Http.GetAsync(Urls.Status, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(SecurityHeaders.ContentSecurityPolicy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
    }

    [Theory]
    [InlineData(Urls.SignIn, 60_000)]
    [InlineData("/_content/MudBlazor/MudBlazor.min.css", 100_000)]
    [InlineData("/_framework/blazor.web.js", 80_000)]
    [InlineData("/app.css", 4_000)]
    public async Task Answer_ToABrowserThatReadsGzip_IsCompressed(string url, int atMost)
    {
        using var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, url) { Headers = { { "Accept-Encoding", "gzip" } } };
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("gzip", Assert.Single(answer.Content.Headers.ContentEncoding));
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.InRange(body.Length, 1, atMost);
    }

    [Theory]
    [InlineData("/fonts/source-sans-3-latin.woff2")]
    [InlineData("/fonts/source-sans-3-latin-extended.woff2")]
    public async Task Letters_AreServedByTheAppAsWhatTheyAre(string url)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("font/woff2", answer.Content.Headers.ContentType?.MediaType);
        var body = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("wOF2"u8.ToArray(), body[..4]);
    }

    [Fact]
    public async Task Page_WithAllItLoads_ComesFromHere()
    {
        using var visitor = app.Visitor();
        var links = await LoadedByAsync(visitor);
        Assert.Contains(links, link => link.StartsWith("favicon.", StringComparison.Ordinal));
        Assert.Contains(links, link => link.StartsWith("_framework/blazor.web.", StringComparison.Ordinal));
        foreach (var link in links)
        {
            Assert.DoesNotContain("//", link, StringComparison.Ordinal);
            using var answer = await visitor.Http.GetAsync(link, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.DoesNotContain("fonts.googleapis", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Page_WhatItLoads_IsAskedForOnceButForModulesPackagesAndLetters()
    {
        using var visitor = app.Visitor();
        var again = new List<string>();
        foreach (var link in await LoadedByAsync(visitor))
        {
            using var answer = await visitor.Http.GetAsync(link, TestContext.Current.CancellationToken);
            if (answer.Headers.CacheControl?.Extensions.Any(one => one.Name is "immutable") is not true)
                again.Add(link);
        }

        Assert.Equal(
            [
                "_content/MudBlazor/MudBlazor.min.css", "fonts/source-sans-3-latin.woff2", "shell.js", "keys.js", "focus.js",
                "drafts.js", "Shell/ReconnectModal.razor.js", "Shell/SessionEnd.razor.js", "_content/MudBlazor/MudBlazor.min.js",
            ],
            again);
    }

    private static async Task<IReadOnlyList<string>> LoadedByAsync(Visitor visitor)
    {
        await visitor.SignInAsync(DemoPeople.Bram);
        return [.. Loaded().Matches(await visitor.ReadAsync(Urls.Status)).Select(match => match.Groups[1].Value).Distinct()];
    }

    [GeneratedRegex("<(?:link|script)[^>]*(?:href|src)=\"([^\"]+)\"")]
    private static partial Regex Loaded();
}
