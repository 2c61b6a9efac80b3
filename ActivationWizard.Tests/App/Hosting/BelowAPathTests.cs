using System.Net;
using System.Text.RegularExpressions;
using System.Web;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>An app below a path of its host, behind a proxy that leaves the path out or passes it on.</summary>
public sealed partial class BelowAPathTests(BelowAPathTests.Installed installed) : IClassFixture<BelowAPathTests.Installed>
{
    private const string Public = "https://wonen.example.nl/codes/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Person_WhoComesIn_StaysBelowThePath(bool keepsPath)
    {
        using var browser = new ProxiedBrowser(installed.App, new Uri(Public), keepsPath);

        using var refused = await browser.GetAsync("werk");
        Assert.Equal(new Uri($"{Public}aanmelden?returnUrl=%2Fwerk"), refused.Headers.Location);

        using var bookmark = await browser.GetAsync("zoek?q=Jansen");
        Assert.Equal("/codes/zoek?gezocht=opnieuw", bookmark.Headers.Location!.OriginalString);

        using var signIn = await browser.GetAsync("aanmelden?returnUrl=%2Fwerk");
        await AllBelowAsync(browser, signIn);
        using var challenge = await browser.GetAsync("aanmelden/openid?returnUrl=%2Fwerk");
        var asked = HttpUtility.ParseQueryString(challenge.Headers.Location!.Query);
        Assert.Equal($"{Public}aanmelden/openid/terug", asked["redirect_uri"]);

        using var provider = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false });
        using var answered = await provider.GetAsync(challenge.Headers.Location, Cancellation);
        using var back = await browser.GetAsync(answered.Headers.Location!);
        Assert.Equal("/codes/werk", back.Headers.Location!.OriginalString);

        using var work = await browser.GetAsync("werk");
        await AllBelowAsync(browser, work);
        // A cookie of the whole host keeps its prefix, wherever on it the app is.
        Assert.Equal(["__Host-activatiewizard", "__Host-formulier"], browser.Kept.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Hub_BelowAPath_TakesItsOwnPagesOnly()
    {
        using var browser = new ProxiedBrowser(installed.App, new Uri(Public), keepsPath: false);

        using var ours = await browser.NegotiateAsync("https://wonen.example.nl");
        using var theirs = await browser.NegotiateAsync("https://kwaad.example");

        // Nobody is signed in here: let through, and then refused for that.
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden), (ours.StatusCode, theirs.StatusCode));
    }

    private static async Task AllBelowAsync(ProxiedBrowser browser, HttpResponseMessage page)
    {
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains("<base href=\"/codes/\"", html, StringComparison.Ordinal);
        var links = Link().Matches(html).Select(match => new Uri(new Uri(Public), WebUtility.HtmlDecode(match.Groups[1].Value)))
            .Where(link => link.Scheme is "http" or "https").ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.StartsWith(Public, link.AbsoluteUri, StringComparison.Ordinal));
        using var style = await browser.GetAsync("app.css");
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex("(?:href|src|action|formaction)=\"([^\"#]+)\"")]
    private static partial Regex Link();

    /// <summary>A browser, with the proxy between it and the app.</summary>
    private sealed class ProxiedBrowser(TestApp app, Uri address, bool keepsPath) : IDisposable
    {
        private readonly CookieContainer _cookies = new();

        private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        public IEnumerable<string> Kept => _cookies.GetAllCookies().Select(cookie => cookie.Name);

        public Task<HttpResponseMessage> GetAsync(string below) => GetAsync(new Uri(address, below));

        public Task<HttpResponseMessage> GetAsync(Uri asked) => SendAsync(HttpMethod.Get, asked, null);

        public Task<HttpResponseMessage> NegotiateAsync(string origin) =>
            SendAsync(HttpMethod.Post, new Uri(address, "_blazor/negotiate?negotiateVersion=1"), origin);

        public void Dispose() => _http.Dispose();

        private async Task<HttpResponseMessage> SendAsync(HttpMethod method, Uri asked, string? origin)
        {
            Assert.True(address.IsBaseOf(asked), $"{asked} is not the app's.");
            var path = keepsPath ? asked.PathAndQuery : "/" + asked.AbsoluteUri[address.AbsoluteUri.Length..];
            using var request = new HttpRequestMessage(method, new Uri(app.Address, path));
            request.Headers.Host = address.Authority;
            request.Headers.Add("X-Forwarded-For", "203.0.113.7");
            request.Headers.Add("X-Forwarded-Proto", "https");
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            if (_cookies.GetCookieHeader(asked) is { Length: > 0 } cookies)
                request.Headers.Add("Cookie", cookies);
            var answer = await _http.SendAsync(request, Cancellation);
            foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                _cookies.SetCookies(asked, cookie);
            return answer;
        }
    }

    /// <summary>A production with its public address below a path.</summary>
    public sealed class Installed : IAsyncLifetime
    {
        private readonly IdentityProvider _provider = new();
        private TestApp? _app;

        internal TestApp App => _app!;

        public async ValueTask InitializeAsync()
        {
            await _provider.StartAsync();
            _provider.Reset();
            _provider.Person = [new("sub", "e-1"), new("name", "Iris Vos"), new("groups", "wonen-medewerker")];
            var settings = ProductionApp.SettingsFor(_provider.Authority);
            settings["AllowedHosts"] += ";wonen.example.nl";
            settings["Installation:PublicAddress"] = Public;
            _app = new TestApp(new() { Settings = settings });
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null)
                await _app.DisposeAsync();
            await _provider.DisposeAsync();
        }
    }
}
