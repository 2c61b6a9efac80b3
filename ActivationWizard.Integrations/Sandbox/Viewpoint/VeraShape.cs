using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>
/// What the messages sent to Viewpoint must look like. Unknown properties are errors. Answers the fault, or null.
/// </summary>
internal static partial class VeraShape
{
    public static string? ContactsFault(JsonObject? body) =>
        Unknown(body, "contactgegevens")
        ?? (body?["contactgegevens"] is JsonArray { Count: > 0 } items && items.All(item => item is JsonObject)
            ? null
            : "contactgegevens is missing.")
        ?? body.Items("contactgegevens").Select(ContactFault).FirstOrDefault(fault => fault is not null);

    public static string? RegistrationFault(JsonObject? body) =>
        Unknown(body, "code", "onderwerp", "kanaal", "richting", "datum", "relaties", "dossier")
        ?? Missing(body, "code", "onderwerp", "datum")
        ?? Listed(body, "kanaal", "APP", "BAL", "BEZ", "BRI", "EMA", "INS", "INT", "SMS", "TEL")
        ?? Listed(body, "richting", "INK", "UIT")
        ?? Moment(body, "datum")
        ?? Parties(body);

    public static string? DocumentFault(JsonObject? body) =>
        Unknown(body, "code", "titel", "soort", "registratiedatum", "dossiers", "relaties")
        ?? Missing(body, "code", "titel", "registratiedatum")
        ?? Listed(body, "soort", "BRO", "DOC", "FOT", "KOP", "NOT", "OVE", "PLA", "PLN", "RAP", "VER", "VID")
        ?? Moment(body, "registratiedatum")
        ?? (body.Items("dossiers").Any(dossier => dossier.Text("id") is not null) ? null : "dossiers holds no id.")
        ?? Parties(body);

    private static string? ContactFault(JsonObject contact) =>
        Unknown(contact, "id", "soort", "detailSoort", "waarde")
        ?? (contact.ContainsKey("waarde") ? null : "waarde is missing.")
        ?? Listed(contact, "soort", "EMA", "FAX", "MOB", "PAG", "POS", "SOC", "TEL")
        ?? Listed(contact, "detailSoort", "ICE", "PRI", "ZAK");

    private static string? Unknown(JsonObject? body, params string[] known) =>
        body is null ? "The body is not an object."
        : body.Select(property => property.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? $"{unknown} is not known."
        : null;

    private static string? Missing(JsonObject? body, params string[] wanted) =>
        wanted.FirstOrDefault(name => string.IsNullOrEmpty(body.Text(name))) is { } missing ? $"{missing} is missing." : null;

    private static string? Listed(JsonObject? body, string name, params string[] codes) =>
        body.Code(name) is { } code && codes.Contains(code) ? null : $"{name} is not a code of its list.";

    private static string? Moment(JsonObject? body, string name) =>
        UtcMoment().IsMatch(body.Text(name)!)
            && DateTimeOffset.TryParse(body.Text(name), CultureInfo.InvariantCulture, out _)
                ? null
                : $"{name} is not a UTC date-time.";

    private static string? Parties(JsonObject? body) =>
        body?["relaties"] is JsonArray { Count: > 0 } parties && parties.All(party => party.Text("id") is not null
            && party.Code("soort") is "NAT" or "REC" or "GRO") ? null : "relaties needs an id and a soort each.";

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$")]
    private static partial Regex UtcMoment();
}
