using System.Text.Json.Nodes;
using static ActivationWizard.Tests.Integrations.Variants.Seen;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>What the tenant rents, or whether they live with an institution or in care.</summary>
internal sealed partial class SecondReading
{
    private string? Tenancy()
    {
        var agreement = world["agreement"]!;
        var parties = ItemsOf(agreement, "relaties");
        var own = parties.Where(one => TextOf(one, "id").Text is "31").ToList();
        if (own.Count is 0 || TextOf(world["unit"], "id").Text is not "11" && UnitIds().Contains("11"))
            return null;
        if (CodeOf(agreement, "soort") is not { Text: "HUU" })
            return null;
        var status = CodeOf(agreement, "status").Text;
        if (status is null || !"BEE GEA GOE LOP ONT OPG VER VOO VOP".Split(' ').Contains(status)
            || Runs(agreement, today) is null)
            return null;
        var roles = own.SelectMany(one => ItemsOf(one, "rollen")).ToList();
        if (roles.Any(role => CodeOf(role, "soort").IsOneOf(RoleKinds, RoleKinds.Split(' ')) is not true
            || (CodeOf(role, "soort").Text is "HUU" or "MDH" or "MBW" or "BEW" && Runs(role, today) is null)))
            return null;

        var isRunning = status is "LOP" or "VOP" or "OPG"
            && DayOf(agreement, "begindatum").Day <= today && Runs(agreement, today) is true;
        if (isRunning && roles.Any(role => CodeOf(role, "soort").Text is "HUU" or "MDH" && Runs(role, today) is true))
            return CodeOf(world["tenant"], "soort").Text is "REC" ? "LegalEntity" : "Active";
        var rentedByInstitution = isRunning
            && roles.Any(role => CodeOf(role, "soort").Text is "MBW" or "BEW" && Runs(role, today) is true)
                ? RentedByInstitution(parties) : false;
        var livesInCare = LivesThere(world["tenant"]!) switch
        {
            true when IsHomeOfTheRequest => IsCare(),
            true => false,
            var lives => lives,
        };
        return rentedByInstitution is true || livesInCare is true ? "InstitutionCoResident"
            : rentedByInstitution is null || livesInCare is null ? null
            : status is "LOP" or "VOP" or "OPG" or "VOO" or "GOE" && DayOf(agreement, "begindatum").Day > today
                && roles.Any(role => CodeOf(role, "soort").Text is "HUU" or "MDH" && !(DayOf(role, "einddatum").Day < today))
                ? "Future" : "NoneOrEnded";
    }

    // Null where a party that cannot be told may be a legal entity that rents.
    private bool? RentedByInstitution(IReadOnlyList<JsonObject?> parties)
    {
        var renting = parties.Select(one =>
        {
            if (one is null || string.IsNullOrWhiteSpace(TextOf(one, "id").Text)
                || CodeOf(one, "soort").IsOneOf(PartyKinds, PartyKinds.Split(' ')) is not true)
                return null;
            var roles = ItemsOf(one, "rollen");
            bool? rents = roles.Any(role => CodeOf(role, "soort").Text is "HUU" && Runs(role, today) is true) ? true
                : roles.Any(role => role is null || CodeOf(role, "soort").IsOneOf(RoleKinds, "HUU") is null
                    || CodeOf(role, "soort").Text is null || (CodeOf(role, "soort").Text is "HUU" && Runs(role, today) is null))
                ? null : false;
            return CodeOf(one, "soort").Text is "REC" ? rents : false;
        }).ToList();
        return renting.Contains(true) ? true : renting.Contains(null) ? null : false;
    }

    private bool IsHomeOfTheRequest => AsAddress(world["unit"]!["adres"]).Text is "5611AB 12|";

    private bool? IsCare() => CodeOf(world["unit"], "soort").IsOneOf("BED INT MOG OVE PAR REC WOO", "INT");
}
