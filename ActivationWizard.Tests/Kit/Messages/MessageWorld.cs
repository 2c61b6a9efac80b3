using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.Tests.Kit.Messages;

/// <summary>
/// What the three systems say of one tenant, message by message. Lists are found by what was asked and not by what the messages
/// say, as a server does whose fields have another shape than ours expects.
/// </summary>
internal sealed class MessageWorld
{
    public const string Surname = "Bergman";

    private readonly Dictionary<string, JsonObject> _messages;
    private readonly Dictionary<string, IReadOnlyList<JsonObject>> _beside = [];

    private MessageWorld(Dictionary<string, JsonObject> messages) => _messages = messages;

    /// <summary>A tenant with a housemate, a namesake elsewhere, an account and post on paper.</summary>
    public static MessageWorld Tenant { get; } = new(new()
    {
        ["unit"] = Json("""
            { "id": "11", "soort": { "code": "WOO" }, "adres": { "soort": { "code": "EEN" }, "straatnaam": "Kerkstraat",
              "huisnummer": "12", "postcode": "5611AB", "woonplaats": { "naam": "Eindhoven" } } }
            """),
        ["agreement"] = Json("""
            { "id": "21", "soort": { "code": "HUU" }, "status": { "code": "LOP" }, "begindatum": "2015-01-01",
              "eenheden": [{ "id": "11" }],
              "relaties": [{ "id": "31", "soort": { "code": "NAT" },
                             "rollen": [{ "soort": { "code": "HUU" }, "begindatum": "2015-01-01" }] },
                           { "id": "39", "soort": { "code": "NAT" }, "rollen": [{ "soort": { "code": "WON" } }] }] }
            """),
        ["tenant"] = Json("""
            { "id": "31", "code": "R31", "soort": { "code": "NAT" }, "achternaam": "Bergman", "voorletters": "A.",
              "geboortedatum": "1980-02-03",
              "contactgegevens": [{ "id": "1", "soort": { "code": "EMA" }, "detailSoort": { "code": "PRI" },
                                    "waarde": "anna@voorbeeld.nl" }],
              "adressen": [{ "soort": { "code": "WOO" }, "begindatum": "2015-01-01",
                             "adres": { "postcode": "5611AB", "huisnummer": "12" } }], "rollen": [] }
            """),
        ["housemate"] = Json("""
            { "id": "39", "code": "R39", "soort": { "code": "NAT" }, "achternaam": "Anders", "voorletters": "B." }
            """),
        ["namesake"] = Json("""
            { "id": "35", "code": "R35", "soort": { "code": "NAT" }, "achternaam": "Bergman", "voorletters": "C.",
              "adressen": [{ "soort": { "code": "WOO" }, "adres": { "soort": { "code": "BUI" }, "woonplaats": "Aachen" } }] }
            """),
        ["flag"] = Json("""
            { "id": "41", "soort": { "code": "ONB" }, "detailSoort": { "code": "BEZ" }, "status": { "code": "ACT" },
              "relatie": { "id": "31" } }
            """),
        ["arrangement"] = Json("""{ "id": "61", "status": { "code": "BEE" }, "overeenkomst": { "id": "21" } }"""),
        ["dossier"] = Json("""{ "id": "71", "relaties": [{ "id": "31" }] }"""),
        ["customer"] = Json("""
            { "klantId": "k1", "naam": "A. Bergman", "geboortejaar": 1980, "relatienummer": "R31",
              "adres": { "postcode": "5611AB", "huisnummer": "12" } }
            """),
        ["account"] = Json("""
            { "klantId": "k1", "accountId": "a1", "status": "GER", "emailadres": "anna@voorbeeld.nl",
              "activatiecodeAanwezig": false }
            """),
        ["preference"] = Json("""{ "recipientId": "R31", "channel": "paper" }"""),
    });

    /// <summary>The same tenant under bewind, with the administrator's address in privé.</summary>
    public static MessageWorld UnderBewind { get; } = Tenant
        .With("flag", Json("""
            { "id": "41", "soort": { "code": "ONB" }, "detailSoort": { "code": "BEW" }, "status": { "code": "ACT" },
              "relatie": { "id": "31" } }
            """))
        .With("office", Json("""
            { "id": "50", "code": "R50", "soort": { "code": "REC" }, "naam": "Balans Bewind",
              "contactgegevens": [{ "soort": { "code": "EMA" }, "detailSoort": { "code": "ZAK" }, "waarde": "post@bewind.nl" }],
              "rollen": [{ "soort": { "code": "BWI" }, "begindatum": "2020-01-01", "rolRelatie": { "id": "31" } },
                         { "soort": { "code": "BWI" }, "begindatum": "2020-01-01", "rolRelatie": { "id": "99" } }] }
            """))
        .With("tenant", Changed(Tenant["tenant"]!, tenant => tenant["contactgegevens"]![0]!["waarde"] = "post@bewind.nl"));

