namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>
/// Who gets no code: others, strangers, co-residents, former tenants, those under bewind or with an arrangement.
/// </summary>
internal static class RefusalSeeds
{
    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D01", "a neighbour asks",
            new("J. Slaap", "1936-04-01", "Burenstraat", "10", "5651AB"),
            new("telefoon", 1065)
            {
                Aanvrager = "anders", NaamAanvrager = "G. Wakker", Email = "behulpzame.buurman@mail.example",
                    Opmerking = "Buurman belt voor mevrouw Slaap.", Nobody = true,
            }),
        new("D04", "nobody of that name lives there",
            new("T. Bewoner", "1981-01-01", "Verhuisstraat", "5", "5652CD"),
            new("website", 1110) { Naam = "X. Niemandsverdriet", Email = "x.niemandsverdriet@mail.example", Nobody = true }),
        new("D06", "lives in a dwelling an institution rents",
            new("L. Zorgdrager", "1999-09-19", "Hoevepad", "7", "5653EG") { Role = null, Private = "l.zorgdrager@mail.example" },
            new("website", 1155) { Email = "l.zorgdrager@mail.example" },
            (town, resident) =>
            {
                var institution = town.Settle(new("Stichting De Zorghoeve", "1988-01-01", "Hoevepad", "1", "5653EG")
                {
                    Company = true, Role = null, NoUnit = true, NoDossier = true, Customers = 0,
                        Business = "post@zorghoeve.example",
                });
                town.Agreement(resident.UnitId!, "LOP", -1200, null,
                    (town.Find(institution.PartyId), "HUU"), (town.Find(resident.PartyId), "MBW"));
            }),
        new("D06", "lives in intramural care property",
            new("B. Kamerling", "1934-02-02", "Zorglaan", "20", "5654HJ")
            {
                Role = null, UnitSoort = "INT", Telephone = "040-2003040",
            },
            new("telefoon", 1190)),
        new("D07", "agreement has ended",
            new("D. Oudhof", "1989-06-16", "Vertrekstraat", "41", "5655KL")
            {
                Status = "BEE", EndsInDays = -60, Private = "d.oudhof@mail.example", Account = "GEA",
            },
            new("website", 1230) { Email = "d.oudhof@mail.example" }),
        new("D07", "lives with a tenant, holds no agreement",
            new("K. Inwoner", "2001-03-03", "Ouderlaan", "16", "5656MN") { Role = null, Customers = 0 },
            new("website", 1275) { Email = "k.inwoner@mail.example" },
            (town, resident) =>
            {
                var parent = town.Settle(
                    new("H. Ouders", "1970-03-03", "Ouderlaan", "16", "5656MN") { Role = null, NoUnit = true });
                town.Agreement(resident.UnitId!, "LOP", -2500, null, (town.Find(parent.PartyId), "HUU"));
            }),
        new("D07", "administrator asks for a former tenant",
            new("E. Voorbij", "1972-10-12", "Eindweg", "33", "5657PR") { Status = "BEE", EndsInDays = -20 },
            new("mailbox", 1310) { Aanvrager = "bewindvoerder", Email = "post@balansbewind.example" },
            (town, resident) => Bewind(town, resident)),
        new("D11", "under bewind, account registered: propose to block",
            new("R. Onderdelinden", "1986-05-29", "Schutstraat", "22", "5658ST")
            {
                Private = "post@balansbewind.example", Business = "r.onderdelinden@mail.example",
            },
            new("website", 1345) { Email = "r.onderdelinden@mail.example" },
            (town, resident) => Bewind(town, resident)),
        new("D11", "under bewind, account blocked already",
            new("S. Voogdt", "1993-07-13", "Hekstraat", "9", "5659VW")
            {
                Private = "post@balansbewind.example", Account = "GEB", Telephone = "0612131415",
            },
            new("telefoon", 1390),
            (town, resident) => Bewind(town, resident)),
        new("D11", "under bewind by the role alone, no account",
            new("C. Beschermer", "1978-11-25", "Muurstraat", "28", "5661AB")
            {
                Account = null, Business = "c.beschermer@mail.example",
            },
            new("website", 1420) { Email = "c.beschermer@mail.example" },
            (town, resident) => town.Appoint(resident, "Balans Bewind B.V.", "post@balansbewind.example")),
        new("D18", "arrangement active",
            new("T. Schuldink", "1984-09-04", "Termijnstraat", "12", "5662CD") { Private = "t.schuldink@mail.example" },
            new("website", 1455) { Email = "t.schuldink@mail.example" },
            (town, resident) => town.Arrangement(resident, "ACT")),
        new("D18", "arrangement frozen",
            new("B. Koudijs", "1965-01-21", "Vorststraat", "6", "5663EG") { Account = "GEA", Telephone = "+31 40 2112233" },
            new("telefoon", 1500) { Nieuw = true },
            (town, resident) => town.Arrangement(resident, "BEV")),
    ];

    private static void Bewind(Town town, Resident resident)
    {
        town.Flag(resident, "BEW");
        town.Appoint(resident, "Balans Bewind B.V.", "post@balansbewind.example");
    }
}
