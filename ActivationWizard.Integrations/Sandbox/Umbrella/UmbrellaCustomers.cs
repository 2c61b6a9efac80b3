using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Umbrella;

/// <summary>Searching customers, by the party's number or by address.</summary>
internal sealed class UmbrellaCustomers(SandboxWorld world)
{
    public SandboxReply Search(SandboxRequest request)
    {
        Func<UmbrellaCustomer, bool>? wanted = (request.QueryValue("relatienummer"), request.QueryValue("postcode")) switch
        {
            ({ Length: > 0 } number, null) => customer => customer.Relatienummer == number,
            (null, { Length: > 0 } postcode) when request.QueryValue("huisnummer") is { Length: > 0 } huisnummer =>
                customer => Same(customer.Postcode, postcode) && customer.Huisnummer == huisnummer
                    && (request.QueryValue("toevoeging") is not { } addition || Same(customer.Toevoeging, addition)),
            _ => null,
        };
        return wanted is null
            ? UmbrellaSandbox.Problem(400, "ongeldig-verzoek", "Search by relatienummer, or by postcode and huisnummer.")
            : new(200, new JsonArray([.. world.State.Customers.Where(wanted).Select(Shown)]));
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static JsonNode Shown(UmbrellaCustomer customer)
    {
        var address = new JsonObject { ["postcode"] = customer.Postcode, ["huisnummer"] = customer.Huisnummer };
        if (customer.Huisletter is { } letter) address["huisletter"] = letter;
        if (customer.Toevoeging is { } addition) address["toevoeging"] = addition;
        return new JsonObject
        {
            ["klantId"] = customer.KlantId,
            ["naam"] = customer.Naam,
            ["geboortejaar"] = customer.Geboortejaar,
            ["relatienummer"] = customer.Relatienummer,
            ["adres"] = address,
        };
    }
}
