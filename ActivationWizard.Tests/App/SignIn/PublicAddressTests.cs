using System.Net;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>Behind a gateway that asks the app under another name than the browser has.</summary>
public sealed class PublicAddressTests
{
    [Fact]
    public async Task App_BehindAGatewayThatKeepsNoHost_IsAtItsPublicAddress()
    {
        await using var provider = new IdentityProvider();
        await provider.StartAsync();
        var settings = ProductionApp.SettingsFor(provider.Authority);
        settings["Installation:PublicAddress"] = "https://codes.example.nl";
        using var app = new TestApp(new() { Settings = settings });
        using var visitor = app.Visitor();

        using var challenge = await visitor.Http.GetAsync(Urls.OpenIdSignIn, TestContext.Current.CancellationToken);
        Assert.Contains(
            $"redirect_uri={Uri.EscapeDataString($"https://codes.example.nl{Urls.OpenIdCallback}")}",
            challenge.Headers.Location!.Query, StringComparison.Ordinal);
        using var over = await visitor.Http.GetAsync(Urls.OpenIdSignOut, TestContext.Current.CancellationToken);
        Assert.Contains(
            Uri.EscapeDataString($"https://codes.example.nl{Urls.OpenIdSignedOut}"), over.Headers.Location!.Query,
            StringComparison.Ordinal);

        // The pages' connection: refused to a page of another site, and to one of ours only because nobody is signed in.
        Assert.Equal(HttpStatusCode.Unauthorized, await NegotiateAsync(visitor, "https://codes.example.nl"));
        Assert.Equal(HttpStatusCode.Forbidden, await NegotiateAsync(visitor, app.Address.GetLeftPart(UriPartial.Authority)));
    }

    private static async Task<HttpStatusCode> NegotiateAsync(Visitor visitor, string origin)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Urls.Hub}/negotiate?negotiateVersion=1");
        request.Headers.Add("Origin", origin);
        using var answer = await visitor.Http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }
}
