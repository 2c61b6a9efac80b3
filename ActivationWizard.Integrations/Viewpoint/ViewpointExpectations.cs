using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ActivationWizard.Integrations.Contracts;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// What is assumed of Viewpoint beside what VERA 4.3 says, and what VERA says that the wizard cannot do without.
/// </summary>
internal static partial class ViewpointExpectations
{
    public static readonly IReadOnlyList<Expectation<ViewpointAnswers>> All =
    [
        new(SystemProbe.LetIn, one => one.Probe.JudgeLetIn()),
        new("PartyById", one => ProbeAnswer.Judge(one.ById, answer => answer.IsOk && answer.Body.Text("id") == one.Party.Id)),
        new("UnknownParty", one => ProbeAnswer.Judge(
            one.NoParty, answer => answer is { Status: 404 } and ({ IsEmpty: true } or { ErrorCode: not null }))),
        new("PartiesByName", one => ProbeAnswer.JudgeAll(
            one.ByName, item => Loosely.Same(item.Text("achternaam"), one.Surname), mayBeEmpty: true)),
        new("PartiesByCode", one => ProbeAnswer.JudgeAll(
            one.ByCode, item => Loosely.Same(item.Text("code"), one.Party.Number), mayBeEmpty: false)),
        new("PartiesByContact", one => ProbeAnswer.JudgeAll(
            one.ByContact, item => item.Each("contactgegevens").Any(contact => Loosely.Same(contact.Text("waarde"), one.Contact)),
            mayBeEmpty: false)),
        new("UnitsByStreet", one => ProbeAnswer.JudgeAll(
            one.UnitsInStreet,
            item => item.Text("adres", "huisnummer") == one.Party.HouseNumber
                && Loosely.Same(item.Text("adres", "straatnaam"), one.Street),
            mayBeEmpty: false)),
        new("CaseIsIgnored", one => one.ByName is { Items.Count: 0 } none
            ? Observation.Differs(none.Said)
            : ProbeAnswer.Judge(one.ByName, answer => answer.Items is not null)),
        new("AdministratorsByRole", one => ProbeAnswer.JudgeAll(one.Administrators, item => item.Each("rollen").Any(role =>
            role.Code("soort") is "BWI") && item.Each("rollen").Any(role => role.Text("rolRelatie", "id") == one.Party.Id))),
        new("FlagsByParty", one => ProbeAnswer.JudgeAll(one.Flags, item => item.Text("relatie", "id") == one.Party.Id)),
        new("AgreementsByParty", one => ProbeAnswer.JudgeAll(
            one.Agreements, item => PointsTo(item, "relaties", one.Party.Id), mayBeEmpty: false)),
        new("AgreementsByUnit", one => ProbeAnswer.JudgeAll(
            one.UnitAgreements, item => PointsTo(item, "eenheden", one.UnitId), mayBeEmpty: false)),
        new("EndedAgreements", one => ProbeAnswer.Judge(
            one.Ended, answer => answer.Items is { Count: > 0 } items && items.All(item => item.Code("status") is "BEE"))),
        new("AgreementRoles", one => ProbeAnswer.JudgeAll(one.Agreements, HasRoles, mayBeEmpty: false)),
        new("UnitById", one => ProbeAnswer.Judge(one.Unit, answer => answer.IsOk && answer.Body.Text("id") == one.UnitId)),
        new("UnitsByAddress", one => ProbeAnswer.JudgeAll(
            one.UnitsAtAddress,
            item => item.Text("adres", "huisnummer") == one.Party.HouseNumber
                && Loosely.Same(item.Text("adres", "postcode"), one.Party.Postcode),
            mayBeEmpty: false)),
        new("AddressShape", one => ProbeAnswer.JudgeAll(one.UnitsAtAddress, HasAddress, mayBeEmpty: false)),
        new("ContactShape", one => one.ById.Body.At("contactgegevens") is null
            ? Observation.Untold(UntoldReason.NothingThere)
            : ProbeAnswer.Judge(
                one.ById,
                answer => answer.Body.At("contactgegevens") is JsonArray list && list.All(item => item.Text("waarde") is not null
                    && item.Text("id") is not null && item.Code("soort") is not null),
                answer => Masked.Of(answer.Body.At("contactgegevens")))),
        new("ArrangementsByAgreement", one => ProbeAnswer.JudgeAll(
            one.Arrangements, item => item.Text("overeenkomst", "id") == one.AgreementId)),
        new("DossiersByParty", one => ProbeAnswer.JudgeAll(
            one.Dossiers, item => PointsTo(item, "relaties", one.Party.Id), mayBeEmpty: false)),
        new("LettersByParty", one => ProbeAnswer.JudgeAll(one.Letters, item => PointsTo(item, "relaties", one.Party.Id))),
        new("LettersByReference", one => ProbeAnswer.JudgeAll(one.LettersByCode, item => item.Text("code") == one.LetterCode)),
        new("ContactsByParty", one => ProbeAnswer.JudgeAll(one.Contacts, item => PointsTo(item, "relaties", one.Party.Id))),
        new("ContactsByReference", one => ProbeAnswer.JudgeAll(one.ContactsByCode, item => item.Text("code") == one.ContactCode)),
        new("ReferenceData", one => NoneIs(
            one.References.Where(each => !each.List.Codes.Contains(each.Reference.Text("code") ?? ""))
                .Select(each => $"{each.List.Name}: {Masked.Of(each.Reference)}"))),
        new("Days", one => NoneIs(one.Days.Where(day => !Day().IsMatch(day.Text() ?? "")).Select(Masked.Of))),
        new("Ids", one => NoneIs(one.Ids.Where(id => !Digits().IsMatch(id.Text() ?? "")).Select(Masked.Of))),
        new("Paging", Paging),
        new(SystemProbe.Clock, one => one.Probe.JudgeClock()),
        new("ContactsMerge"),
        new("ReferenceIsKept"),
    ];

