using System.Globalization;
using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Control;

/// <summary>
/// One more person like a seeded one, so that a town can be as large as a test needs: everything Viewpoint and Umbrella hold of
/// that person, under a relatienummer, name, address and e-mail address of its own. Its ids begin with its relatienummer.
/// </summary>
internal sealed class AnotherResident
{
    private static readonly string[] AboutPerson = ["overeenkomsten", "dossiers", "signaleringen"];

    private readonly SandboxState _state;
    private readonly string _number;
    private readonly Dictionary<string, string> _renamed = [];
    private int _ids;

    private AnotherResident(SandboxState state, string number) => (_state, _number) = (state, number);

    /// <summary>Six digits tell the new person apart: the name ends on them in letters, the postcode is made of them.</summary>
    public static void Settle(SandboxState state, JsonObject like, string number)
    {
        if (number.Length != 6 || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal))
            throw new SandboxChangeException("as is a number of six digits.");
        if (state.Of("relaties").Any(party => party.Text("code") == number))
            throw new SandboxChangeException("There is a party with this relatienummer already.");
        new AnotherResident(state, number).Settle(like, ordinal);
    }

    private void Settle(JsonObject like, int ordinal)
    {
        var (id, code, home) = (like.Text("id")!, like.Text("code")!, like.Items("adressen").First()["adres"]);
        var messages = Messages(id).Prepend(("relaties", like)).ToList();
        foreach (var (_, message) in messages) _renamed[message.Text("id")!] = NextId();
        _renamed[code] = _number;
        _renamed[home.Text("postcode")!] = Postcode(ordinal);
        _renamed[like.Text("achternaam") ?? like.Text("naam")!] = (like.Text("achternaam") ?? like.Text("naam")!) + Letters();
        foreach (var own in like.Items("contactgegevens").Where(IsOwn)) _renamed[own.Text("waarde")!] = Own(own.Text("waarde")!);

        foreach (var (resource, message) in messages) _state.Of(resource).Add((JsonObject)Renamed(message)!);
        foreach (var party in _state.Of("relaties")) Appoint(party, id);
        foreach (var customer in _state.Customers.Where(one => one.Relatienummer == code).ToList())
            _state.Customers.Add(Renamed(customer));
        if (_state.Preferences.TryGetValue(code, out var preference)) _state.Preferences[_number] = preference;
    }

    // Units come before the agreements that name them, and agreements before their arrangements.
    private IEnumerable<(string Resource, JsonObject Message)> Messages(string party)
    {
        var about = AboutPerson
            .SelectMany(resource => _state.Of(resource).Select(message => (Resource: resource, Message: message)))
            .Where(one => one.Message.Items("relaties").Any(other => other.Text("id") == party)
                || (one.Message["relatie"] as JsonObject).Text("id") == party)
            .ToList();
        var units = about.SelectMany(one => one.Message.Items("eenheden")).Select(unit => unit.Text("id")).ToHashSet();
        var agreements = about.Select(one => one.Message.Text("id")).ToHashSet();
        return
        [
            .. _state.Of("eenheden").Where(one => units.Contains(one.Text("id"))).Select(one => ("eenheden", one)),
            .. about,
            .. _state.Of("betalingsregelingen").Where(one => agreements.Contains((one["overeenkomst"] as JsonObject).Text("id")))
                .Select(one => ("betalingsregelingen", one)),
        ];
    }

    // A role that is played for the person is played for the new one as well.
    private void Appoint(JsonObject party, string id)
    {
        foreach (var role in party.Items("rollen").Where(one => (one["rolRelatie"] as JsonObject).Text("id") == id).ToList())
            party["rollen"]!.AsArray().Add(Renamed(role));
    }

    // What an office has is shared by all it works for.
    private bool IsOwn(JsonObject contact) => !_state.Of("relaties")
        .Any(party => party.Text("naam") is not null
            && party.Items("contactgegevens").Any(one => one.Text("waarde") == contact.Text("waarde")));

    private UmbrellaCustomer Renamed(UmbrellaCustomer like) => new()
    {
        KlantId = "K" + NextId(),
        Naam = like.Naam + Letters(),
        Geboortejaar = like.Geboortejaar,
        Relatienummer = _number,
        Postcode = _renamed.GetValueOrDefault(like.Postcode, like.Postcode),
        Huisnummer = like.Huisnummer,
        Huisletter = like.Huisletter,
        Toevoeging = like.Toevoeging,
        Account = like.Account is not { } account ? null : new()
        {
            AccountId = "A" + NextId(),
            Status = account.Status,
            StatusBeforeBlock = account.StatusBeforeBlock,
            BlokkadeReden = account.BlokkadeReden,
            Emailadres = account.Emailadres is { } email ? _renamed.GetValueOrDefault(email, email) : null,
            Code = account.Code is { } code ? code with { Value = Umbrella.UmbrellaActivation.NewCode() } : null,
        },
    };

    private JsonNode? Renamed(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Select(one => KeyValuePair.Create(one.Key, Renamed(one.Value)))),
        JsonArray items => new JsonArray([.. items.Select(Renamed)]),
        JsonValue value when value.TryGetValue<string>(out var text) => _renamed.GetValueOrDefault(text, text),
        _ => node?.DeepClone(),
    };

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{_number}{++_ids:00}");

    private string Own(string email) => $"n{_number}.{email}";

    private string Letters() => string.Concat(_number.Select(digit => (char)('a' + (digit - '0'))));

    private static string Postcode(int ordinal)
    {
        var letters = ordinal / 9000;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{1000 + (ordinal % 9000)}{(char)('A' + (letters / 26 % 26))}{(char)('A' + (letters % 26))}");
    }
}
