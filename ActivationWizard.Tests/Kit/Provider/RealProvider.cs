using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Kit.Provider;

/// <summary>
/// A production installation and a real identity provider that its people sign in at, as a process of its own.
/// </summary>
/// <param name="place">Where the provider puts name and roles: "token" or "userinfo".</param>
public abstract partial class RealProvider(string place) : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _log = new();
    private readonly HttpClient _http = new();
    private ChildProcess? _process;

    internal TestApp App { get; private set; } = null!;

    /// <summary>Where the provider is.</summary>
    internal Uri Address { get; private set; } = null!;

    private string Said => string.Join('\n', _log.TakeLast(20));

    /// <summary>Puts somebody in who signs in next, with these groups; no id has the provider refuse.</summary>
    internal Task PersonAsync(string? id, params string[] groups) =>
        ControlAsync("person", new { id, claims = new { name = $"Persoon {id}", groups, roles = groups } });

    /// <summary>Asks something of the provider that OpenID Connect does not have; see the script.</summary>
    internal async Task ControlAsync(string what, object content)
    {
        using var answer = await _http.PostAsJsonAsync(new Uri(Address, $"/control/{what}"), content);
        Assert.True(answer.StatusCode is HttpStatusCode.NoContent, Said);
    }

    /// <summary>Signs in as a browser does; the wizard's answer when the provider has sent the browser back.</summary>
    internal async Task<HttpResponseMessage> SignInAsync(Visitor visitor)
    {
        var at = new Uri(App.Address, Urls.OpenIdSignIn);
        foreach (var _ in Enumerable.Range(0, 10))
        {
            var answer = await visitor.Http.GetAsync(at, TestContext.Current.CancellationToken);
            if (at.Port == App.Address.Port && at.AbsolutePath == Urls.OpenIdCallback)
                return answer;
            Assert.True(answer.Headers.Location is not null, $"{at}: {answer.StatusCode}\n{Said}");
            at = new Uri(at, answer.Headers.Location);
            answer.Dispose();
        }

        throw new InvalidOperationException($"The provider sends around in circles, last to {at}.");
    }

    /// <summary>Says yes on the provider's page that asks whether to sign out; where it sends the browser then.</summary>
    internal async Task<Uri> SignOutAsync(Visitor visitor, Uri at)
    {
        var page = await visitor.Http.GetStringAsync(at, TestContext.Current.CancellationToken);
        using var form = new FormUrlEncodedContent([new("xsrf", Field().Match(page).Groups[1].Value), new("logout", "yes")]);
        using var answer = await visitor.Http.PostAsync(
            Action().Match(page).Groups[1].Value, form, TestContext.Current.CancellationToken);
        Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, $"{answer.StatusCode}\n{Said}");
        return new Uri(at, answer.Headers.Location!);
    }

    public async ValueTask InitializeAsync()
    {
        var entry = OidcProvider.Find()
            ?? throw new InvalidOperationException("oidc-provider is not installed; a run without --no-install installs it.");
        var script = Path.Combine(OidcProvider.Source, "provider.mjs");
        (_process, var address) = await ChildProcess.StartAsync(
            Chromium.PlaywrightNode, [script, entry, place], Path.GetTempPath(), "listens at ", _log);
        Address = new Uri(address);
        App = new TestApp(new() { Settings = SettingsFor(address) });
        await ControlAsync("client", new
        {
            id = IdentityProvider.ClientId,
            secret = IdentityProvider.ClientSecret,
            callbackUri = new Uri(App.Address, Urls.OpenIdCallback),
            signedOutUri = new Uri(App.Address, Urls.OpenIdSignedOut),
            backChannelUri = new Uri(App.Address, Urls.BackChannelLogout),
        });
    }

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (App is not null)
            await App.DisposeAsync();
        if (_process is not null)
            await _process.DisposeAsync();
        _http.Dispose();
    }

    /// <summary>The settings of the installation.</summary>
    private protected virtual Dictionary<string, string> SettingsFor(string authority) => ProductionApp.SettingsFor(authority);

    [GeneratedRegex("name=\"xsrf\" value=\"([^\"]+)\"")]
    private static partial Regex Field();

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();

    /// <summary>One that puts name and roles into the identity token; the installation is that of the guide.</summary>
    public sealed class ByToken() : RealProvider("token")
    {
        private protected override Dictionary<string, string> SettingsFor(string authority) => GuideSettings.FilledIn(authority);
    }

    /// <summary>One that puts them into userinfo only, as OpenID Connect has it by default.</summary>
    public sealed class ByUserinfo() : RealProvider("userinfo");
}
