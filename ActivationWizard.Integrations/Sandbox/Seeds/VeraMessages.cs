using System.Globalization;
using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>The smaller VERA messages, as Viewpoint would hold them.</summary>
internal static class VeraMessages
{
    public static JsonObject Ref(string code) => new() { ["code"] = code };

    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static JsonObject Email(string id, string detailSoort, string address, string status = "GEV") => new()
    {
        ["id"] = id,
        ["soort"] = Ref("EMA"),
        ["detailSoort"] = Ref(detailSoort),
        ["status"] = Ref(status),
        ["waarde"] = address,
    };

    public static JsonObject Telephone(string id, string number) => new()
    {
        ["id"] = id,
        ["soort"] = Ref("TEL"),
        ["detailSoort"] = Ref("PRI"),
        ["waarde"] = number,
    };

    public static JsonObject PartyKey(JsonObject party) => new()
    {
        ["id"] = party.Text("id"),
        ["code"] = party.Text("code"),
        ["soort"] = Ref(party.Code("soort")!),
    };

    /// <param name="status">Null leaves the status unknown.</param>
    public static JsonObject Flag(string id, JsonObject party, string detailSoort, string? status, DateTimeOffset now)
    {
        var flag = new JsonObject
        {
            ["id"] = id,
            ["soort"] = Ref("ONB"),
            ["detailSoort"] = Ref(detailSoort),
            ["begindatum"] = now.UtcDateTime.AddYears(-1).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
            ["relatie"] = PartyKey(party),
        };
        if (status is not null) flag["status"] = Ref(status);
        return flag;
    }

    public static JsonObject Arrangement(string id, string agreementId, string status, DateOnly today) => new()
    {
        ["id"] = id,
        ["status"] = Ref(status),
        ["begindatum"] = Date(today.AddMonths(-2)),
        ["bedrag"] = SandboxSeeds.CanaryAmount,
        ["saldo"] = SandboxSeeds.CanaryAmount,
        ["overeenkomst"] = new JsonObject { ["id"] = agreementId, ["soort"] = Ref("HUU") },
    };

    /// <param name="townId">A unit's town has an id, a party's has none.</param>
    public static JsonObject Address(string id, SeedAddress address, bool withoutTown, string? townId = null)
    {
        var message = new JsonObject
        {
            ["id"] = id,
            ["soort"] = Ref("EEN"),
            ["straatnaam"] = address.Straat,
            ["huisnummer"] = address.Huisnummer,
            ["postcode"] = address.Postcode,
        };
        if (address.Huisletter is { } letter) message["huisletter"] = letter;
        if (address.Toevoeging is { } addition) message["huisnummerToevoeging"] = addition;
        if (withoutTown) return message;
        message["woonplaats"] = new JsonObject { ["naam"] = address.Plaats };
        if (townId is not null) message["woonplaats"]!["id"] = townId;
        return message;
    }
}
