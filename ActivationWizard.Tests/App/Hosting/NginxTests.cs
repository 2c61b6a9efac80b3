using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using System.Web;
using ActivationWizard.App;
using ActivationWizard.App.Security;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Proxy;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// A production behind a real nginx with the file of <c>deploy/</c>: at the root of its host, below a path, and with the bare
/// <c>proxy_pass</c> that somebody writes who has not seen that file.
/// </summary>
[Nightly("It starts a proxy; what the app makes of what a proxy sends is tested every day.")]
public sealed partial class NginxTests(NginxTests.Installations apps) : IClassFixture<NginxTests.Installations>
{
    private const string Site = $"https://{NginxProxy.Host}/";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("")]
    [InlineData("codes/")]
    public async Task Person_BehindTheFile_SignsInAndHasALivePage(string path)
    {
        var (app, address) = (path is "" ? apps.Root : apps.Below, new Uri(Site + path));
        await using var nginx = await NginxProxy.StartAsync(app, lines => Below(lines, path));
        var cookies = new CookieContainer();
        using var browser = nginx.Browser(cookies);
        // What a stranger says of himself is dropped.
        browser.DefaultRequestHeaders.Add("X-Forwarded-For", "203.0.113.9");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Proto", "http");
        browser.DefaultRequestHeaders.Add("X-Forwarded-Host", "kwaad.example");
        browser.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("gzip"));

        using var plain = await browser.GetAsync(new Uri($"http://{NginxProxy.Host}/{path}werk"), Cancellation);
        Assert.Equal(
            (HttpStatusCode.MovedPermanently, new Uri(address, "werk")), (plain.StatusCode, plain.Headers.Location));
        using var refused = await browser.GetAsync(new Uri(address, "werk"), Cancellation);
        Assert.Equal(new Uri(address, "aanmelden?returnUrl=%2Fwerk"), refused.Headers.Location);
        using var page = await browser.GetAsync(refused.Headers.Location, Cancellation);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Single(page.Headers.GetValues("Strict-Transport-Security"));
        Assert.Empty(page.Content.Headers.ContentEncoding);
        await AllBelowAsync(browser, page, address);

        using var challenge = await browser.GetAsync(new Uri(address, "aanmelden/openid?returnUrl=%2Fwerk"), Cancellation);
        Assert.Equal(
            new Uri(address, "aanmelden/openid/terug").AbsoluteUri,
            HttpUtility.ParseQueryString(challenge.Headers.Location!.Query)["redirect_uri"]);
        using var answered = await browser.GetAsync(challenge.Headers.Location, Cancellation);
        using var back = await browser.GetAsync(answered.Headers.Location, Cancellation);
        Assert.True(ProductionApp.SignsIn(back));
        Assert.All(cookies.GetAllCookies(), cookie => Assert.True(cookie.Secure));
        Assert.Equal("\"127.0.0.1\"", app.Log.GetSnapshot()
            .Last(line => line.Id.Id == (int)SecurityEvent.SignIn).GetStructuredStateValue("From"));

        await using var circuit = await BareCircuit.OpenAsync(browser, new Uri(address, "werk"));
        Assert.True(circuit.Batches > 0);
        Assert.False(circuit.HasEnded);
    }

    [Theory]
    [InlineData("")]
    [InlineData("codes/")]
    public async Task File_OfTheFolder_IsTakenWithoutAWarning(string path)
    {
        await using var nginx = await NginxProxy.StartAsync(apps.Root, lines => Below(lines, path));

        var said = await nginx.TestAsync();

        Assert.True(said.Succeeded, said.Output);
        Assert.Contains("test is successful", said.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\[(warn|error|crit|alert|emerg)\]", said.Output);
    }

    [Fact]
    public async Task ProxyPass_ThatSendsNothing_IsRefusedInASentenceThatNamesWhatIsMissing()
    {
        await using var nginx = await NginxProxy.StartAsync(apps.Root, lines => OfTheProxy().Replace(lines, ""));
        using var browser = nginx.Browser(new CookieContainer());

        using var page = await browser.GetAsync(new Uri($"{Site}aanmelden"), Cancellation);
        using var asked = new HttpRequestMessage(HttpMethod.Post, $"{Site}_blazor/negotiate?negotiateVersion=1");
        asked.Headers.Add("Origin", Site.TrimEnd('/'));
        using var hub = await browser.SendAsync(asked, Cancellation);

        Assert.All([page, hub], one => Assert.Equal(HttpStatusCode.Forbidden, one.StatusCode));
        var said = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Equal($"{ErrorsText.PlainHttp} {ErrorsText.ProxySilent.With("X-Forwarded-For, X-Forwarded-Proto")}", said);
        Assert.Contains(
            "X-Forwarded-For, X-Forwarded-Proto, Host", await hub.Content.ReadAsStringAsync(Cancellation),
            StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Set-Cookie"));
    }

    private static string Below(string lines, string path)
    {
        Assert.Equal(2, lines.Split("location / {").Length);
        return lines.Replace("location / {", $"location /{path} {{", StringComparison.Ordinal);
    }

    private static async Task AllBelowAsync(HttpClient browser, HttpResponseMessage page, Uri address)
    {
        var html = await page.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains($"<base href=\"{address.AbsolutePath}\"", html, StringComparison.Ordinal);
        Assert.All(
            Link().Matches(html).Select(match => new Uri(address, WebUtility.HtmlDecode(match.Groups[1].Value)))
                .Where(link => link.Scheme is "http" or "https"),
            link => Assert.StartsWith(address.AbsoluteUri, link.AbsoluteUri, StringComparison.Ordinal));
        using var style = await browser.GetAsync(new Uri(address, "app.css"), Cancellation);
        Assert.Equal("text/css", style.Content.Headers.ContentType!.MediaType);
    }

    [GeneratedRegex("(?:href|src|action|formaction)=\"([^\"#]+)\"")]
    private static partial Regex Link();

    // Every line about the proxy but the one that says where to.
    [GeneratedRegex(@"^\s*proxy_(?!pass ).*\n", RegexOptions.Multiline)]
    private static partial Regex OfTheProxy();

    /// <summary>One at the root of its host, which has no address of its own, and one below a path, which has.</summary>
    public sealed class Installations : IAsyncLifetime
    {
        private readonly IdentityProvider _provider = new();
        private readonly List<TestApp> _apps = [];

        internal TestApp Root => _apps[0];

        internal TestApp Below => _apps[1];

        public async ValueTask InitializeAsync()
        {
            await _provider.StartAsync();
            _provider.Person = [new("sub", "e-1"), new("name", "Iris Vos"), new("groups", "wonen-medewerker")];
            _apps.Add(Start());
            _apps.Add(Start(("Installation:PublicAddress", $"{Site}codes")));
        }

        public async ValueTask DisposeAsync()
        {
            foreach (var app in _apps)
                await app.DisposeAsync();
            await _provider.DisposeAsync();
        }

        private TestApp Start(params (string Key, string Value)[] more)
        {
            var settings = ProductionApp.SettingsFor(_provider.Authority);
            settings["AllowedHosts"] += $";{NginxProxy.Host}";
            foreach (var (key, value) in more)
                settings[key] = value;
            return new TestApp(new() { Settings = settings });
        }
    }
}
