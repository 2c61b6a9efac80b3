namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>The court administrator asks. Identity first: D13 stands before every later row until proof is recorded.</summary>
internal static class AdministratorSeeds
{
    private const string Office = "Balans Bewind B.V.";
    private const string OfficeEmail = "post@balansbewind.example";
    private const string FormerOffice = "Oud & Trouw Bewind";
    private const string FormerEmail = "info@oudentrouw.example";

    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D12", "no bewind is registered",
            new("N. Vrijman", "1984-08-14", "Vrijheidsplein", "17", "5681AB"), Asks(2090)),
        new("D13", "flag only, no administrator is registered",
            new("E. Wimpel", "1991-04-09", "Vlagstraat", "5", "5682CD"), Asks(2130),
            (town, resident) => town.Flag(resident, "BEW")),
        new("D13", "asked from another address than the office's",
            new("L. Toezicht", "1973-06-11", "Poortstraat", "29", "5683EG"),
            Asks(2170) with { Email = "iemand@mail.example" }, Bewind),
        new("D14", "arrangement active",
            new("K. Afbetaler", "1980-02-19", "Schijfstraat", "34", "5684HJ") { Private = OfficeEmail },
            Asks(2200) with { Proof = true },
            (town, resident) =>
            {
                Bewind(town, resident);
                town.Arrangement(resident, "ACT");
            }),
        new("D15", "privé and zakelijk are both the tenant's, and differ",
            new("M. Botsing", "1985-11-06", "Kruisstraat", "13", "5685KL")
            {
                Private = "m.botsing@thuis.example", Business = "m.botsing@werk.example",
            },
            Asks(2245) with { Proof = true }, Bewind),
        new("D15", "two privé addresses",
            new("J. Tweestrijd", "1977-03-22", "Splitsing", "2", "5686MN") { Private = OfficeEmail },
            Asks(2280) with { Proof = true },
            (town, resident) =>
            {
                Bewind(town, resident);
                town.Find(resident.PartyId)["contactgegevens"]!.AsArray()
                    .Add(VeraMessages.Email(town.State.NextId(), "PRI", "j.tweestrijd@mail.example"));
            }),
        new("D16", "account active: recreate",
            new("A. Overdracht", "1994-10-27", "Sleutelstraat", "21", "5687PR")
            {
                Private = OfficeEmail, Business = "a.overdracht@mail.example", Account = "GEA",
            },
            Asks(2320) with { Proof = true, Nieuw = true }, Bewind),
        new("D17", "account registered, contacts in order",
            new("R. Rechtop", "1969-01-05", "Rechtestraat", "45", "5688ST")
            {
                Private = OfficeEmail, Business = "r.rechtop@mail.example",
            },
            Asks(2365) with { Proof = true }, Bewind),
        new("D17", "account blocked: unblock",
            new("G. Grendel", "1981-09-15", "Poortlaan", "7", "5689VW") { Private = OfficeEmail, Account = "GEB" },
            Asks(2400) with { Proof = true }, Bewind),
        new("D17", "no account; privé is empty: correct it",
            new("P. Leegwater", "1996-05-18", "Waterstraat", "10", "5691AB")
            {
                Account = null, Business = "p.leegwater@mail.example",
            },
            Asks(2440) with { Proof = true }, Bewind),
        new("D17", "privé is the former administrator's: correct it",
            new("S. Wissels", "1988-12-09", "Wisselpad", "23", "5692CD")
            {
                Private = FormerEmail, Business = "s.wissels@mail.example",
            },
            Asks(2485) with { Proof = true },
            (town, resident) =>
            {
                town.Appoint(resident, FormerOffice, FormerEmail, endedDaysAgo: 90);
                Bewind(town, resident);
            }),
        new("D17", "privé is the tenant's own, zakelijk empty: move and correct",
            new("I. Eigenaar", "1992-02-23", "Ruilstraat", "38", "5693EG") { Private = "i.eigenaar@mail.example" },
            Asks(2530) with { Proof = true }, Bewind),
    ];

    private static Ask Asks(int minutesAgo) => new("mailbox", minutesAgo) { Aanvrager = "bewindvoerder", Email = OfficeEmail };

    private static void Bewind(Town town, Resident resident)
    {
        town.Flag(resident, "BEW");
        town.Appoint(resident, Office, OfficeEmail);
    }
}
