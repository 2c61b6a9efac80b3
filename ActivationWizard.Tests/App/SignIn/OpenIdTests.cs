using System.Net;
using System.Security.Claims;
using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Production's sign-in, against an identity provider over real HTTP.</summary>
public sealed class OpenIdTests(OpenIdTests.Production production) : IClassFixture<OpenIdTests.Production>
{
    private readonly IdentityProvider _provider = production.Provider;

    private TestApp App => production.App;

    [Fact]
    public async Task SignIn_WithOneRole_GivesTheActorAndNothingElse()
    {
        _provider.Person =
        [
            new("sub", "e-17"), new("name", "Els de Groot"), new("email", "els@example.nl"),
            new("groups", "wonen-teamleider"), new("groups", "koffie"),
        ];
        using var visitor = App.Visitor();
        using var back = await SignInAsync(visitor, Urls.Status);
        Assert.Equal(Urls.Status, back.Headers.Location!.OriginalString);
        var cookie = Assert.Single(back.Headers.GetValues("Set-Cookie"), IsOurs);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(IdentityProvider.ClientSecret, _provider.Asked.Secret);
        Assert.False(string.IsNullOrEmpty(_provider.Asked.Verifier));
    }

    [Theory]
    [InlineData]
    [InlineData("koffie")]
    [InlineData("wonen-medewerker", "wonen-teamleider")]
    public async Task SignIn_WithoutExactlyOneRole_IsRefused(params string[] groups)
    {
        _provider.Person = [new("sub", "x"), new("name", "Iemand"), .. groups.Select(group => new Claim("groups", group))];
        using var visitor = App.Visitor();
        using var back = await SignInAsync(visitor, Urls.Home);
        Assert.Equal(Urls.NoAccess, back.Headers.Location!.OriginalString);
        Assert.False(back.Headers.TryGetValues("Set-Cookie", out var set)
            && set.Any(IsOurs));
        Assert.Contains(ErrorsText.NoRoleLead, await visitor.ReadAsync(Urls.NoAccess), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_ThatNobodyAskedFor_SaysThatItDidNotWork()
    {
        using var visitor = App.Visitor();
        var unasked = $"{Urls.OpenIdCallback}?code=x&state=y";
        using var answer = await visitor.Http.GetAsync(unasked, TestContext.Current.CancellationToken);
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", answer.Headers.Location!.OriginalString);
        var page = await visitor.ReadAsync(answer.Headers.Location.OriginalString);
        Assert.Contains(ShellText.SignInFailed, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_ToComeBackElsewhere_ComesHome()
    {
        _provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
        using var visitor = App.Visitor();
        using var back = await SignInAsync(visitor, "//evil.example");
        Assert.Equal(Urls.Home, back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task DemoSignIn_InProduction_DoesNotExist()
    {
        using var visitor = App.Visitor();
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains(ShellText.SignInOpenId, page, StringComparison.Ordinal);
        Assert.DoesNotContain(DemoPeople.Sanne.Name, page, StringComparison.Ordinal);
        using var answer = await visitor.PostAsync(Urls.DemoSignIn, new() { ["person"] = DemoPeople.Els.Id });
        Assert.NotEqual(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == AccessRegistration.HostCookieName);
    }

    [Theory]
    [InlineData(Urls.SignIn)]
    [InlineData(Urls.OpenIdSignIn)]
    public async Task Cookies_OfEveryKind_AreForHttpsOnly(string url)
    {
        using var visitor = App.Visitor();
        using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.All(answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        using var themed = await visitor.PostAsync(Urls.Theme, new() { ["theme"] = Preferences.Dark });
        Assert.Contains("; secure", Assert.Single(themed.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Https_OnceSeen_HoldsForEverythingUnderTheName() =>
        Assert.True(App.Services.GetRequiredService<IOptions<HstsOptions>>().Value.IncludeSubDomains);

    [Fact]
    public async Task SignOut_OfTheWorkAccount_GoesToTheProvider()
    {
        using var visitor = App.Visitor();
        using var answer = await visitor.Http.GetAsync(Urls.OpenIdSignOut, TestContext.Current.CancellationToken);
        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith($"{_provider.Authority}/logout", location, StringComparison.Ordinal);
        Assert.Contains("client_id=wizard", location, StringComparison.Ordinal);
    }

    private static bool IsOurs(string cookie) => cookie.StartsWith(AccessRegistration.HostCookieName, StringComparison.Ordinal);

    /// <summary>Follows the way through the provider up to the answer that has the cookie.</summary>
    private static async Task<HttpResponseMessage> SignInAsync(Visitor visitor, string returnUrl)
    {
        var cancelled = TestContext.Current.CancellationToken;
        using var challenge = await visitor.Http.GetAsync($"{Urls.OpenIdSignIn}?returnUrl={returnUrl}", cancelled);
        using var provider = await visitor.Http.GetAsync(challenge.Headers.Location, cancelled);
        return await visitor.Http.GetAsync(provider.Headers.Location, cancelled);
    }

    /// <summary>A production installation, and the provider its people sign in at.</summary>
    public sealed class Production : IAsyncLifetime
    {
        private TestApp? _app;

        internal IdentityProvider Provider { get; } = new();

        internal TestApp App => _app!;

        public async ValueTask InitializeAsync()
        {
            await Provider.StartAsync();
            _app = new TestApp(new()
            {
                Settings =
                {
                    ["Installation:Mode"] = "Production",
                    ["Environment"] = "Production",
                    ["AllowedHosts"] = "localhost;127.0.0.1",
                    ["Journal:MasterKey"] = FixedKey.Master,
                    ["Activation:FingerprintKey"] = FixedKey.Fingerprint,
                    ["Umbrella:Mode"] = "Manual",
                    ["Viewpoint:Mode"] = "Manual",
                    ["Postex:Mode"] = "Manual",
                    ["Mailbox:Mode"] = "Manual",
                    ["SignIn:Authority"] = Provider.Authority,
                    ["SignIn:ClientId"] = "wizard",
                    ["SignIn:ClientSecret"] = IdentityProvider.ClientSecret,
                    ["SignIn:RoleClaim"] = "groups",
                    ["SignIn:Roles:Employee"] = "wonen-medewerker",
                    ["SignIn:Roles:TeamLead"] = "wonen-teamleider",
                    ["SignIn:Roles:SystemManager"] = "wonen-beheer",
                },
            });
        }

        public async ValueTask DisposeAsync()
        {
            if (_app is not null)
                await _app.DisposeAsync();
            await Provider.DisposeAsync();
        }
    }
}
