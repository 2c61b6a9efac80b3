using ActivationWizard.Domain.Ports;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Which of a party's contacts and addresses count.</summary>
public sealed class ViewpointContactTests
{
    [Fact]
    public async Task Emails_OfATenant_ArePrivateAndBusinessOnesThatCanBeReadAndAreNotWrong()
    {
        await using var bench = await StartAsync();
        var party = await WithContactsAsync(
            bench,
            Contact("1", "EMA", "PRI", "GEV", "A.Mens@Müller.example"),
            Contact("2", "EMA", "ZAK", null, "a.mens@werk.example"),
            Contact("3", "EMA", "PRI", "ONG", "oud@mens.example"),
            Contact("4", "EMA", "ICE", "GEV", "dochter@mens.example"),
            Contact("5", "EMA", null, "GEV", "ergens@mens.example"),
            Contact("6", "EMA", "PRI", "GEV", "geen"),
            Contact("7", "TEL", "PRI", "GEV", "tel@mens.example"),
            Contact("8", null, "PRI", "GEV", "iets@mens.example"));

        var emails = Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.Emails;

        Assert.Equal(
            [
                new EmailContact("1", true, Email("a.mens@xn--mller-kva.example")),
                new EmailContact("2", false, Email("a.mens@werk.example")),
            ],
            emails);
    }

    [Fact]
    public async Task Emails_OfAnOffice_CountWhateverTheirDetail()
    {
        await using var bench = await StartAsync();
        var tenant = await bench.PartyAsync("D17", "contacts in order");
        var office = Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", Cancellation))[0].Id;
        await bench.MergeAsync("relaties", office, new
        {
            contactgegevens = new[]
            {
                Contact("1", "EMA", null, "GEV", "post@balans.example"), Contact("2", "EMA", "ZAK", "ONG", "x@y.example"),
            },
        });

        var acting = Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", Cancellation));

        Assert.Equal([Email("post@balans.example")], Assert.Single(acting).Emails.Select(one => one.Address));
    }

    [Theory]
    [InlineData("ZZZ", "PRI", "GEV")]
    [InlineData("EMA", "ZZZ", "GEV")]
    [InlineData("EMA", "PRI", "ZZZ")]
    public async Task Emails_CodeThatIsNotInItsList_MakesTheAddressesUnreadable(string kind, string detail, string status)
    {
        await using var bench = await StartAsync();
        var party = await WithContactsAsync(bench, Contact("1", kind, detail, status, "a@b.example"));

        var read = Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!;

        Assert.True(read.HasUnreadableEmails);
        Assert.Empty(read.Emails);
    }

    [Theory]
    [InlineData("WOO", -10, null, true)]
    [InlineData("WOO", -10, 0, true)]
    [InlineData("WOO", -10, -1, false)]
    [InlineData("WOO", 1, null, false)]
    [InlineData("POS", -10, null, false)]
    [InlineData(null, -10, null, false)]
    public async Task HomeAddresses_AreWhereThePartyLivesToday(string? kind, int begins, int? ends, bool isHome)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        await bench.MergeAsync("relaties", party, new
        {
            adressen = new[]
            {
                new
                {
                    soort = Code(kind),
                    begindatum = bench.Today.AddDays(begins),
                    einddatum = ends is { } days ? bench.Today.AddDays(days) : (DateOnly?)null,
                    adres = new { postcode = "1234 ab", huisnummer = "7" },
                },
            },
        });

        var homes = Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.HomeAddresses;

        Assert.Equal(isHome ? [Address("1234AB", "7")] : [], homes);
    }

    private static async Task<string> WithContactsAsync(ViewpointBench bench, params object[] contacts)
    {
        var party = await bench.PartyAsync("D22");
        await bench.MergeAsync("relaties", party, new { contactgegevens = contacts });
        return party;
    }

    private static object Contact(string id, string? kind, string? detail, string? status, string value) => new
    {
        id,
        soort = Code(kind),
        detailSoort = Code(detail),
        status = Code(status),
        waarde = value,
    };

    private static object? Code(string? code) => code is null ? null : new { code };
}
