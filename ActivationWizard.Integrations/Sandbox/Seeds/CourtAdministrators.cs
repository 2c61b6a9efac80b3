using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>
/// Offices that play BWI or CUR for a tenant. The role sits on the office; its <c>rolRelatie</c> names the tenant.
/// </summary>
internal static class CourtAdministrators
{
    /// <param name="endedDaysAgo">Null while the role runs.</param>
    public static void Appoint(
        this Town town, Resident tenant, string office, string email, string role = "BWI", int? endedDaysAgo = null)
    {
        var party = town.State.Of("relaties").FirstOrDefault(one => one.Text("naam") == office) ?? Found(town, office, email);
        var rol = new JsonObject
        {
            ["id"] = town.State.NextId(),
            ["soort"] = VeraMessages.Ref(role),
            ["begindatum"] = VeraMessages.Date(town.Today.AddYears(-2)),
            ["rolRelatie"] = VeraMessages.PartyKey(town.Find(tenant.PartyId)),
        };
        if (endedDaysAgo is { } days) rol["einddatum"] = VeraMessages.Date(town.Today.AddDays(-days));
        party["rollen"]!.AsArray().Add(rol);
    }

    private static JsonObject Found(Town town, string office, string email)
    {
        var home = new Home(office, "2009-01-01", "Kantoorplein", "1", "5600AA")
        {
            Company = true,
            Role = null,
            NoUnit = true,
            NoDossier = true,
            Customers = 0,
            Business = email,
        };
        return town.Find(town.Settle(home).PartyId);
    }
}
