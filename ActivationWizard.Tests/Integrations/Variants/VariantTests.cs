using System.Text.Json.Nodes;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.Messages;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;
using ActivationWizard.Tests.Kit.Vera;

namespace ActivationWizard.Tests.Integrations.Variants;

/// <summary>
/// Every shape that a field of every message may have, by the standard's own files and by the contracts of the other two systems:
/// a field that no rule needs changes nothing, one that is needed makes unknown what needs it and nothing else.
/// </summary>
public sealed class VariantTests(ITestOutputHelper output)
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

    public static TheoryData<string, string> Messages =>
    [
        ("letter", "unit"), ("letter", "agreement"), ("letter", "tenant"), ("letter", "housemate"), ("letter", "namesake"),
        ("letter", "flag"), ("letter", "arrangement"), ("letter", "dossier"), ("letter", "customer"), ("letter", "account"),
        ("letter", "preference"), ("mail", "tenant"), ("mail", "account"), ("court", "tenant"), ("court", "office"),
        ("court", "flag"),
    ];

    /// <summary>All variants of needed fields, one in sixteen of the others.</summary>
    [Theory]
    [MemberData(nameof(Messages))]
    public Task Facts_OfAMessageInManyShapes_AreThoseOfTheSecondReading(string story, string message) =>
        CompareAsync(story, message, part: 16);

    [Theory]
    [Nightly("thirty-five thousand variants, the fields that nobody needs among them")]
    [MemberData(nameof(Messages))]
    public Task Facts_OfAMessageInEveryShape_AreThoseOfTheSecondReading(string story, string message) =>
        CompareAsync(story, message, part: 1);

    private async Task CompareAsync(string story, string message, int part)
    {
        var (world, request) = story switch
        {
            "letter" => (MessageWorld.Tenant, Letter),
            "mail" => (MessageWorld.Tenant, Mail),
            _ => (MessageWorld.UnderBewind, Court),
        };
        using var bench = new VariantBench();
        var usual = await bench.ReadAsync(world, request);
        Assert.Equal(story switch { "letter" => Row.D25, "mail" => Row.D22, _ => Row.D17 }, usual.Row);
        Assert.Equal(InWords(new SecondReading(world, request, Sample.Today).Facts()), InWords(usual.Facts));

        var (tried, unknown, ignored, changed, wrong) = (0, 0, 0, 0, new List<string>());
        foreach (var variant in Of(message, world[message]!)
            .Where((one, index) => NeededFields.Of(message, one.Path).Count > 0 || index % part is 0))
        {
            tried++;
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
                wrong.Add($"{variant.Path} {variant.What}: {came.Row}, read {InWords(came.Facts)}, expected {InWords(expected)}");
            else if (different.Count is 0)
                ignored++;
            else if (came.Facts.ContainsValue(null))
                unknown++;
            else
                changed++;
        }

        output.WriteLine(
            $"{Standard[message].System} {message} ({story}): {tried} tried, {unknown} unknown, {changed} another value, "
            + $"{ignored} ignored, {wrong.Count} wrong");
        Assert.True(wrong.Count is 0, string.Join('\n', wrong.Take(20)));
        Assert.True(tried > 30 && ignored > 0);
    }

    /// <summary>
    /// All variants of a message; what Umbrella and Postex say is in no file of the standard, so it is written here.
    /// </summary>
    internal static IEnumerable<ShapeVariant> Of(string message, JsonObject sample)
    {
        var (_, file, schema) = Standard[message];
        var document = file is null ? VeraDocument.Parse("contract", Contract) : VeraDocument.Get(file);
        return new ShapeVariants(document, document.Schema(schema), sample, path => NeededFields.LeadsTo(message, path)).All();
    }

    private static List<FactKind> Different(Dictionary<FactKind, string?> one, Dictionary<FactKind, string?> other) =>
        [.. one.Keys.Union(other.Keys).Where(kind => one.GetValueOrDefault(kind, "-") != other.GetValueOrDefault(kind, "-"))];

    // Without a person nothing else is asked, without the tenancy no arrangement, without the account no comparison.
    private static IEnumerable<FactKind> Following(IReadOnlyList<FactKind> needed) =>
        needed.Contains(FactKind.Person) ? Enum.GetValues<FactKind>() : needed;

    private static string InWords(Dictionary<FactKind, string?> facts) =>
        string.Join("; ", facts.OrderBy(fact => fact.Key).Select(fact => $"{fact.Key} {fact.Value ?? "?"}"));

    private const string Contract = """
        components:
          schemas:
            address:
              type: object
              properties:
                postcode: { type: string }
                huisnummer: { type: string }
                huisletter: { type: string }
                toevoeging: { type: string }
            customer:
              type: object
              properties:
                klantId: { type: string }
                naam: { type: string }
                geboortejaar: { type: integer }
                relatienummer: { type: string }
                adres: { $ref: '#/components/schemas/address' }
            account:
              type: object
              properties:
                klantId: { type: string }
                accountId: { type: string }
                status: { type: string }
                emailadres: { type: string }
                blokkadeReden: { type: string }
                activatiecodeAanwezig: { type: boolean }
                codeVerlooptOp: { type: string }
            preference:
              type: object
              properties: { recipientId: { type: string }, channel: { type: string }, email: { type: string } }
        """;
}
