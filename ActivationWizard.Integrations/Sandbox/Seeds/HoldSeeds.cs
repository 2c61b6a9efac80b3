namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>Who has to wait until a person has settled a question.</summary>
internal static class HoldSeeds
{
    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D02", "Umbrella does not answer about this customer",
            new("U. Storingsma", "1974-04-24", "Uitvalstraat", "2", "5664HJ") { Private = "u.storingsma@mail.example" },
            new("website", 1540) { Email = "u.storingsma@mail.example" },
            (town, resident) => town.State.Customers.Single(one => one.Relatienummer == resident.Number).Storing = true),
        new("D03", "father and son of one name",
            new("J. Dubbelman", "1955-03-17", "Tweelinglaan", "24", "5665KL") { Private = "j.dubbelman@mail.example" },
            new("website", 1585) { Email = "j.dubbelman@mail.example" },
            (town, resident) => town.Join(resident, new("J. Dubbelman", "1985-10-02", "Tweelinglaan", "24", "5665KL"), "MDH")),
        new("D05", "deceased",
            new("H. van Wijlen", "1931-08-30", "Stiltestraat", "1", "5666MN") { Private = "h.vanwijlen@mail.example" },
            new("mailbox", 1630) { Email = "h.vanwijlen@mail.example" },
            (town, resident) => town.Find(resident.PartyId)["overlijdensdatum"] = VeraMessages.Date(town.Today.AddDays(-40))),
        new("D08", "tenancy begins next month",
            new("F. Morgenstern", "1998-12-12", "Toekomststraat", "30", "5667PR")
            {
                Status = "VOO", BeginsInDays = 30, Private = "f.morgenstern@mail.example", Account = null,
            },
            new("website", 1670) { Email = "f.morgenstern@mail.example" }),
        new("D09", "a company rents",
            new("Bakkerij De Korenaar B.V.", "2011-01-01", "Ovenstraat", "3", "5668ST")
            {
                Company = true, UnitSoort = "BED", Business = "info@dekorenaar.example",
            },
            new("website", 1715) { Email = "info@dekorenaar.example" }),
        new("D10", "under curatele by flag",
            new("U. Curvers", "1983-02-08", "Beschutstraat", "14", "5669VW") { Private = "u.curvers@mail.example" },
            new("website", 1750) { Email = "u.curvers@mail.example" },
            (town, resident) => town.Flag(resident, "CUR")),
        new("D10", "a curator is registered, no flag",
            new("M. Voogd", "1990-06-03", "Toezichtlaan", "8", "5671AB"),
            new("telefoon", 1795),
            (town, resident) => town.Appoint(resident, "Curatorenkantoor Noord", "kantoor@curatoren.example", "CUR")),
        new("D10", "a flag for bewind whose status is not known",
            new("S. Vaags", "1979-12-27", "Miststraat", "19", "5672CD"),
            new("balie", 1840),
            (town, resident) => town.Flag(resident, "BEW", null)),
        new("D19", "arrangement asked for, not yet begun",
            new("W. Wachter", "1982-03-31", "Aanvraagweg", "26", "5673EG") { Private = "w.wachter@mail.example" },
            new("website", 1885) { Email = "w.wachter@mail.example" },
            (town, resident) => town.Arrangement(resident, "AAN")),
        new("D20", "account blocked, no bewind known",
            new("B. Slotboom", "1976-05-20", "Slotlaan", "11", "5674HJ") { Private = "b.slotboom@mail.example", Account = "GEB" },
            new("website", 1920) { Nieuw = true, Email = "b.slotboom@mail.example" }),
        new("D21", "first code, but the account is active",
            new("A. Alberts-Actief", "1987-01-26", "Dubbelstraat", "37", "5675KL")
            {
                Private = "a.alberts@mail.example", Account = "GEA",
            },
            new("website", 1965) { Email = "a.alberts@mail.example" }),
        new("CustomerUnclear", "Umbrella has no customer",
            new("G. Nietinbeeld", "1995-09-28", "Leegstraat", "4", "5676MN")
            {
                Customers = 0, Private = "g.nietinbeeld@mail.example",
            },
            new("website", 2010) { Email = "g.nietinbeeld@mail.example", Hold = "CustomerUnclear" }),
        new("CustomerUnclear", "Umbrella has two customers",
            new("D. Tweelink", "1967-07-01", "Dubbelpad", "2", "5677PR") { Customers = 2, Private = "d.tweelink@mail.example" },
            new("website", 2050) { Email = "d.tweelink@mail.example", Hold = "CustomerUnclear" }),
    ];
}
