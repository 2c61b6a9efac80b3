using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Every question of the port, answered by the simulator.</summary>
public sealed class ViewpointReadingTests
{
    [Theory]
    [InlineData("12A-2", true)]
    [InlineData("12-2", false)]
    [InlineData("12A", false)]
    [InlineData("12", false)]
    [InlineData("12A-3", false)]
    [InlineData("121", false)]
    public async Task FindUnits_LetterAndAddition_HaveToBeEqual(string number, bool found)
    {
        await using var bench = await StartAsync();
        Assert.Equal(found, Answer(await bench.Viewpoint.FindUnitsAsync(Address("5643 eg", number), Cancellation)).Count == 1);
    }

    [Fact]
    public async Task FindUnits_LetterKeptAsAddition_IsTheSameAddress()
    {
        await using var bench = await StartAsync();
        var unit = Answer(await bench.Viewpoint.FindUnitsAsync(Address("5611CD", "12"), Cancellation))[0].Id;
        await bench.MergeAsync("eenheden", unit, new
        {
            adres = new { postcode = "5611CD", huisnummer = "12", huisnummerToevoeging = "b", straatnaam = "Merelstraat" },
        });

        Assert.Equal(
            unit, Assert.Single(Answer(await bench.Viewpoint.FindUnitsAsync(Address("5611CD", "12-B"), Cancellation))).Id);
        Assert.Equal(
            unit, Assert.Single(Answer(await bench.Viewpoint.FindUnitsAsync(Address("5611CD", "12B"), Cancellation))).Id);
        Assert.Contains(unit,
            Answer(await bench.Viewpoint.FindUnitsAtNumberAsync(Address("5611CD", "12"), Cancellation)).Select(one => one.Id));
        Assert.Empty(Answer(await bench.Viewpoint.FindUnitsAsync(Address("5611CD", "12"), Cancellation)));
    }

    [Fact]
    public async Task AgreementsOfParty_EveryStatus_HaveTheirUnitsAddress()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D07", "ended");

