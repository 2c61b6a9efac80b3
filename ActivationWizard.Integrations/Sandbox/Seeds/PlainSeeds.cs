namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>The everyday work: a code by mail or by letter, first or new, nothing in the way.</summary>
internal static class PlainSeeds
{
    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D22", "first code, e-mail matches everywhere",
            new("E. Mailstra", "1984-03-02", "Merelstraat", "12", "5611CD")
            {
                Private = "e.mailstra@postvak.example", PortalEmail = "e.mailstra@postvak.example",
                    Telephone = "06-20304050",
            },
            new("website", 12) { Email = "e.mailstra@postvak.example" }),
        new("D22", "first code, no account yet",
            new("S. de Vries", "1991-11-23", "Lijsterlaan", "5", "5612EG")
            {
                Private = "sanne.devries@mail.example", Account = null,
            },
            new("website", 47) { Email = "sanne.devries@mail.example", WithBirthDate = true }),
        new("D22", "first code, letters beyond ASCII",
            new("Z. Yıldız", "1979-06-30", "Vinkenhof", "31", "5613HK") { Private = "zeynep.yildiz@mail.example" },
            new("mailbox", 96) { Email = "zeynep.yildiz@mail.example" }),
        new("D22", "first code, co-tenant of a running agreement",
            new("C. Groen-van Houten", "1988-01-17", "Spreeuwenplein", "8", "5614LM")
            {
                Private = "c.groen@postvak.example", Role = "MDH",
            },
            new("balie", 131) { Email = "c.groen@postvak.example", WithBirthDate = true },
            (town, resident) => town.Join(resident, new("F. van Houten", "1986-09-09", "Spreeuwenplein", "8", "5614LM"), "HUU")),
        new("D23", "new code, e-mail matches, account active",
            new("N. Nieuwenhuis", "1975-12-05", "Zwaluwweg", "44", "5615NP")
            {
                Private = "n.nieuwenhuis@mail.example", Account = "GEA", PortalEmail = "n.nieuwenhuis@mail.example",
            },
            new("website", 21) { Nieuw = true, Email = "n.nieuwenhuis@mail.example" }),
        new("D23", "new code, first one expired",
            new("W. Vergeer", "1969-04-14", "Roodborststraat", "3", "5616RS")
            {
                Private = "w.vergeer@postvak.example", CodeDays = -3,
            },
            new("mailbox", 75) { Nieuw = true, Email = "w.vergeer@postvak.example", Opmerking = "De code werkt niet meer." }),
        new("D23", "new code, there is no account at all",
            new("I. van Nieuwkerk", "1996-08-21", "Koolmeesstraat", "19", "5617TV")
            {
                Private = "iris.vannieuwkerk@mail.example", Account = null,
            },
            new("website", 188) { Nieuw = true, Email = "iris.vannieuwkerk@mail.example" }),
        new("D23", "new code, by telephone",
            new("H. Belleman", "1958-02-11", "Fazantlaan", "70", "5618WX")
            {
                Private = "h.belleman@postvak.example", Account = "GEA",
            },
            new("telefoon", 260) { Nieuw = true, Email = "h.belleman@postvak.example", WithNumber = true }),
        new("D25", "first code by letter, no e-mail anywhere",
            new("P. Postma", "1947-10-03", "Kerkstraat", "101", "5621AB"),
            new("balie", 34) { WithBirthDate = true }),
        new("D25", "first code by letter, no account yet",
            new("B. van den Brief", "1952-05-25", "Molenweg", "2", "5622CD") { Account = null },
            new("telefoon", 118)),
        new("D25", "first code by letter, a valid code is there already",
            new("J. Zegel", "1961-07-19", "Schoolstraat", "66", "5623EG") { CodeDays = 21 },
            new("balie", 205)),
        new("D25", "first code by letter, the code there has expired",
            new("M. Papier", "1944-03-28", "Dorpsplein", "15", "5624HJ") { CodeDays = -10 },
            new("telefoon", 330)),
        new("D26", "new code by letter, account active",
            new("D. Drukker", "1950-09-16", "Havenkade", "27", "5625KL") { Account = "GEA" },
            new("telefoon", 58) { Nieuw = true, WithBirthDate = true }),
        new("D26", "new code by letter, account registered",
            new("L. Lettinga", "1966-12-31", "Stationsweg", "9", "5626MN"),
            new("balie", 149) { Nieuw = true }),
        new("D26", "new code by letter, there is no account at all",
            new("K. Kaart", "1938-06-06", "Marktstraat", "14", "5627PR") { Account = null },
            new("telefoon", 276) { Nieuw = true, Opmerking = "Belt namens zichzelf, heeft geen computer." }),
        new("D26", "new code by letter, surname with prefixes",
            new("A. van der Bus", "1973-01-08", "Tuinlaan", "53", "5628ST") { Account = "GEA" },
            new("balie", 402) { Nieuw = true }),
    ];
}
