using System.Text.Json.Nodes;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Systems;
using ActivationWizard.Tests.Kit.Vera;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// Every shape of every message that facts are read from, and what the facts of each have to be by the second reading.
/// </summary>
internal static class FactVariants
{
    private static readonly VariantRequest Letter = new(Requester.Tenant, null, new DateOnly(1980, 2, 3), "R31");
    private static readonly VariantRequest Mail = new(Requester.Tenant, "anna@voorbeeld.nl");
    private static readonly VariantRequest Court = new(Requester.CourtAdministrator, "post@bewind.nl");

    private static readonly Dictionary<string, (string System, string? File, string Schema)> Standard = new()
    {
        ["unit"] = ("Viewpoint", "BVG", "Eenheden-Eenheidbericht"),
        ["agreement"] = ("Viewpoint", "BOG", "Overeenkomsten-Overeenkomstbericht"),
        ["tenant"] = ("Viewpoint", "BRG", "Relaties-Relatiebericht"),
        ["housemate"] = ("Viewpoint", "BRG", "Relaties-Relatiebericht"),
        ["namesake"] = ("Viewpoint", "BRG", "Relaties-Relatiebericht"),
        ["office"] = ("Viewpoint", "BRG", "Relaties-Relatiebericht"),
        ["flag"] = ("Viewpoint", "BRG", "Signaleringen-Signaleringbericht"),
        ["arrangement"] = ("Viewpoint", "INC", "Betalingsregelingen-Betalingsregelingbericht"),
        ["dossier"] = ("Viewpoint", "BDO", "Dossiers-Dossierbericht"),
        ["customer"] = ("Umbrella", null, "customer"),
        ["account"] = ("Umbrella", null, "account"),
        ["preference"] = ("Postex", null, "preference"),
    };

    private static readonly Dictionary<string, (MessageWorld World, VariantRequest Request, Row Row)> Stories = new()
    {
        ["letter"] = (MessageWorld.Tenant, Letter, Row.D25),
        ["mail"] = (MessageWorld.Tenant, Mail, Row.D22),
        ["court"] = (MessageWorld.UnderBewind, Court, Row.D17),
        ["institution"] = (MessageWorld.InInstitution, Letter, Row.D06),
        ["with institution"] = (MessageWorld.WithInstitution, Letter, Row.D06),
        ["care"] = (MessageWorld.InCare, Letter, Row.D06),
    };

    /// <summary>Whose story it is, and the message that is varied in it.</summary>
    public static IReadOnlyList<(string Story, string Message)> All { get; } =
    [
        ("letter", "unit"), ("letter", "agreement"), ("letter", "tenant"), ("letter", "housemate"), ("letter", "namesake"),
        ("letter", "flag"), ("letter", "arrangement"), ("letter", "dossier"), ("letter", "customer"), ("letter", "account"),
        ("letter", "preference"), ("mail", "tenant"), ("mail", "account"), ("court", "tenant"), ("court", "office"),
        ("court", "flag"), ("institution", "agreement"), ("institution", "housemate"), ("with institution", "agreement"),
        ("care", "unit"), ("care", "agreement"), ("care", "tenant"),
    ];

    /// <summary>
    /// Reads one in <paramref name="ofNeeded"/> variants of needed fields and one in <paramref name="part"/> of the others.
    /// </summary>
    public static async Task<VariantTally> CompareAsync(string story, string message, int part, int ofNeeded = 1)
    {
        var (world, request, row) = Stories[story];
        using var bench = new VariantBench();
        var usual = await bench.ReadAsync(world, request);
        Assert.Equal(row, usual.Row);
        Assert.Equal(InWords(new SecondReading(world, request, Sample.Today).Facts()), InWords(usual.Facts));

        var tally = new VariantTally($"{Standard[message].System} {message} ({story})");
        foreach (var variant in Of(message, world[message]!)
            .Where((one, index) => index % (NeededFields.Of(message, one.Path).Count > 0 ? ofNeeded : part) is 0))
        {
            var varied = world.With(message, variant.Message);
            var came = await bench.ReadAsync(varied, request);
            var second = new SecondReading(varied, request, Sample.Today);
            var expected = second.Facts();
            var different = Different(usual.Facts, came.Facts);
            if (InWords(expected) != InWords(came.Facts)
                || different.Except(Following(NeededFields.Of(message, variant.Path))).Any()
                || (different.Count is 0 && (came.Row, came.Missing) != (usual.Row, usual.Missing))
                || (came.Row is Row.D02 && came.Facts[came.Missing!.Value] is not null)
                || (message is "dossier" && await bench.DossierAsync(varied) != second.Dossier()))
                tally.Wrong(
                    $"{variant.Path} {variant.What}: {came.Row}, read {InWords(came.Facts)}, expected {InWords(expected)}");
            else
                tally.Count(different.Count is 0, came.Facts.ContainsValue(null));
        }

        return tally;
    }

    /// <summary>
    /// All variants of a message; what Umbrella and Postex say is in no file of the standard, so it is written here.
    /// </summary>
    internal static IEnumerable<ShapeVariant> Of(string message, JsonObject sample)
    {
        var (_, file, schema) = Standard[message];
        var document = file is null ? SystemContracts.Document : VeraDocument.Get(file);
        return new ShapeVariants(document, document.Schema(schema), sample, path => NeededFields.LeadsTo(message, path)).All();
    }

    private static List<FactKind> Different(Dictionary<FactKind, string?> one, Dictionary<FactKind, string?> other) =>
        [.. one.Keys.Union(other.Keys).Where(kind => one.GetValueOrDefault(kind, "-") != other.GetValueOrDefault(kind, "-"))];

    // Without a person nothing else is asked, without the tenancy no arrangement, without the account no comparison.
    private static IEnumerable<FactKind> Following(IReadOnlyList<FactKind> needed) =>
        needed.Contains(FactKind.Person) ? Enum.GetValues<FactKind>() : needed;

    public static string InWords(Dictionary<FactKind, string?> facts) =>
        string.Join("; ", facts.OrderBy(fact => fact.Key).Select(fact => $"{fact.Key} {fact.Value ?? "?"}"));
}
