using System.Net.Http.Headers;
using System.Text;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Tests.Kit.Vera;

public sealed class VeraHandlerTests
{
    private const string Contact =
        """
        {
          "code": "aw-1", "onderwerp": "Activatiecode", "kanaal": { "code": "EMA" }, "richting": { "code": "UIT" },
          "datum": "2026-09-07T08:15:00Z", "relaties": [{ "id": "1001", "soort": { "code": "NAT" } }]
        }
        """;

    [Theory]
    [InlineData("GET", "/brg/v4/relaties?achternaam=Jansen", "", 200, """[{ "soort": { "code": "NAT" } }]""")]
    [InlineData("GET", "/brg/v4/relaties?rollen.soort.code=BWI&rollen.rolRelatie.id=1001", "", 200, "[]")]
    [InlineData("GET", "/brg/v4/signaleringen?relatie.id=1001&cursor=abc", "", 200, "[]")]
    [InlineData("GET", "/bvg/v4/eenheden?adres.postcode=1234AB&adres.huisnummer=1", "", 200,
        """[{ "soort": { "code": "INT" } }]""")]
    [InlineData("GET", "/bog/v4/overeenkomsten?eenheden.id=1", "", 200, "[]")]
    [InlineData("GET", "/inc/v4/betalingsregelingen?overeenkomst.id=1", "", 200, """[{ "status": { "code": "ACT" } }]""")]
    [InlineData("GET", "/bdo/v4/dossiers?relaties.id=1001", "", 200, "[]")]
    [InlineData("GET", "/brg/v4/relaties/1001", "", 404, "")]
    [InlineData("POST", "/brg/v4/contactmomenten", Contact, 201, """{ "id": "9" }""")]
    [InlineData("PATCH", "/brg/v4/relaties/1001", """{ "contactgegevens": [{ "id": "5", "waarde": "b@x.nl" }] }""", 200, "")]
    public async Task SendAsync_CallByTheStandard_HasNoViolation(
        string method, string path, string body, int status, string answer)
    {
        var handler = await PassAsync(method, path, body, status, answer);

        Assert.Empty(handler.Violations);
        Assert.Equal(1, handler.Calls);
    }

    [Theory]
    [InlineData("GET", "/brg/v4/bewoners", "", 200, "[]", "/bewoners: the standard has no such call")]
    [InlineData("PATCH", "/brg/v4/relaties/1", "", 200, "", "the body is missing")]
    [InlineData("POST", "/brg/v4/contactmomenten", """{ "kanaal": { "code": "XXX" } }""", 201, "{}",
        "XXX is not in COMMUNICATIEKANAAL")]
    [InlineData("POST", "/brg/v4/contactmomenten", """{ "onderwerp": """, 201, "{}", "request: the body is no JSON")]
    [InlineData("POST", "/brg/v4/contactmomenten", """{ "geheim": "x" }""", 201, "{}", "$.geheim: is not in the standard")]
    [InlineData("GET", "/brg/v4/relaties", "{}", 200, "[]", "this call takes no body")]
    [InlineData("GET", "/brg/v4/relaties?naamm=x", "", 200, "[]", "?naamm: is no filter")]
    [InlineData("GET", "/brg/v4/relaties?rollen.soort.code=XXX", "", 200, "[]", "XXX is not in RELATIEROLSOORT")]
    [InlineData("GET", "/brg/v4/relaties?geboortedatum=1-2-1980", "", 200, "[]", "?geboortedatum: '1-2-1980' is no date")]
    [InlineData("GET", "/brg/v4/relaties", "", 200, "<html>", "answer 200: the body is no JSON")]
    [InlineData("GET", "/brg/v4/relaties", "", 200, "", "200 without a body")]
    [InlineData("POST", "/brg/v4/contactmomenten", Contact, 201, "", "201 without a body")]
    [InlineData("GET", "/brg/v4/relaties", "", 200, """{ "id": "1" }""", "$: Object where array is asked")]
    [InlineData("GET", "/brg/v4/relaties", "", 500, """{ "code": 7 }""", "answer 500: $.code: Number where string is asked")]
    public async Task SendAsync_CallAgainstTheStandard_NamesIt(
        string method, string path, string body, int status, string answer, string violation)
    {
        var handler = await PassAsync(method, path, body, status, answer);

        Assert.Contains(violation, Assert.Single(handler.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_HeaderThatIsNotUtc_NamesIt()
    {
        var handler = await PassAsync("GET", "/brg/v4/relaties", "", 200, "[]",
            headers => headers.Add("X-Stuurgegevens-Tijdstip-Bericht", "2026-09-07T10:15:00+02:00"));

        Assert.Contains("X-Stuurgegevens-Tijdstip-Bericht", Assert.Single(handler.Violations), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SendAsync_PathOutsideTheStandard_IsLeftAlone()
    {
        var handler = await PassAsync("POST", "/oauth/token", "grant_type=client_credentials", 200, "no json");

        Assert.Empty(handler.Violations);
        Assert.Equal(0, handler.Calls);
    }

    private static async Task<VeraHandler> PassAsync(
        string method, string path, string body, int status, string answer, Action<HttpRequestHeaders>? headers = null)
    {
        await using var site = await LoopbackSite.StartAsync(app => app.MapFallback(() =>
            TypedResults.Text(answer, "application/json", Encoding.UTF8, status)));
        var handler = new VeraHandler(new SocketsHttpHandler());
        using var client = new HttpClient(handler) { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(new(method), path);
        if (body.Length > 0) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        headers?.Invoke(request.Headers);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(answer, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return handler;
    }
}
