using System.Globalization;
using System.Net;
using System.Security.Claims;
using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Production's sign-in, against an identity provider over real HTTP.</summary>
public sealed class OpenIdTests : IClassFixture<ProductionApp>
{
    private readonly IdentityProvider _provider;
    private readonly TestApp _app;

    public OpenIdTests(ProductionApp production)
    {
        (_provider, _app) = (production.Provider, production.App);
        _provider.Reset();
    }

    [Fact]
    public async Task SignIn_WithOneRole_GivesTheActorAndNothingElse()
    {
        _provider.Person =
        [
            new("sub", "e-17"), new("name", "Els de Groot"), new("email", "els@example.nl"),
            new("groups", "wonen-teamleider"), new("groups", "koffie"),
        ];
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, Urls.Status);
        Assert.Equal(Urls.Status, back.Headers.Location!.OriginalString);
        var cookie = Assert.Single(back.Headers.GetValues("Set-Cookie"), ProductionApp.IsOurs);
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
    public async Task SignIn_WithoutARole_IsRefused(params string[] groups)
    {
        _provider.Person = [new("sub", "x"), new("name", "Iemand"), .. groups.Select(group => new Claim("groups", group))];
        _provider.Userinfo = new() { ["sub"] = "x" };
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, Urls.Home);
        Assert.StartsWith($"{Urls.NoAccess}?", back.Headers.Location!.OriginalString, StringComparison.Ordinal);
        Assert.False(ProductionApp.SignsIn(back));
        Assert.Contains(ErrorsText.NoRoleLead, await visitor.ReadAsync(Urls.NoAccess), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callback_ThatNobodyAskedFor_SaysThatItDidNotWork()
    {
        using var visitor = _app.Visitor();
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
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, "//evil.example");
        Assert.Equal(Urls.Home, back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task DemoSignIn_InProduction_DoesNotExist()
    {
        using var visitor = _app.Visitor();
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
        using var visitor = _app.Visitor();
        using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.All(answer.Headers.GetValues("Set-Cookie"),
            cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData(Urls.Theme, "theme", Preferences.Dark, "__Host-thema=donker;")]
    [InlineData(Urls.Language, "language", "en", "__Host-.AspNetCore.Culture=c%3Den-GB%7Cuic%3Den-GB;")]
    public async Task Preference_ThatSomebodySets_IsAHostCookieAndShapesTheNextPage(
        string url, string field, string value, string kept)
    {
        using var visitor = _app.Visitor();
        using var set = await visitor.PostAsync(url, new() { [field] = value });
        var cookie = Assert.Single(set.Headers.GetValues("Set-Cookie"));

        Assert.StartsWith(kept, cookie, StringComparison.Ordinal);
        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("; path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain", cookie, StringComparison.OrdinalIgnoreCase);
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains(
            field is "theme" ? "data-theme=\"donker\" data-chosen" : "<html lang=\"en\"", page, StringComparison.Ordinal);
        // The scripts keep theirs under the same name.
        Assert.Contains("data-cookies=\"__Host-\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preferences_OfAnEarlierVersion_AreHonouredByOnePageAndReplaced()
    {
        using var visitor = _app.Visitor();
        visitor.SetCookie(Preferences.ThemeCookie, Preferences.Dark);
        visitor.SetCookie(Preferences.LettersCookie, "<script>");
        visitor.SetCookie(".AspNetCore.Culture", "c%3Den-GB%7Cuic%3Den-GB");

        foreach (var _ in new[] { "the first page, by the old ones", "the next, by the new ones" })
        {
            var page = await visitor.ReadAsync(Urls.SignIn);
            Assert.Contains("<html lang=\"en\" data-theme=\"donker\"", page, StringComparison.Ordinal);
            Assert.Equal(
                ["__Host-.AspNetCore.Culture", "__Host-thema"],
                visitor.Cookies.Select(cookie => cookie.Name)
                    .Where(name => name != AccessRegistration.HostFormCookieName).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Https_OnceSeen_HoldsForEverythingUnderTheName() =>
        Assert.True(_app.Services.GetRequiredService<IOptions<HstsOptions>>().Value.IncludeSubDomains);

    [Fact]
    public async Task SignOut_OfTheWorkAccount_GoesToTheProvider()
    {
        using var visitor = _app.Visitor();
        using var answer = await visitor.Http.GetAsync(Urls.OpenIdSignOut, TestContext.Current.CancellationToken);
        var location = answer.Headers.Location!.OriginalString;
        Assert.StartsWith($"{_provider.Authority}/logout", location, StringComparison.Ordinal);
        Assert.Contains("client_id=wizard", location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithNameAndRolesInUserinfoOnly_IsWhoUserinfoSays()
    {
        _provider.Person = [new("sub", "u-1")];
        _provider.Userinfo = new() { ["sub"] = "u-1", ["name"] = "Uit Userinfo", ["groups"] = "wonen-beheer" };
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor, Urls.Status);
        Assert.True(ProductionApp.SignsIn(back));
        Assert.Contains("Uit Userinfo", await visitor.ReadAsync(Urls.Status), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("somebody-else", StatusCodes.Status200OK)]
    [InlineData("u-1", StatusCodes.Status401Unauthorized)]
    [InlineData("u-1", StatusCodes.Status503ServiceUnavailable)]
    public async Task SignIn_WhenUserinfoGivesNothingOfThisPerson_SaysThatItDidNotWork(string subject, int status)
    {
        _provider.Person = [new("sub", "u-1")];
        _provider.Userinfo = new() { ["sub"] = subject, ["name"] = "Iemand", ["groups"] = "wonen-beheer" };
        _provider.UserinfoStatus = status;
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(back));
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", back.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("name", nameof(ErrorsText.NoNameLead))]
    [InlineData("sub", nameof(ErrorsText.NoSubjectLead))]
    [InlineData("groups", nameof(ErrorsText.NoRoleLead))]
    public async Task SignIn_WithoutAClaimThatIsNeeded_SaysWhichInWords(string missing, string words)
    {
        _provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
        _provider.Userinfo = new() { ["sub"] = "m-1" };
        _provider.Issue = draft => draft.With(missing, null).AsSigned();
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(back));
        var page = await visitor.ReadAsync(back.Headers.Location!.OriginalString);
        var lead = ErrorsText.ResourceManager.GetString(words, CultureInfo.CurrentUICulture)!;
        Assert.Contains(lead, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_WithMoreGroupsThanEntraGives_SaysWhatToChange()
    {
        _provider.Person = [new("sub", "g-1"), new("name", "Veel Groepen")];
        _provider.Userinfo = new() { ["sub"] = "g-1" };
        _provider.Issue = draft =>
            draft.With("_claim_names", new Dictionary<string, string> { ["groups"] = "src1" }).AsSigned();
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        var page = await visitor.ReadAsync(back.Headers.Location!.OriginalString);
        Assert.Contains(ErrorsText.TooManyGroupsLead, page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://another.example")]
    public async Task Answer_OfAnotherIssuerOrOfNone_IsRefused(string? issuer)
    {
        _provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
        _provider.AnswerIssuer = issuer;
        using var visitor = _app.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.False(ProductionApp.SignsIn(back));
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", back.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task Answer_RepeatedOrBookmarked_LeadsHomeWhoeverIsSignedIn()
    {
        _provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
        using var visitor = _app.Visitor();
        using var answer = await ProductionApp.AnswerOfProviderAsync(visitor);
        using var first = await visitor.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.True(ProductionApp.SignsIn(first));

        using var again = await visitor.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);

        Assert.Equal(Urls.Home, again.Headers.Location!.OriginalString);
        Assert.False(ProductionApp.SignsIn(again));
        using var stranger = _app.Visitor();
        using var copied = await stranger.Http.GetAsync(answer.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal($"{Urls.SignIn}?{Urls.SignInFailedQuery}=1", copied.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task SignIn_OfSomebodyWhoIsSignedIn_EndsTheSessionBefore()
    {
        _provider.Person = [new("sub", "m-1"), new("name", "Sanne"), new("groups", "wonen-medewerker")];
        using var visitor = _app.Visitor();
        using var first = await ProductionApp.SignInAsync(visitor);
        using var copy = _app.Visitor();
        foreach (var cookie in visitor.Cookies)
            copy.SetCookie(cookie.Name, cookie.Value);

        using var second = await ProductionApp.SignInAsync(visitor);

        using var after = await copy.Http.GetAsync(Urls.Work, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
        using var now = await visitor.Http.GetAsync(Urls.Work, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, now.StatusCode);
    }
}
