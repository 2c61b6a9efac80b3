using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>Nothing that stands in an address or a cookie brings the app down, or leads away from it.</summary>
public sealed class BadInputTests(TestApp app) : IClassFixture<TestApp>
{
    private static readonly string[] Nasty =
    [
        "%00", "a%00b", "%0d%0aSet-Cookie:%20a=b", "%e2%80%ae", "%F0%9F%98%80", "%ff%fe", "<script>",
        "%3Cscript%3Ealert(1)%3C/script%3E", "-1", "9223372036854775808", "' OR 1=1 --", "%25",
        "//evil.example", "https:", "/%5Cevil.example", new string('a', 5_000), "",
    ];

    public static TheoryData<string> QueryValues =>
        [Urls.ReturnUrlQuery, Urls.SignedOutQuery, Urls.SignInFailedQuery];

    [Theory]
    [MemberData(nameof(QueryValues))]
    public async Task SignInPage_WithNonsenseInItsAddress_StillShows(string name)
    {
        using var visitor = app.Visitor();
        foreach (var value in Nasty)
        {
            var url = $"{Urls.SignIn}?{name}={value}";
            using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.DoesNotContain("\"//evil.example", page, StringComparison.Ordinal);
            Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == "a");
        }
    }

    [Fact]
    public async Task AnyPage_WithAHundredThousandCharactersInItsAddress_IsRefused()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.Http.GetAsync(
            $"{Urls.SignIn}?{Urls.ReturnUrlQuery}=/{new string('a', 100_000)}", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestUriTooLong, answer.StatusCode);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("https:")]
    [InlineData("/\t/evil.example")]
    [InlineData("/\u2028/evil")]
    [InlineData("/\ud83d\ude00")]
    public async Task SignIn_ToComeBackElsewhere_ComesHome(string returnUrl)
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.PostAsync(
            Urls.DemoSignIn, new() { ["person"] = DemoPeople.Tom.Id, ["returnUrl"] = returnUrl });
        Assert.Equal(Urls.Home, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData(Urls.DemoSignIn, "person")]
    [InlineData(Urls.Theme, "theme")]
    [InlineData(Urls.Language, "language")]
    public async Task Form_WithAValueThatIsNoChoice_IsRefused(string url, string field)
    {
        using var visitor = app.Visitor();
        foreach (var value in new[] { "", "machine", "wizard", "a\0b", "a\r\nSet-Cookie: a=b", new string('a', 100_000) })
        {
            using var answer = await visitor.PostAsync(url, new() { [field] = value });
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData(".AspNetCore.Culture")]
    [InlineData("thema")]
    [InlineData(AccessRegistration.CookieName)]
    public async Task Page_WithABrokenCookie_ShowsAsWithout(string cookie)
    {
        using var visitor = app.Visitor();
        visitor.SetCookie(cookie, "c%3Dxx-YY%7Cuic%3D%00%0d%0a");
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains("<html lang=\"nl\" data-theme=\"licht\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_AfterGoodUse_HasNoWarning()
    {
        await using var fresh = new TestApp();
        using var visitor = fresh.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        await visitor.ReadAsync(Urls.Status);
        await visitor.ReadAsync("/bestaat-niet");
        using var signedOut = await visitor.PostAsync(Urls.SignOut, [], Urls.Status);

        // Among the seeded requests is one about whom a system says nothing.
        Assert.DoesNotContain(fresh.Log.GetSnapshot(), line =>
            line.Level >= LogLevel.Warning && !line.Message.StartsWith("Umbrella: case ", StringComparison.Ordinal));
        var invitation = $"Open {fresh.Address.GetLeftPart(UriPartial.Authority)} in a browser";
        Assert.Contains(fresh.Log.GetSnapshot(), line => line.Message.Contains(invitation, StringComparison.Ordinal));
    }
}
