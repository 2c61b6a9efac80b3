namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>
/// What may happen to a letter: special addresses, codes about to expire, nothing to file it in, the wrong preference.
/// </summary>
internal static class LetterVariantSeeds
{
    public static IReadOnlyList<SeedCase> Cases { get; } =
    [
        new("D25", "house letter and addition; the code there is about to expire",
            new("M. Bovenhuis", "1955-02-14", "Hoogstraat", "12", "5643EG") { Huisletter = "A", Toevoeging = "2", CodeDays = 3 },
            new("balie", 830)),
        new("D25", "no dossier in Viewpoint",
            new("F. Lade", "1949-11-11", "Laagstraat", "4", "5644HJ") { NoDossier = true },
            new("telefoon", 871)),
        new("D24", "first code, the unit's town is missing",
            new("A. Straatsma", "1960-05-05", "Nergenslaan", "3", "5645KL") { NoTown = true },
            new("balie", 905)),
        new("D24", "new code, two agreements and neither at the request's address",
            new("W. Tweehuizen", "1968-08-08", "Elderslaan", "90", "5592MN") { Plaats = "Heeze", NoUnit = true, Account = "GEA" },
            new("telefoon", 950) { Nieuw = true },
            (town, resident) =>
            {
                foreach (var number in new[] { "1", "2" })
                {
                    var unit = town.Unit(new("Tweelinghof", number, "5646MN", "Eindhoven"));
                    town.Agreement(unit, "LOP", -900, null, (town.Find(resident.PartyId), "HUU"));
                }
            }),
        new("D25", "Postex would mail the letter",
            new("D. Omleiding", "1976-07-22", "Wisselstraat", "18", "5647PR"),
            new("balie", 985) { Hold = "PreferenceNotPaper" },
            (town, resident) => town.State.Preferences[resident.Number] = new("email", "d.omleiding@mail.example")),
        new("D26", "preference is paper, and said so",
            new("S. Papen", "1943-12-24", "Perkamentpad", "36", "5648ST") { Account = "GEA" },
            new("telefoon", 1020) { Nieuw = true },
            (town, resident) => town.State.Preferences[resident.Number] = new("paper", null)),
    ];
}
