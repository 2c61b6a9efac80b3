using System.Net;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Shell;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using Xunit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>The language and the colours that somebody chose, over HTTP.</summary>
public sealed partial class LanguageTests(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Page_ForANewVisitorWithAnEnglishBrowser_IsDutch()
    {
        using var visitor = app.Visitor();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Language", "en");
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains("<html lang=\"nl\"", page, StringComparison.Ordinal);
        Assert.Contains("Welkom bij Activatiecodes", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Language_Chosen_IsKeptAndComesBackToThePage()
    {
        using var visitor = app.Visitor();
        using var answer = await visitor.PostAsync(
            Urls.Language, new() { ["language"] = "en", ["returnUrl"] = "/aanmelden?x=1" });
        Assert.Equal("/aanmelden?x=1", answer.Headers.Location!.OriginalString);
        Assert.Contains("max-age=31536000", Assert.Single(answer.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains("<html lang=\"en\"", page, StringComparison.Ordinal);
        Assert.Contains("Welcome to Activation codes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Welkom", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Theme_Chosen_IsInTheFirstBytesOfThePageAndInTheSheetOfItsColours()
    {
        using var visitor = app.Visitor();
        Assert.Contains("data-theme=\"licht\"", await visitor.ReadAsync(Urls.SignIn), StringComparison.Ordinal);
        using var answer = await visitor.PostAsync(Urls.Theme, new() { ["theme"] = Preferences.Dark });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var page = await visitor.ReadAsync(Urls.SignIn);
        Assert.Contains("data-theme=\"donker\"", page, StringComparison.Ordinal);
        var sheet = Palette().Match(page).Groups["address"].Value;
        Assert.Matches(
            @":root\[data-theme=.donker.\][^}]*--mud-palette-background: rgba\(21,24,29,1\)",
            await visitor.ReadAsync("/" + sheet));
    }

    [Fact]
    public async Task Page_BehindTheSignIn_IsInTheLanguageToo()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync(DemoPeople.Bram);
        using var answer = await visitor.PostAsync(Urls.Language, new() { ["language"] = "en" }, Urls.Status);
        Assert.Contains("System manager", await visitor.ReadAsync(Urls.Status), StringComparison.Ordinal);
    }

    [GeneratedRegex("rel=\"stylesheet\" href=\"(?<address>palette[^\"]*)\"")]
    private static partial Regex Palette();
}