    private static Observation NoneIs(IEnumerable<string> odd) =>
        odd.FirstOrDefault() is { } first ? Observation.Differs(first) : Observation.Works;

    // Not more than the contract's hundred, and none twice: the same page again would never end.
    private static Observation Paging(ViewpointAnswers one)
    {
        if (one.FirstPage is not { Items: { } first } page)
            return ProbeAnswer.Judge(one.FirstPage, answer => answer.Items is not null);
        if (!page.Headers.ContainsKey("X-Parameters-Cursor"))
            return page.Headers.TryGetValue("X-Parameters-Aantal", out var total) && total != $"{first.Count}"
                ? Observation.Differs($"X-Parameters-Aantal: 9…, [{first.Count}]")
                : Observation.Untold(UntoldReason.NothingThere);
        var known = first.Select(item => item.Text("id")).ToHashSet();
        return ProbeAnswer.Judge(
            one.SecondPage,
            answer => answer.Items is { Count: > 0 } next && !next.Any(item => known.Contains(item.Text("id"))),
            answer => answer.Items is { } next && next.Any(item => known.Contains(item.Text("id")))
                ? $"[{first.Count}] = [{next.Count}]"
                : answer.Said);
    }

    private static bool PointsTo(JsonNode item, string list, string? id) => item.Each(list).Any(one => one.Text("id") == id);

    private static bool HasRoles(JsonObject agreement) =>
        agreement.Each("relaties").Any() && agreement.Each("relaties").All(party => party.Each("rollen").Any()
            && party.Each("rollen").All(role => role.Code("soort") is not null));

    private static bool HasAddress(JsonObject unit) => unit.Code("adres", "soort") is not "EEN"
        || (unit.Text("adres", "straatnaam") is not null && unit.Text("adres", "woonplaats", "naam") is not null
            && unit.Text("adres", "huisnummer") is not null && Postcode().IsMatch(unit.Text("adres", "postcode") ?? ""));

    [GeneratedRegex(@"\A\d{4}-\d{2}-\d{2}\z", RegexOptions.ECMAScript)]
    private static partial Regex Day();

    [GeneratedRegex(@"\A\d+\z", RegexOptions.ECMAScript)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A\d{4}[A-Z]{2}\z", RegexOptions.ECMAScript)]
    private static partial Regex Postcode();
}
