namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>What the address on the request does: match in another spelling, mismatch, differ, or not arrive.</summary>
internal static class EmailVariantSeeds
{
    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D22", "address matches but for capitals",
            new("N. Hoofdman", "1983-05-12", "Dahliastraat", "6", "5631AB") { Private = "N.Hoofdman@Mail.example" },
            new("website", 441) { Email = "n.hoofdman@mail.example" }),
        new("D22", "address matches as international domain name",
            new("J. Müller", "1990-02-27", "Tulpstraat", "88", "5632CD") { Private = "j.mueller@xn--mller-kva.example" },
            new("website", 468) { Email = "j.mueller@müller.example" }),
        new("D22", "account ended (BEE) counts as none",
            new("L. Hervatter", "1971-11-01", "Rozenlaan", "40", "5633EG")
            {
                Private = "l.hervatter@postvak.example", Account = "BEE",
            },
            new("mailbox", 503) { Email = "l.hervatter@postvak.example" }),
        new("D22", "tenant of a parking place only",
            new("P. Stallinga", "1987-07-07", "Buitenweg", "1", "5591GH")
            {
                Plaats = "Heeze", Private = "p.stallinga@mail.example", NoUnit = true,
            },
            new("website", 540) { Email = "p.stallinga@mail.example" },
            (town, resident) =>
            {
                var parking = town.Unit(new("Garagepad", "17", "5634HJ", "Eindhoven"), "PAR");
                town.Agreement(parking, "LOP", -700, null, (town.Find(resident.PartyId), "HUU"));
            }),
        new("D22", "Umbrella cannot mail the address",
            new("G. Bounce", "1994-04-04", "Asterstraat", "25", "5635KL") { Private = "g.bounce@onbereikbaar.example" },
            new("website", 577) { Email = "g.bounce@onbereikbaar.example", Hold = "EmailNotSent" },
            (town, _) => town.State.UnreachableAddresses.Add("g.bounce@onbereikbaar.example")),
        new("D22", "address in use by another portal account",
            new("T. Gedeeld", "1980-10-10", "Anjerstraat", "13", "5636MN") { Private = "gezin.gedeeld@mail.example" },
            new("website", 602) { Email = "gezin.gedeeld@mail.example", Hold = "EmailNotSent" },
            (town, _) => town.State.AddressesInUse.Add("gezin.gedeeld@mail.example")),
        new("D25", "request's address is another than Viewpoint's",
            new("R. Andersen", "1985-08-18", "Leliestraat", "32", "5637PR") { Private = "r.andersen@postvak.example" },
            new("website", 640) { Email = "r.andersen@nieuwadres.example" }),
        new("D25", "Viewpoint knows no address",
            new("Q. Onbekema", "1977-03-15", "Irisstraat", "7", "5638ST"),
            new("website", 688) { Email = "q.onbekema@mail.example" }),
        new("D25", "portal has another address",
            new("V. Verschil", "1992-12-20", "Violierstraat", "21", "5639VW")
            {
                Private = "v.verschil@mail.example", PortalEmail = "oud.verschil@mail.example",
            },
            new("website", 715) { Email = "v.verschil@mail.example" }),
        new("D26", "no address on the request, though one is known",
            new("Y. Zonderman", "1963-01-30", "Begoniastraat", "50", "5641AB")
            {
                Private = "y.zonderman@mail.example", Account = "GEA",
            },
            new("telefoon", 760) { Nieuw = true }),
        new("D25", "address matches the business one only",
            new("O. Kantoor", "1982-06-24", "Fresiastraat", "11", "5642CD")
            {
                Private = "o.kantoor@thuis.example", Business = "o.kantoor@werk.example",
            },
            new("website", 799) { Email = "o.kantoor@werk.example" }),
    ];
}
