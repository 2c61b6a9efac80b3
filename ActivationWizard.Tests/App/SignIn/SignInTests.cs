using System.Net;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.App;
using Xunit;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The demonstration's sign-in, over HTTP.</summary>
public sealed class SignInTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task SignInPage_OfADemo_OffersEverybody()
    {
        using var visitor = app.Visitor();
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.All(DemoPeople.All, person => Assert.Contains(person.Name, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task SignIn_ByOneClick_ComesBackToTheAddressAskedFor()
    {
        using var visitor = app.Visitor();
        using var sent = await visitor.Http.GetAsync("/status?x=1", TestContext.Current.CancellationToken);
        var signIn = sent.Headers.Location!.PathAndQuery;
        Assert.Equal("/aanmelden?returnUrl=%2Fstatus%3Fx%3D1", signIn);
        Assert.Contains("name=\"returnUrl\" value=\"/status?x=1\"", await visitor.ReadAsync(signIn), StringComparison.Ordinal);

        using var answer = await visitor.PostAsync(
            Urls.DemoSignIn, new() { ["person"] = DemoPeople.Els.Id, ["returnUrl"] = "/status?x=1" });
        Assert.Equal("/status?x=1", answer.Headers.Location!.OriginalString);
        var page = await visitor.ReadAsync("/status?x=1");
        Assert.Contains(DemoPeople.Els.Name, page, StringComparison.Ordinal);
        Assert.Contains(ShellText.RoleTeamLead, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInCookie_OfADemo_IsForThisSiteAndNotForScripts()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.PostAsync(Urls.DemoSignIn, new() { ["person"] = DemoPeople.Tom.Id });
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith(AccessRegistration.CookieName, cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("expires", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task SignOut_Afterwards_AsksToSignInAgain()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        using var answer = await visitor.PostAsync(Urls.SignOut, [], Urls.Status);
        var page = await visitor.ReadAsync(answer.Headers.Location!.OriginalString);
        Assert.Contains(ShellText.SignedOut, page, StringComparison.Ordinal);
        using var after = await visitor.Http.GetAsync(Urls.Status, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Redirect, after.StatusCode);
    }

    [Fact]
    public async Task SignOut_FromAForeignForm_DoesNothing()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        using var form = new FormUrlEncodedContent([]);
        using var answer = await visitor.Http.PostAsync(Urls.SignOut, form, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var after = await visitor.Http.GetAsync(Urls.Status, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, after.StatusCode);
    }

    [Fact]
    public async Task OpenIdSignIn_InADemo_DoesNotExist()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Sanne);
        using var answer = await visitor.Http.GetAsync(Urls.OpenIdSignIn, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
