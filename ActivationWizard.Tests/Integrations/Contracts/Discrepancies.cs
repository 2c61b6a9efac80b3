using ActivationWizard.Integrations.Sandbox.Faults;

namespace ActivationWizard.Tests.Integrations.Contracts;

/// <summary>For each assumption that is tried, one way in which a system breaks it, by <c>System.Name</c>.</summary>
internal static class Discrepancies
{
    private const string Customers = "^/api/v1/klanten$";
    private const string Account = "^/api/v1/klanten/K[0-9]+/account$";
    private const string Parties = "^/brg/v4/relaties$";
    private const string Party = "^/brg/v4/relaties/";
    private const string Agreements = "^/bog/v4/overeenkomsten$";
    private const string Units = "^/bvg/v4/eenheden$";
    private const string Letters = "^/bdo/v4/informatieobjecten$";
    private const string Contacts = "^/brg/v4/contactmomenten$";
    private const string Late = "Sat, 01 Jan 2000 00:00:00 GMT";

    public static readonly IReadOnlyDictionary<string, Discrepancy> All = new Dictionary<string, Discrepancy>
    {
        ["Umbrella.LetIn"] = new("umbrella", ".") { Instead = 401 },
        ["Umbrella.CustomersByNumber"] = new("umbrella", Customers) { Property = "relatienummer", Value = "\"1\"" },
        ["Umbrella.NoCustomers"] = new("umbrella", Customers) { Instead = 404, InsteadBody = """{"type":"urn:umbrella:geen"}""" },
        ["Umbrella.CustomersByAddress"] = new("umbrella", Customers) { Property = "adres.huisnummer", Value = "7" },
        ["Umbrella.CustomerNames"] = new("umbrella", Customers) { Property = "naam" },
        ["Umbrella.Account"] = new("umbrella", Account) { Property = "accountId" },
        ["Umbrella.AccountStatus"] = new("umbrella", Account) { Property = "status", Value = "\"actief\"" },
        ["Umbrella.AccountVersion"] = new("umbrella", Account) { LeftOutHeader = "ETag" },
        ["Umbrella.Code"] = new("umbrella", "/activatiecode$") { Property = "code", Value = "\"jansen\"" },
        ["Umbrella.UnknownCustomer"] = new("umbrella", "/controle-bestaat-niet/account$") { Instead = 404 },
        ["Umbrella.KeyIsRead"] = new("umbrella", ".") { IgnoredHeader = "Idempotency-Key" },
        ["Umbrella.Clock"] = new("umbrella", ".") { Headers = new Dictionary<string, string> { ["Date"] = Late } },

        ["Viewpoint.LetIn"] = new("viewpoint", ".") { Instead = 403 },
        ["Viewpoint.PartyById"] = new("viewpoint", Party) { Property = "id", Value = "\"7\"" },
        ["Viewpoint.UnknownParty"] = new("viewpoint", "/999999999999$") { Instead = 404 },
        ["Viewpoint.PartiesByName"] = new("viewpoint", Parties) { IgnoredFilters = ["achternaam"] },
        ["Viewpoint.PartiesByCode"] = new("viewpoint", Parties) { IgnoredFilters = ["code"] },
        ["Viewpoint.PartiesByContact"] = new("viewpoint", Parties) { IgnoredFilters = ["contactgegevens.waarde"] },
        ["Viewpoint.UnitsByStreet"] = new("viewpoint", Units) { IgnoredFilters = ["adres.straatnaam"] },
        ["Viewpoint.CaseIsIgnored"] = new("viewpoint", Parties) { KeepsOnly = "achternaam=" },
        ["Viewpoint.AdministratorsByRole"] = new("viewpoint", Parties) { IgnoredFilters = ["rollen.rolRelatie.id"] },
        ["Viewpoint.FlagsByParty"] = new("viewpoint", "/signaleringen$") { IgnoredFilters = ["relatie.id"] },
        ["Viewpoint.AgreementsByParty"] = new("viewpoint", Agreements) { IgnoredFilters = ["relaties.id"] },
        ["Viewpoint.AgreementsByUnit"] = new("viewpoint", Agreements) { IgnoredFilters = ["eenheden.id"] },
        ["Viewpoint.EndedAgreements"] = new("viewpoint", Agreements) { KeepsOnly = "status.code=LOP" },
        ["Viewpoint.AgreementRoles"] = new("viewpoint", Agreements) { Property = "relaties.rollen" },
        ["Viewpoint.UnitById"] = new("viewpoint", "^/bvg/v4/eenheden/") { Instead = 404 },
        ["Viewpoint.UnitsByAddress"] = new("viewpoint", Units) { IgnoredFilters = ["adres.postcode", "adres.huisnummer"] },
        ["Viewpoint.AddressShape"] = new("viewpoint", Units) { Property = "adres.woonplaats", Value = "\"Eindhoven\"" },
        ["Viewpoint.ContactShape"] = new("viewpoint", Party) { Property = "contactgegevens.soort", Value = "\"E-mail\"" },
        ["Viewpoint.ArrangementsByAgreement"] = new("viewpoint", "/betalingsregelingen$")
        {
            IgnoredFilters = ["overeenkomst.id"],
        },
        ["Viewpoint.DossiersByParty"] = new("viewpoint", "/dossiers$") { IgnoredFilters = ["relaties.id"] },
        ["Viewpoint.LettersByParty"] = new("viewpoint", Letters) { IgnoredFilters = ["relaties.id"] },
        ["Viewpoint.LettersByReference"] = new("viewpoint", Letters) { IgnoredFilters = ["code"] },
        ["Viewpoint.ContactsByParty"] = new("viewpoint", Contacts) { IgnoredFilters = ["relaties.id"] },
        ["Viewpoint.ContactsByReference"] = new("viewpoint", Contacts) { IgnoredFilters = ["code"] },
        ["Viewpoint.ReferenceData"] = new("viewpoint", Agreements) { Property = "status.code", Value = "\"ACTIEF\"" },
        ["Viewpoint.Days"] = new("viewpoint", Agreements) { Property = "begindatum", Value = "\"01-02-2020\"" },
        ["Viewpoint.Ids"] = new("viewpoint", "/dossiers$") { Property = "id", Value = "12" },
        ["Viewpoint.Paging"] = new("viewpoint", Units) { IgnoredFilters = ["cursor"] },
        ["Viewpoint.Clock"] = new("viewpoint", ".") { Headers = new Dictionary<string, string> { ["Date"] = Late } },

        ["Postex.LetIn"] = new("postex", ".") { Instead = 401 },
        ["Postex.Generator"] = new("postex", "/raw$")
        {
            Instead = 404,
            InsteadBody = """{"error":{"code":"generator_not_found"}}""",
        },
        ["Postex.SessionsByReference"] = new("postex", "/generator-sessions$")
        {
            Instead = 200,
            InsteadBody = """{"data":[{"id":"1","recipient":{"name":"J. Jansen"}}]}""",
        },
        ["Postex.UnknownSession"] = new("postex", "/generator-sessions/") { Instead = 200, InsteadBody = """{"data":null}""" },
        ["Postex.Preference"] = new("postex", "/recipients/[0-9]+/preferences$") { Property = "channel", Value = "\"post\"" },
        ["Postex.UnknownRecipient"] = new("postex", "/controle-bestaat-niet/preferences$")
        {
            Instead = 200,
            InsteadBody = "{}",
        },
        ["Postex.Clock"] = new("postex", ".") { Headers = new Dictionary<string, string> { ["Date"] = Late } },

        ["Mailbox.SendSignIn"] = new("mailbox", "/messages$") { Instead = 403 },
        ["Mailbox.Inbox"] = new("mailbox", "/mailFolders") { Instead = 404 },
        ["Mailbox.Sent"] = new("mailbox", "/messages$") { Instead = 404 },
        ["Mailbox.TemplateMessages"] = new("mailbox", "/mailFolders") { Instead = 404 },
    };
}
