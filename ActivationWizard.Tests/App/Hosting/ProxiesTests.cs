using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.Security;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.Logging.Testing;

namespace ActivationWizard.Tests.App.Hosting;

/// <summary>
/// A production installation behind a proxy that is known, and one that is not; and what comes over plain HTTP.
/// </summary>
public sealed class ProxiesTests(ProxiesTests.Installations apps) : IClassFixture<ProxiesTests.Installations>
{
    private const string For = "X-Forwarded-For";
    private const string Proto = "X-Forwarded-Proto";

    [Fact]
    public async Task Request_OfAKnownProxy_CountsAsHttpsFromWhereItSays()
    {
        var (status, answer) = await GetAsync(
            apps.Known, Urls.SignIn, ("Host", "wizard.example"), (For, "203.0.113.7"), (Proto, "https"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("max-age=31536000; includeSubDomains", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        var form = Assert.Single(
            answer.Headers.GetValues("Set-Cookie"),
            cookie => cookie.StartsWith(AccessRegistration.HostFormCookieName, StringComparison.Ordinal));
        Assert.Contains("secure", form, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/", form, StringComparison.OrdinalIgnoreCase);

        // A line of security has the address of the person and not that of the proxy.
        await GetAsync(apps.Known, $"{Urls.OpenIdCallback}?code=x&state=y", (For, "203.0.113.7"), (Proto, "https"));
        Assert.Equal("\"203.0.113.7\"", Refusals(apps.Known).Last());
    }

    [Fact]
    public async Task Request_OfAProxyThatIsNotKnown_IsBelievedInNothing()
    {
        var (status, _) = await GetAsync(apps.Unknown, Urls.SignIn, (For, "203.0.113.7"), (Proto, "https"));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        Assert.Contains(
            apps.Unknown.Log.GetSnapshot(),
            line => line.Message.Contains("Installation:KnownProxies", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Proto, "http")]
    [InlineData(For, "203.0.113.7")]
    [InlineData("X-Forwarded-Host", "codes.example.nl")]
    [InlineData("Forwarded", "proto=http")]
    public async Task Request_OverPlainHttpByAProxy_IsRefusedInWords(string header, string value)
    {
        var (status, answer) = await GetAsync(apps.Known, Urls.SignIn, (header, value));

        Assert.Equal(HttpStatusCode.Forbidden, status);
        var said = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(ErrorsText.PlainHttp, said, StringComparison.Ordinal);
        Assert.Equal(header != Proto, said.Contains(Proto, StringComparison.Ordinal));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task Request_OfAProxyThatSaysNothing_IsToldWhichHeadersAreMissing()
    {
        using var http = new HttpClient();
        using var bare = new HttpRequestMessage(HttpMethod.Get, new Uri(apps.Known.Address, Urls.SignIn))
        {
            Version = HttpVersion.Version10,
            VersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
        using var page = new HttpRequestMessage(HttpMethod.Post, new Uri(apps.Known.Address, $"{Urls.Hub}/negotiate"));
        page.Headers.Add("Origin", "https://codes.example.nl");

        using var first = await http.SendAsync(bare, TestContext.Current.CancellationToken);
        using var hub = await http.SendAsync(page, TestContext.Current.CancellationToken);
        using var other = await GetOtherHostAsync(http);

        Assert.Equal(HttpStatusCode.Forbidden, first.StatusCode);
        Assert.Contains(
            $"{For}, {Proto}.", await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, hub.StatusCode);
        Assert.Contains(
            $"{For}, {Proto}, Host.", await hub.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(ErrorsText.WrongHost, await other.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private async Task<HttpResponseMessage> GetOtherHostAsync(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(apps.Known.Address, Urls.SignIn));
        request.Headers.Host = "another.example";
        return await http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Request_OverPlainHttpWhereThePublicAddressIsKnown_IsSentThere()
    {
        var (status, answer) = await GetAsync(apps.Public, $"{Urls.SignIn}?a=1", (For, "203.0.113.7"), (Proto, "http"));
        Assert.Equal(HttpStatusCode.PermanentRedirect, status);
        Assert.Equal($"https://codes.example.nl{Urls.SignIn}?a=1", answer.Headers.Location!.AbsoluteUri);

        // A proxy that says nothing of the protocol would be sent round and round.
        Assert.Equal(HttpStatusCode.Forbidden, (await GetAsync(apps.Public, Urls.SignIn, (For, "203.0.113.7"))).Status);
        using var visitor = apps.Public.Visitor();
        visitor.Http.DefaultRequestHeaders.Add(Proto, "http");
        using var posted = await visitor.Http.PostAsync(Urls.SignOut, null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Forbidden, posted.StatusCode);
    }

    [Fact]
    public async Task Health_OverPlainHttp_IsAnswered() => Assert.All(
        new[]
        {
            await GetAsync(apps.Known, Urls.Health, (Proto, "http")),
            await GetAsync(apps.Known, Urls.Alive, (Proto, "http")),
            await GetAsync(apps.Unknown, Urls.Ready, (For, "203.0.113.7")),
            await GetAsync(apps.Unknown, Urls.Health, (For, "203.0.113.7"), (Proto, "https")),
        },
        one => Assert.Equal(HttpStatusCode.OK, one.Status));

    [Fact]
    public async Task Request_OnThisMachineWithoutAProxy_IsServed() =>
        Assert.Equal(HttpStatusCode.OK, (await GetAsync(apps.Unknown, Urls.SignIn)).Status);

    private static IEnumerable<string?> Refusals(TestApp app) => app.Log.GetSnapshot()
        .Where(line => line.Id.Id == (int)SecurityEvent.Refusal)
        .Select(line => line.GetStructuredStateValue("From"));

    private static async Task<(HttpStatusCode Status, HttpResponseMessage Answer)> GetAsync(
        TestApp app, string address, params (string Name, string Value)[] headers)
    {
        using var visitor = app.Visitor();
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        await answer.Content.LoadIntoBufferAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, answer);
    }

    /// <summary>One that knows the proxies of this machine, one that knows another, one that has a public address.</summary>
    public sealed class Installations : IAsyncLifetime
    {
        private readonly IdentityProvider _provider = new();
        private readonly List<TestApp> _apps = [];

        internal TestApp Known => _apps[0];

        internal TestApp Unknown => _apps[1];

        internal TestApp Public => _apps[2];

        public async ValueTask InitializeAsync()
        {
            await _provider.StartAsync();
            _apps.AddRange(
            [
                Start(), Start(("Installation:KnownProxies", "10.0.0.5")),
                Start(("Installation:PublicAddress", "https://codes.example.nl")),
            ]);
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
            // Of a name that only this machine has no browser keeps that it is for https.
            settings["AllowedHosts"] += ";wizard.example";
            foreach (var (key, value) in more)
                settings[key] = value;
            return new TestApp(new() { Settings = settings });
        }
    }
}