        var agreement = Assert.Single(Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation)));

        Assert.Equal(("HUU", "BEE", true), (agreement.Kind.Code, agreement.Status.Code, agreement.Status.Listed));
        Assert.Equal(bench.Today.AddDays(-60), agreement.Runs.Until);
        Assert.Equal("Vertrekstraat 41, 5655 KL Eindhoven", Assert.Single(agreement.Units).Postal?.ToString());
        var tenant = Assert.Single(agreement.Parties);
        Assert.Equal((party, false, "HUU"), (tenant.PartyId, tenant.IsLegalEntity, Assert.Single(tenant.Roles).Kind.Code));
    }

    [Fact]
    public async Task AgreementsOfParty_UnitThatIsGone_HasNoAddress()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        var agreement = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation))[0].Id;
        await bench.MergeAsync("overeenkomsten", agreement, new { eenheden = new[] { new { id = "1" } } });

        var unit = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation))[0].Units[0];

        Assert.Equal(new RentalUnit("1", null, null, null), unit);
    }

    [Fact]
    public async Task AgreementsOfUnit_InstitutionRents_SaysWhoIsALegalEntity()
    {
        await using var bench = await StartAsync();
        var unit = Assert.Single(Answer(await bench.Viewpoint.FindUnitsAsync(Address("5653EG", "7"), Cancellation)));

        var agreement = Assert.Single(Answer(await bench.Viewpoint.AgreementsOfUnitAsync(unit.Id, Cancellation)));

        Assert.Equal(
            [("HUU", true), ("MBW", false)], agreement.Parties.Select(party => (party.Roles[0].Kind.Code, party.IsLegalEntity)));
    }

    [Fact]
    public async Task FindUnits_IntramuralProperty_HasItsKind()
    {
        await using var bench = await StartAsync();
        var unit = Assert.Single(Answer(await bench.Viewpoint.FindUnitsAsync(Address("5654HJ", "20"), Cancellation)));
        Assert.Equal(new Coded("INT"), unit.Kind);
    }

    [Fact]
    public async Task ReadParty_Person_HasNamesNumberAndContacts()
    {
        await using var bench = await StartAsync();
        var id = await bench.PartyAsync("D26", "prefixes");

        var party = Answer(await bench.Viewpoint.ReadPartyAsync(id, Cancellation))!;

        Assert.Equal("A. van der Bus", party.Name.OnEnvelope);
        Assert.Equal((new DateOnly(1973, 1, 8), false, false), (party.BirthDate, party.IsDeceased, party.IsLegalEntity));
        Assert.Equal(SandboxFixture.NumberOf("D26", "prefixes"), party.Code);
        Assert.Equal([Address("5628ST", "53")], party.HomeAddresses);
        Assert.Null(Answer(await bench.Viewpoint.ReadPartyAsync("1", Cancellation)));
    }

    [Theory]
    [InlineData("B.C.", "D.", "B.C.")]
    [InlineData(null, "D.", "D.")]
    public async Task Party_VoorlettersOrElseInitialen_AreItsInitials(string? voorletters, string? initialen, string expected)
    {
        await using var bench = await StartAsync();
        var tenant = await bench.PartyAsync("D17", "former");
        var office = Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", Cancellation))[0].Id;
        var names = new { soort = new { code = "NAT" }, naam = (string?)null, achternaam = "Berg", voorletters, initialen };
        await bench.MergeAsync("relaties", tenant, names);
        await bench.MergeAsync("relaties", office, names);

        var acting = Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", Cancellation));
        var somebody = acting.Single(one => one.Id == office);

        Assert.Equal(("Berg", expected, false), (somebody.Name.Surname, somebody.Name.Initials, somebody.IsLegalEntity));
        Assert.Equal(expected, Answer(await bench.Viewpoint.ReadPartyAsync(tenant, Cancellation))!.Name.Initials);
    }

    [Fact]
    public async Task ReadParty_WithoutTheNameOfItsKind_HasNone()
    {
        await using var bench = await StartAsync();
        foreach (var row in new[] { "D22", "D09" })
        {
            var party = await bench.PartyAsync(row);
            await bench.MergeAsync("relaties", party, new { naam = (string?)null, achternaam = (string?)null });
            Assert.Equal("", Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.Name.Surname);
        }
    }

    [Fact]
    public async Task ReadParty_Deceased_IsSo()
    {
        await using var bench = await StartAsync();
        Assert.True(Answer(await bench.Viewpoint.ReadPartyAsync(await bench.PartyAsync("D05"), Cancellation))!.IsDeceased);
    }

    [Theory]
    [InlineData("mailstra", "E. Mailstra", false)]
    [InlineData("Yıldız", "Z. Yıldız", false)]
    [InlineData("bakkerij de korenaar b.v.", "Bakkerij De Korenaar B.V.", true)]
    public async Task FindParties_ByName_IgnoresCase(string name, string found, bool isLegalEntity)
    {
        await using var bench = await StartAsync();
        var party = Assert.Single(Answer(await bench.Viewpoint.FindPartiesAsync(name, Cancellation)));
        Assert.Equal((found, isLegalEntity), (party.Name.OnEnvelope, party.IsLegalEntity));
    }

    [Fact]
    public async Task FindParties_Household_IsNobody()
    {
        await using var bench = await StartAsync();
        await bench.AddAsync("relaties", new { code = "9", soort = new { code = "GRO" }, naam = "Huishouden Mailstra" });
        Assert.Empty(Answer(await bench.Viewpoint.FindPartiesAsync("Huishouden Mailstra", Cancellation)));
    }

    [Fact]
    public async Task PartiesActingFor_RunningAndEnded_KeepTheirDatesAndNoOtherRoles()
    {
        await using var bench = await StartAsync();
        var tenant = await bench.PartyAsync("D17", "former");

        var offices = Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "BWI", Cancellation));

        Assert.Equal(["Balans Bewind B.V.", "Oud & Trouw Bewind"], offices.Select(one => one.Name.Surname).Order());
        Assert.All(offices, office => Assert.Equal(tenant, Assert.Single(office.Roles).PlayedFor));
        Assert.Equal(
            [false, true], offices.OrderBy(one => one.Name.Surname).Select(one => one.Roles[0].Runs.IsOver(bench.Today)));
        Assert.Empty(Answer(await bench.Viewpoint.PartiesActingForAsync(tenant, "CUR", Cancellation)));
    }

    [Fact]
    public async Task Flags_StatusThatIsAbsent_StaysAbsent()
    {
        await using var bench = await StartAsync();
        Assert.Equal([new Flag(new("CUR"), new("ACT"))], await FlagsAsync("D10", "by flag"));
        Assert.Equal([new Flag(new("BEW"), null)], await FlagsAsync("D10", "status is not known"));
        Assert.Empty(await FlagsAsync("D22", ""));

        async Task<IReadOnlyList<Flag>> FlagsAsync(string row, string scenario) =>
            Answer(await bench.Viewpoint.FlagsAsync(await bench.PartyAsync(row, scenario), Cancellation));
    }

    [Theory]
    [InlineData("ONB", true)]
    [InlineData("ZZZ", true)]
    [InlineData("SCH", false)]
    public async Task Flags_WithoutDetail_MayOnlyBeBewindWhereItsKindAllows(string kind, bool mayBe)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        await bench.AddAsync("signaleringen", new
        {
            soort = new { code = kind },
            relatie = new { id = party, soort = new { code = "NAT" } },
        });
        var flags = Answer(await bench.Viewpoint.FlagsAsync(party, Cancellation));
        Assert.Equal(mayBe ? [new Flag(new("", false), null)] : [], flags);
    }

    [Fact]
    public async Task Arrangements_AreStatusesOnly()
    {
        await using var bench = await StartAsync();
        var agreement = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(await bench.PartyAsync("D18"), Cancellation))[0].Id;
        Assert.Equal([new Coded("ACT")], Answer(await bench.Viewpoint.ArrangementsAsync(agreement, Cancellation)));
        Assert.Empty(Answer(await bench.Viewpoint.ArrangementsAsync("1", Cancellation)));
    }

    [Fact]
    public async Task FindDossier_NoneOneOrSeveral_IsNoneOrTheFirst()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D25");
        var own = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation));
        Assert.NotNull(own);
        foreach (var later in new[] { "9" + own, "9" + own[1..] })
        {
            await bench.AddAsync(
                "dossiers", new { id = later, relaties = new[] { new { id = party, soort = new { code = "NAT" } } } });
        }

        Assert.Equal(own, Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation)));
        Assert.Null(Answer(await bench.Viewpoint.FindDossierAsync(await bench.PartyAsync("D25", "no dossier"), Cancellation)));
    }
}
