using System.Net;
using System.Net.Http.Headers;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class ViewpointAccessTests
{
    private static readonly ViewpointSandboxOptions Options = new();

    [Fact]
    public async Task Call_WithoutKeyOrToken_IsNotLetInAndHasNoBody()
    {
        await using var sandbox = await StartAsync();
        using var answer = await Get(sandbox, null);
        Assert.Equal((HttpStatusCode.Unauthorized, ""),
            (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        using var other = await Get(sandbox, new("Bearer", "elders"));
        Assert.Equal(HttpStatusCode.Unauthorized, other.StatusCode);
    }

    [Fact]
    public async Task Token_ByClientCredentials_LetsInUntilItEnds()
    {
        var time = new FakeTimeProvider(new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var token = await Json(Token(sandbox, Options.ClientSecret));

        Assert.Equal((3600, "Bearer"), ((int)token["expires_in"]!, (string?)token["token_type"]));
        await Status(HttpStatusCode.OK, Get(sandbox, new("Bearer", (string?)token["access_token"])));
        time.Advance(TimeSpan.FromHours(1));
        await Status(HttpStatusCode.Unauthorized, Get(sandbox, new("Bearer", (string?)token["access_token"])));
    }

    [Fact]
    public async Task Token_WithAScope_LetsInThereOnly()
    {
        await using var sandbox = await StartAsync();
        var token = new AuthenticationHeaderValue("Bearer",
            (string?)(await Json(Token(sandbox, Options.ClientSecret, "BRG.Relaties.Read BDO.All.ReadWrite")))["access_token"]);

        await Status(HttpStatusCode.OK, Get(sandbox, token));
        await Status(HttpStatusCode.OK, Get(sandbox, token, "bdo/v4/dossiers"));
        await Status(HttpStatusCode.Forbidden, Get(sandbox, token, "inc/v4/betalingsregelingen"));
        await Status(HttpStatusCode.Forbidden, sandbox.SendAsync(
            new(sandbox.Server.Viewpoint, "brg/v4/relaties/1"), "PATCH", new { }, request =>
                request.Headers.Authorization = token));
    }

    [Fact]
    public async Task Token_ByBasicHeader_IsGivenToo()
    {
        await using var sandbox = await StartAsync();
        var pair = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{Options.ClientId}:{Options.ClientSecret}"));
        var form = new FormUrlEncodedContent([new("grant_type", "client_credentials")]);
        await Status(HttpStatusCode.OK, sandbox.SendAsync(new(sandbox.Server.Viewpoint, "oauth/token"), "POST", form,
            request => request.Headers.Authorization = new("Basic", pair)));
    }

    [Theory]
    [InlineData("geraden", null, HttpStatusCode.Unauthorized, "invalid_client")]
    [InlineData("demo-viewpoint-geheim", "BRG.Alles", HttpStatusCode.BadRequest, "invalid_scope")]
    public async Task Token_AskedWrongly_IsRefused(string secret, string? scope, HttpStatusCode status, string error)
    {
        await using var sandbox = await StartAsync();
        Assert.Equal(error, (string?)(await Json(Token(sandbox, secret, scope), status))["error"]);
    }

    private static Task<HttpResponseMessage> Token(SandboxFixture sandbox, string secret, string? scope = null)
    {
        var form = new FormUrlEncodedContent(
        [
            new("grant_type", "client_credentials"), new("client_id", Options.ClientId), new("client_secret", secret),
                new("scope", scope ?? ""),
        ]);
        return sandbox.SendAsync(new(sandbox.Server.Viewpoint, "oauth/token"), "POST", form);
    }

    private static Task<HttpResponseMessage> Get(
        SandboxFixture sandbox, AuthenticationHeaderValue? token, string path = "brg/v4/relaties") =>
        sandbox.SendAsync(new(sandbox.Server.Viewpoint, path), "GET", prepare: request => request.Headers.Authorization = token);
}
