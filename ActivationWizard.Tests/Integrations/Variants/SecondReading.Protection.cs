using System.Text.Json.Nodes;
using static ActivationWizard.Tests.Integrations.Variants.Seen;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>Whether somebody decides for the tenant, who that is, and which mail addresses there are.</summary>
internal sealed partial class SecondReading
{
    private string? Protection()
    {
        var flag = world["flag"]!;
        var detail = CodeOf(flag, "detailSoort");
        if (IdOf(flag, "relatie").Text is not "31" || IsFlagUnclear(flag, detail) || AdministratorRuns() is not { } acts)
            return null;

        var status = CodeOf(flag, "status");
        var isActive = status.IsOneOf("ACT PAS VER", "ACT");
        var isUnclear = detail.Text is "BEW" or "CUR" && (isActive is null || status.Text is null);
        return isUnclear || (detail.Text is "CUR" && isActive is true) || CuratorRuns ? "Other"
            : acts || (detail.Text is "BEW" && isActive is true) ? "Bewind" : "None";
    }

    private static bool IsFlagUnclear(JsonObject flag, Seen detail) => detail is { Text: null, Spoiled: false }
        ? CodeOf(flag, "soort").IsOneOf("AGR ONB ONE OVE SCH WAN", "AGR", "ONE", "OVE", "SCH", "WAN") is not true
        : detail.Spoiled
            || !"AGS AMB BEL BET BEW BEZ BRA CUR DEU DRU FYS GEL HEN INT MUT ONA OND PRO RAC SCH SEU VEB VER".Split(' ')
            .Contains(detail.Text);

    // A curator's message is never varied in its shape.
    private bool CuratorRuns => ItemsOf(world["curator"], "rollen").Any(
        role => IdOf(role, "rolRelatie").Text is "31" && CodeOf(role, "soort").Text is "CUR" && Runs(role, today) is true);

    // Null when it cannot be told whether the office acts for the tenant today.
    private bool? AdministratorRuns()
    {
        if (world["office"] is not { } office)
            return false;
        var roles = ItemsOf(office, "rollen");
        if (string.IsNullOrWhiteSpace(TextOf(office, "id").Text)
            || !roles.Any(one => one is null || CodeOf(one, "soort") is { Spoiled: true } or { Text: "BWI" })
            || !roles.Any(one => one is null || IdOf(one, "rolRelatie") is { Spoiled: true } or { Text: "31" }))
            return null;
        var acting = roles.Select(Acts).ToList();
        return acting.Contains(true) ? true : acting.Contains(null) ? null : false;
    }

    private bool? Acts(JsonObject? role)
    {
        var isKind = role is null ? null : CodeOf(role, "soort").IsOneOf(RoleKinds, "BWI");
        bool? isFor = role is null || IdOf(role, "rolRelatie").Spoiled ? null : IdOf(role, "rolRelatie").Text is "31";
        var runs = role is null ? null : Runs(role, today);
        return isKind is false || isFor is false ? false : isKind is null || isFor is null ? null : runs;
    }

    private string? Administrator() => world["office"] is not { } office ? "NotVerified"
        : Emails(office, isOffice: true) is not { } emails ? AdministratorRuns() is true ? null : "NotVerified"
        : AdministratorRuns() is true
            && request.Email is not null && request.HasProof && emails.Any(one => one.Address == request.Email)
            ? "Verified" : "NotVerified";

    private string? Contacts()
    {
        var own = Emails(world["tenant"]!, isOffice: false);
        var offices = world["office"] is { } office && AdministratorHasRole() ? Emails(office, isOffice: true) : [];
        if (own is null || offices is null)
            return null;

        var isYetToBegin = ItemsOf(world["office"], "rollen").All(
            role => IdOf(role, "rolRelatie").Text is not "31" || DayOf(role, "begindatum").Day > today);
        var (current, former) = AdministratorRuns() is true
            ? (offices, new List<(bool IsPrivate, string Address)>()) : ([], isYetToBegin ? [] : offices);
        var (privates, others) = (own.Where(one => one.IsPrivate).ToList(), own.Where(one => !one.IsPrivate).ToList());
        if (privates.Count > 1 || others.Count > 1)
            return "Conflict";
        if (privates is [var mine] && current.Any(one => one.Address == mine.Address))
            return "Ok";
        if (current.Select(one => one.Address).Distinct().Count() is not 1 && !current.Any(one => one.Address == request.Email))
            return "Conflict";
        return privates is [] || former.Any(one => one.Address == privates[0].Address) || others is []
            || others[0].Address == privates[0].Address || current.Any(one => one.Address == others[0].Address)
                ? "Correctable" : "Conflict";
    }

    private bool AdministratorHasRole() => ItemsOf(world["office"], "rollen").Any(role => role is null
        || (CodeOf(role, "soort").IsOneOf(RoleKinds, "BWI") is not false
            && IdOf(role, "rolRelatie") is { Spoiled: true } or { Text: "31" }));

    private static List<(bool IsPrivate, string Address)>? Emails(JsonObject party, bool isOffice)
    {
        var found = new List<(bool, string)>();
        foreach (var contact in ItemsOf(party, "contactgegevens"))
        {
            var kind = CodeOf(contact, "soort").IsOneOf("EMA FAX MOB PAG POS SOC TEL", "EMA");
            if (contact is null || kind is null)
                return null;
            if (kind is false || CodeOf(contact, "status").Text is "ONG")
                continue;
            var detail = CodeOf(contact, "detailSoort");
            if (CodeOf(contact, "status").IsOneOf("AAN GEV ONG") is null || detail.IsOneOf("ICE PRI ZAK") is null)
                return null;
            if (!isOffice && detail.Text is not ("PRI" or "ZAK"))
                continue;
            if (TextOf(contact, "waarde").Spoiled)
                return null;
            if (TextOf(contact, "waarde").Text is { } address && address.Contains('@', StringComparison.Ordinal))
                found.Add((detail.Text is "PRI", address));
        }

        return found;
    }
}
