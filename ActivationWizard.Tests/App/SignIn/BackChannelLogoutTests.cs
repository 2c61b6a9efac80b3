using System.Net;
using System.Security.Cryptography;
using ActivationWizard.App;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.App.SignIn;

/// <summary>The identity provider ends sessions by itself, and nobody else does in its name.</summary>
public sealed class BackChannelLogoutTests : IClassFixture<ProductionApp>
{
    private const string Event = "http://schemas.openid.net/event/backchannel-logout";

    private static readonly RSA Foreign = RSA.Create(2048);

    private static readonly Dictionary<string, Func<TokenDraft, string>> Wrong = new()
    {
        ["nothing"] = _ => "",
        ["no token"] = _ => "x.y.z",
        ["alg none"] = draft => $"{draft.WithHeader("alg", "none").AsUnsigned}.",
        ["another key"] = draft => draft.SignedBy(Foreign),
        ["the client's secret"] = draft => draft.WithHeader("alg", "HS256").SignedBy("geheim-van-de-client"u8.ToArray()),
        ["another issuer"] = draft => draft.With("iss", "https://evil.example").AsSigned(),
        ["another audience"] = draft => draft.With("aud", "another").AsSigned(),
        ["no audience"] = draft => draft.With("aud", null).AsSigned(),
        ["expired"] = draft => draft.With("exp", Seconds(-600)).With("nbf", Seconds(-900)).AsSigned(),
        ["without an end"] = draft => draft.With("exp", null).AsSigned(),
        ["issued long ago"] = draft => draft.With("iat", Seconds(-400)).AsSigned(),
        ["issued later"] = draft => draft.With("iat", Seconds(400)).AsSigned(),
        ["without a moment"] = draft => draft.With("iat", null).AsSigned(),
        ["a moment that is no number"] = draft => draft.With("iat", "nu").AsSigned(),
        ["no id"] = draft => draft.With("jti", null).AsSigned(),
        ["a nonce"] = draft => draft.With("nonce", "x").AsSigned(),
        ["no events"] = draft => draft.With("events", null).AsSigned(),
        ["another event"] = draft => draft.With("events", new Dictionary<string, object> { ["http://x"] = new() }).AsSigned(),
        ["an event that is no object"] = draft =>
            draft.With("events", new Dictionary<string, object> { [Event] = true }).AsSigned(),
        ["an event in a list"] = draft => draft.With("events", new[] { Event }).AsSigned(),
        ["nobody"] = draft => draft.With("sub", null).With("sid", null).AsSigned(),
        ["an access token"] = draft => draft.WithHeader("typ", "at+jwt").AsSigned(),
    };

    private readonly ProductionApp _production;

    public BackChannelLogoutTests(ProductionApp production)
    {
        _production = production;
        _production.Provider.Reset();
    }

    public static TheoryData<string> Sorts => [.. Wrong.Keys];

    [Theory]
    [MemberData(nameof(Sorts))]
    public async Task LogoutToken_ThatIsNotAsItMustBe_EndsNothing(string sort)
    {
        using var visitor = await SignedInAsync("l-1", "s-1");

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(Wrong[sort](Draft("l-1", "s-1"))));

        Assert.Equal(HttpStatusCode.OK, await WorkAsync(visitor));
    }

    [Fact]
    public async Task LogoutToken_OfASession_EndsThatOneAndCanBeUsedOnce()
    {
        using var one = await SignedInAsync("l-2", "s-2");
        using var other = await SignedInAsync("l-2", "s-3");
        var token = Draft("l-2", "s-2").WithHeader("typ", "logout+jwt").AsSigned();

        Assert.Equal(HttpStatusCode.OK, await SendAsync(token));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(one));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(other));
        using var back = await SignedInAsync("l-2", "s-2");
        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync(token));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(back));
    }

    [Fact]
    public async Task LogoutToken_OfAPerson_EndsAllTheirSessionsAndNobodyElses()
    {
        using var one = await SignedInAsync("l-3", "s-4");
        using var two = await SignedInAsync("l-3", null);
        using var other = await SignedInAsync("l-4", "s-5");

        Assert.Equal(HttpStatusCode.OK, await SendAsync(Draft("l-3", null).AsSigned()));

        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(one));
        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(two));
        Assert.Equal(HttpStatusCode.OK, await WorkAsync(other));
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Draft("l-4", "s-5").With("sub", null).AsSigned()));
        Assert.Equal(HttpStatusCode.Redirect, await WorkAsync(other));
    }

    [Fact]
    public async Task Request_ThatIsNoForm_IsRefused()
    {
        using var visitor = _production.App.Visitor();
        using var content = new StringContent("{}", null, "application/json");
        using var answer = await visitor.Http.PostAsync(
            Urls.BackChannelLogout, content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
    }

    private static long Seconds(int fromNow) => TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + fromNow;

    private static async Task<HttpStatusCode> WorkAsync(Visitor visitor)
    {
        using var answer = await visitor.Http.GetAsync(Urls.Work, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private TokenDraft Draft(string person, string? session) => _production.Provider.Draft()
        .With("sub", person).With("sid", session).With("jti", Guid.NewGuid().ToString("N"))
        .With("events", new Dictionary<string, object> { [Event] = new() });

    private async Task<HttpStatusCode> SendAsync(string token)
    {
        using var visitor = _production.App.Visitor();
        using var form = new FormUrlEncodedContent([new("logout_token", token)]);
        using var answer = await visitor.Http.PostAsync(Urls.BackChannelLogout, form, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    private async Task<Visitor> SignedInAsync(string person, string? session)
    {
        _production.Provider.Person = [new("sub", person), new("name", "Lena"), new("groups", "wonen-medewerker")];
        _production.Provider.Issue = draft => draft.With("sid", session).AsSigned();
        var visitor = _production.App.Visitor();
        using var back = await ProductionApp.SignInAsync(visitor);
        Assert.True(ProductionApp.SignsIn(back));
        return visitor;
    }
}