    /// <summary>The same address, rented by an institution, which comes first; the applicant only lives there.</summary>
    public static MessageWorld InInstitution { get; } = Tenant
        .With("housemate", Json("""
            { "id": "39", "code": "R39", "soort": { "code": "REC" }, "naam": "Stichting Thuis" }
            """))
        .With("agreement", Shared("MBW", institutionFirst: true));

    /// <summary>The same, with the applicant first, in the other role that is no tenant's.</summary>
    public static MessageWorld WithInstitution { get; } =
        InInstitution.With("agreement", Shared("BEW", institutionFirst: false));

    /// <summary>The same address as a home in care property, where the applicant lives with whoever rents it.</summary>
    public static MessageWorld InCare { get; } = Tenant
        .With("unit", Changed(Tenant["unit"]!, unit => unit["soort"] = Json("""{ "code": "INT" }""")))
        .With("agreement", Shared("WON", institutionFirst: false));

    public IEnumerable<string> Names => _messages.Keys;

    /// <summary>A message by its name, null where this world has none.</summary>
    public JsonObject? this[string name] => _messages.GetValueOrDefault(name);

    public MessageWorld With(string name, JsonObject message) => new(new(_messages) { [name] = message });

    /// <summary>The same, with other messages in every list that has this one, before it and behind it.</summary>
    public MessageWorld WithBeside(string name, IReadOnlyList<JsonObject> others)
    {
        var world = new MessageWorld(_messages);
        foreach (var (list, already) in _beside)
            world._beside[list] = already;
        world._beside[name] = others;
        return world;
    }

    public HttpResponseMessage Answer(Uri asked)
    {
        var query = QueryHelpers.ParseQuery(asked.Query).ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        return asked.AbsolutePath switch
        {
            "/bvg/v4/eenheden" => query["adres.huisnummer"] is "12" ? List("unit") : List(),
            "/bvg/v4/eenheden/11" => One("unit"),
            "/bog/v4/overeenkomsten" => query.GetValueOrDefault("eenheden.id", "11") is "11" ? List("agreement") : List(),
            "/brg/v4/relaties" when query.TryGetValue("achternaam", out var surname) =>
                surname == Surname ? List("tenant", "namesake") : List(),
            "/brg/v4/relaties" when query.GetValueOrDefault("rollen.soort.code") is "BWI" => List("office"),
            "/brg/v4/relaties" when query.GetValueOrDefault("rollen.soort.code") is "CUR" => List("curator"),
            "/brg/v4/relaties" => List(),
            "/brg/v4/relaties/31" => One("tenant"),
            "/brg/v4/relaties/39" => One("housemate"),
            "/brg/v4/signaleringen" => List("flag"),
            "/inc/v4/betalingsregelingen" => query["overeenkomst.id"] is "21" ? List("arrangement") : List(),
            "/bdo/v4/dossiers" => List("dossier"),
            "/api/v1/klanten" => query.GetValueOrDefault("relatienummer", "R31") is "R31" ? List("customer") : List(),
            "/api/v1/klanten/k1/account" => One("account"),
            "/rest/v2/recipients/R31/preferences" => One("preference"),
            _ => new HttpResponseMessage(HttpStatusCode.NotFound) { Content = new ByteArrayContent([]) },
        };
    }

    public static JsonObject Json(string text) => JsonNode.Parse(text)!.AsObject();

    public static JsonObject Changed(JsonObject message, Action<JsonObject> change)
    {
        var copy = message.DeepClone().AsObject();
        change(copy);
        return copy;
    }

    private static JsonObject Shared(string role, bool institutionFirst) => Changed(Tenant["agreement"]!, agreement =>
    {
        var applicant = Json($$"""
            { "id": "31", "soort": { "code": "NAT" },
              "rollen": [{ "soort": { "code": "{{role}}" }, "begindatum": "2015-01-01" }] }
            """);
        var other = Json($$"""
            { "id": "39", "soort": { "code": "{{(role is "WON" ? "NAT" : "REC")}}" },
              "rollen": [{ "soort": { "code": "HUU" }, "begindatum": "2015-01-01" }] }
            """);
        agreement["relaties"] = institutionFirst ? new JsonArray(other, applicant) : new JsonArray(applicant, other);
    });

    private HttpResponseMessage List(params string[] names) =>
        Said($"[{string.Join(',', names.SelectMany(Around).Select(one => one.ToJsonString()))}]");

    private IEnumerable<JsonObject> Around(string name) => _beside.GetValueOrDefault(name) is { } others
        ? [.. others.Take(1), .. this[name] is { } between ? [between] : Array.Empty<JsonObject>(), .. others.Skip(1)]
        : this[name] is { } only ? [only] : [];

    private HttpResponseMessage One(string name)
    {
        var answer = Said(this[name]!.ToJsonString());
        answer.Headers.TryAddWithoutValidation("ETag", "\"1\"");
        return answer;
    }

    private static HttpResponseMessage Said(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
