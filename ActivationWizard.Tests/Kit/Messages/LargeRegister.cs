using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.Tests.Kit.Messages;

/// <summary>
/// A Viewpoint with a lot to say of one tenant, by the page of a hundred; what it does not hold many of is as usual.
/// </summary>
internal sealed class LargeRegister
{
    private const int PageSize = 100;
    private readonly IReadOnlyList<string> _agreements;
    private readonly IReadOnlyList<string> _namesakes;
    private readonly string _tenant;
    private int _calls;

    /// <param name="agreements">On the unit, the tenant's own among them; the others have ended.</param>
    /// <param name="namesakes">People of the tenant's surname, the tenant among them.</param>
    /// <param name="namesakesLiveHere">Whether those people live at the tenant's address.</param>
    /// <param name="roles">That the tenant plays.</param>
    /// <param name="contacts">Mail addresses of the tenant; the last is the one of the request.</param>
    public LargeRegister(int agreements = 1, int namesakes = 1, bool namesakesLiveHere = false, int roles = 0, int contacts = 1)
    {
        var usual = MessageWorld.Tenant["agreement"]!.ToJsonString();
        _agreements = [usual, .. Enumerable.Range(1, agreements - 1).Select(Ended)];
        _tenant = MessageWorld.Changed(MessageWorld.Tenant["tenant"]!, tenant =>
        {
            tenant["rollen"] = MessageWorld.Json($$"""{ "rollen": [{{Many(roles, one => $$"""
                { "id": "{{one}}", "soort": { "code": "BWI" }, "begindatum": "2020-01-01", "rolRelatie": { "id": "{{one}}" } }
                """)}}] }""")["rollen"]!.DeepClone();
            tenant["contactgegevens"] = MessageWorld.Json($$"""{ "alle": [{{Many(contacts, one => $$"""
                { "id": "{{one}}", "soort": { "code": "EMA" }, "detailSoort": { "code": "PRI" },
                  "waarde": "{{(one == contacts ? "anna" : $"anna{one}")}}@voorbeeld.nl" }
                """)}}] }""")["alle"]!.DeepClone();
        }).ToJsonString();
        _namesakes = [_tenant, .. Enumerable.Range(1, namesakes - 1).Select(one => $$"""
            { "id": "{{5000 + one}}", "soort": { "code": "NAT" }, "achternaam": "Bergman", "voorletters": "A.",
              "adressen": [{ "soort": { "code": "WOO" },
                             "adres": { "postcode": "{{(namesakesLiveHere ? "5611AB" : "5699ZZ")}}", "huisnummer": "12" } }] }
            """)];
    }

    public int Calls => _calls;

    public HttpResponseMessage Answer(Uri asked)
    {
        Interlocked.Increment(ref _calls);
        var query = QueryHelpers.ParseQuery(asked.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var start = int.Parse(query.GetValueOrDefault("cursor", "0"), CultureInfo.InvariantCulture);
        return asked.AbsolutePath switch
        {
            "/bog/v4/overeenkomsten" when query.ContainsKey("eenheden.id") => Page(_agreements, start),
            "/bog/v4/overeenkomsten" => Page([.. _agreements.Take(1)], start),
            "/brg/v4/relaties" when query.GetValueOrDefault("achternaam") is MessageWorld.Surname => Page(_namesakes, start),
            "/brg/v4/relaties/31" => Said(_tenant),
            var path when path.StartsWith("/brg/v4/relaties/9", StringComparison.Ordinal) => Said(
                $$"""{ "id": "{{path.Split('/')[^1]}}", "soort": { "code": "NAT" }, "achternaam": "Vertrokken" }"""),
            _ => MessageWorld.Tenant.Answer(asked),
        };
    }

    private static string Ended(int one) => $$"""
        { "id": "{{8000 + one}}", "soort": { "code": "HUU" }, "status": { "code": "BEE" },
          "begindatum": "1950-01-01", "einddatum": "2000-01-01",
          "eenheden": [{ "id": "11" }],
          "relaties": [{ "id": "{{9000 + one}}", "soort": { "code": "NAT" }, "rollen": [{ "soort": { "code": "HUU" } }] }] }
        """;

    private static string Many(int count, Func<int, string> one) => string.Join(',', Enumerable.Range(1, count).Select(one));

    private static HttpResponseMessage Page(IReadOnlyList<string> all, int start)
    {
        var page = Said($"[{string.Join(',', all.Skip(start).Take(PageSize))}]");
        page.Headers.Add("X-Parameters-Aantal", all.Count.ToString(CultureInfo.InvariantCulture));
        if (start + PageSize < all.Count)
            page.Headers.Add("X-Parameters-Cursor", (start + PageSize).ToString(CultureInfo.InvariantCulture));
        return page;
    }

    private static HttpResponseMessage Said(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
