using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace ActivationWizard.Tests.App.Shell;

/// <summary>What cannot be shown is said in a sentence, with a way on.</summary>
public sealed class ErrorPagesTests(TestApp app) : IClassFixture<TestApp>
{
    [Theory]
    [InlineData("/bestaat-niet")]
    [InlineData(Urls.NotFound)]
    public async Task Page_ThatDoesNotExist_SaysSo(string url)
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var answer = await visitor.Http.GetAsync(url, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await visitor.ReadAsync(url);
        Assert.Contains(ErrorsText.NotFoundTitle, page, StringComparison.Ordinal);
        Assert.Contains(ErrorsText.GoHome, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithoutItsToken_IsRefusedWithASentence()
    {
        using var visitor = app.Visitor();
        using var form = new FormUrlEncodedContent([new("person", DemoPeople.Els.Id)]);
        using var answer = await visitor.Http.PostAsync(Urls.DemoSignIn, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Contains(ErrorsText.BadRequestTitle, page, StringComparison.Ordinal);
        Assert.DoesNotContain(visitor.Cookies, cookie => cookie.Name == AccessRegistration.CookieName);
    }

    [Fact]
    public async Task SignOut_AskedForByGet_IsNoPage()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var answer = await visitor.Http.GetAsync(Urls.SignOut, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Contains(ErrorsText.NotFoundTitle, await visitor.ReadAsync(Urls.SignOut), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ForAnotherRole_SaysThatItIsNotForYou()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var answer = await visitor.Http.GetAsync(Urls.Status, TestContext.Current.CancellationToken);
        Assert.StartsWith(Urls.NoAccess, answer.Headers.Location!.PathAndQuery, StringComparison.Ordinal);
        Assert.Contains(ErrorsText.NoAccessLead, await visitor.ReadAsync(Urls.NoAccess), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Page_ThatFails_ShowsAReferenceThatIsInTheLogAndNoStackTrace()
    {
        const string secret = "geheim-in-de-fout";
        await using var broken = new TestApp(new()
        {
            Replace = services => services.AddScoped<CurrentActor>(_ => throw new InvalidOperationException(secret)),
        });
        using var visitor = broken.Visitor();
        using var answer = await visitor.Http.GetAsync(Urls.NoAccess, TestContext.Current.CancellationToken);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Contains(ErrorsText.FailureTitle, page, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", page, StringComparison.Ordinal);
        var reference = page.Split("aw-reference\">")[1].Split('<')[0];
        Assert.Contains(broken.Log.GetSnapshot(), line => line.Level == LogLevel.Error
            && line.Message.Contains(reference, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Home_ByRole_IsWhereTheirWorkIs()
    {
        foreach (var (person, start) in new (Actor, string)[]
            { (DemoPeople.Tom, Urls.Work), (DemoPeople.Els, Urls.Morning), (DemoPeople.Bram, Urls.Status) })
        {
            using var visitor = app.Visitor();
            await visitor.SignInAsync(person);
            using var answer = await visitor.Http.GetAsync(Urls.Home, TestContext.Current.CancellationToken);
            Assert.Equal(start, new Uri(app.Address, answer.Headers.Location!).AbsolutePath);
        }
    }
}
