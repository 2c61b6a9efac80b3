using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class TenancyTests
{
    private static readonly RentalUnit Far = new(
        "U2", new Coded("EEN"), Sample.Elsewhere, Sample.Postal with { Key = Sample.Elsewhere });
    private static readonly RentalUnit Care = Sample.Unit with { Kind = new Coded("INT") };

    [Theory]
    [InlineData("LOP", "HUU", -10, 10, TenancyStatus.Active)]
    [InlineData("VOP", "MDH", 0, 0, TenancyStatus.Active)]
    [InlineData("OPG", "HUU", -10, 0, TenancyStatus.Active)]
    [InlineData("OPG", "HUU", -10, -1, TenancyStatus.NoneOrEnded)]
    [InlineData("BEE", "HUU", -10, 10, TenancyStatus.NoneOrEnded)]
    [InlineData("LOP", "MBW", -10, 10, TenancyStatus.NoneOrEnded)]
    [InlineData("LOP", "HUU", 1, 10, TenancyStatus.Future)]
    [InlineData("VOO", "MDH", 1, 10, TenancyStatus.Future)]
    [InlineData("GOE", "HUU", 1, 10, TenancyStatus.Future)]
    [InlineData("VOP", "HUU", 1, 10, TenancyStatus.Future)]
    [InlineData("OPG", "HUU", 1, 10, TenancyStatus.Future)]
    [InlineData("VOO", "HUU", 0, 10, TenancyStatus.NoneOrEnded)]
    [InlineData("LOP", "WON", 1, 10, TenancyStatus.NoneOrEnded)]
    [InlineData("BEE", "HUU", 1, 10, TenancyStatus.NoneOrEnded)]
    [InlineData("VOO", "HUU", -10, 10, TenancyStatus.NoneOrEnded)]
    public void Read_StatusRoleAndDates_GiveTheTenancy(string status, string role, int from, int until, TenancyStatus expected) =>
        Assert.Equal(expected, Read([Sample.Rental(status: status, role: role, runs: Sample.Days(from, until))])!.Status);

    [Fact]
    public void Read_BeginNotRegistered_DoesNotRun() =>
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([Sample.Rental(runs: new Period(null, null))])!.Status);

    [Fact]
    public void Read_RoleIsOver_DoesNotRent() =>
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([WithRole(Sample.Days(-9, -1))])!.Status);

    [Fact]
    public void Read_FutureAgreement_ItsRoleNeedNotRunYet() =>
        Assert.Equal(TenancyStatus.Future, Read([WithRole(Sample.Days(5, 9)) with { Runs = Sample.Days(5, 9) }])!.Status);

    [Fact]
    public void Read_FutureAgreement_IsOfWhoWillRentAndOfTheFirstToBegin()
    {
        Assert.Equal(
            Sample.Today.AddDays(3),
            Read([Sample.Rental(id: "F1", runs: Sample.Days(5, 9)), Sample.Rental(id: "F2", runs: Sample.Days(3, 9))])!.Since);
        Assert.Equal(
            TenancyStatus.NoneOrEnded, Read([WithRole(Sample.Days(-9, -1)) with { Runs = Sample.Days(5, 9) }])!.Status);
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([Sample.Rental(party: "7", runs: Sample.Days(5, 9))])!.Status);
        Assert.Equal(TenancyStatus.Future, Read([Together("WON", "HUU") with { Runs = Sample.Days(5, 9) }])!.Status);
    }

    [Fact]
    public void Read_OneOfSeveralRolesOrParties_Counts()
    {
        Assert.Equal(TenancyStatus.Active, Read([Together("WON", "HUU")])!.Status);
        var shared = Shared("MBW", isLegalEntity: true);
        PartyRole[] roles = [.. With("800", true, new Coded("WON")).Roles, .. shared.Parties[1].Roles];
        Assert.Equal(
            TenancyStatus.InstitutionCoResident,
            Read([shared with { Parties = [shared.Parties[0], shared.Parties[1] with { Roles = roles }] }])!.Status);
    }

    [Fact]
    public void Read_AgreementOfAnInstitutionOnWhichOneDoesNotLiveToday_IsNone()
    {
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([Shared("MBW", true) with { Runs = Sample.Days(-9, -1) }])!.Status);
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([Shared("WON", true)])!.Status);
    }

    [Fact]
    public void Read_OtherKindOfAgreement_IsNoRental() =>
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([Sample.Rental() with { Kind = new Coded("KOO") }])!.Status);

    [Theory]
    [InlineData("MBW", true, TenancyStatus.InstitutionCoResident)]
    [InlineData("BEW", true, TenancyStatus.InstitutionCoResident)]
    [InlineData("MBW", false, TenancyStatus.NoneOrEnded)]
    public void Read_LivesWithALegalEntity_IsCoResident(string role, bool isLegalEntity, TenancyStatus expected) =>
        Assert.Equal(expected, Read([Shared(role, isLegalEntity)])!.Status);

    [Fact]
    public void Read_HomeIsCareProperty_IsCoResidentUnlessActive()
    {
        Assert.Equal(TenancyStatus.InstitutionCoResident, Read([], homes: [Care])!.Status);
        Assert.Equal(TenancyStatus.Active, Read([Sample.Rental()], homes: [Care])!.Status);
        Assert.Equal(TenancyStatus.NoneOrEnded, Read([], homes: [Sample.Unit with { Kind = null }])!.Status);
    }

    [Fact]
    public void Read_Several_ActiveThenCoResidentThenFutureThenNone()
    {
        var future = Sample.Rental(id: "F", runs: Sample.Days(5, 9));
        var ended = Sample.Rental(id: "E", runs: Sample.Days(-9, -5));

        Assert.Equal(TenancyStatus.Active, Read([ended, future, Shared("MBW", true), Sample.Rental()])!.Status);
        Assert.Equal(TenancyStatus.InstitutionCoResident, Read([ended, future, Shared("MBW", true)])!.Status);
        Assert.Equal(TenancyStatus.Future, Read([ended, future])!.Status);
    }

    [Fact]
    public void Read_SeveralActive_TheOneAtTheRequestsAddress()
    {
        var finding = Read([Sample.Rental(id: "A2", unit: Far), Sample.Rental()])!;

        Assert.Equal(Sample.Postal, finding.Home);
        Assert.Equal(["A1", "A2"], finding.AgreementIds);
    }

    [Fact]
    public void Read_SeveralActive_SinceTheOneThatTheHomeIsOn() => Assert.Equal(
        Sample.Today.AddDays(-5),
        Read([Sample.Rental(id: "A2", unit: Far, runs: Sample.Days(-9, 9)), Sample.Rental(runs: Sample.Days(-5, 9))])!.Since);

    [Fact]
    public void Read_ActiveWithoutAUnit_HasNoHome()
    {
        var finding = Read([Sample.Rental() with { Units = [] }])!;

        Assert.Equal((TenancyStatus.Active, null), (finding.Status, finding.Home));
    }

    [Fact]
    public void Read_SeveralActiveNoneAtTheRequestsAddress_HasNoHome() =>
        Assert.Null(Read([Sample.Rental(id: "A2", unit: Far), Sample.Rental(id: "A3", unit: Far)])!.Home);

    [Fact]
    public void Read_OneActiveElsewhere_HasThatHome() => Assert.Equal(Far.Postal, Read([Sample.Rental(unit: Far)])!.Home);

    [Fact]
    public void Read_OneAgreementWithSeveralUnits_TheOneAtTheRequestsAddress() =>
        Assert.Equal(Sample.Postal, Read([Sample.Rental() with { Units = [Far, Sample.Unit] }])!.Home);

    [Theory]
    [InlineData("PAR")]
    [InlineData("REC")]
    public void Read_ParkingPlaceOrRecreationalUnitAlone_Counts(string kind) =>
        Assert.Equal(TenancyStatus.Active, Read([Sample.Rental(unit: Sample.Unit with { Kind = new Coded(kind) })])!.Status);

    [Fact]
    public void Read_LegalEntity_IsSaid() => Assert.Equal(
        TenancyStatus.LegalEntity,
        Tenancies.Read(Sample.Anna with { IsLegalEntity = true }, Sample.Address, [Sample.Rental()], [], Sample.Today)!.Status);

    [Fact]
    public void Read_CodeNotInItsList_IsUnknownWhereItIsRead()
    {
        var odd = new Coded("XXX", Listed: false);
        var rental = Sample.Rental();

        Assert.Null(Read([rental with { Status = odd }]));
        Assert.Null(Read([rental with { Kind = odd }]));
        Assert.Null(
            Read([rental with { Parties = [new AgreementParty("501", false, [new PartyRole(odd, Sample.Since(2015), null)])] }]));
        Assert.Null(Read([rental with { Parties = [With("501", false, new Coded("MBW")), With("7", true, odd)] }]));
        Assert.Null(Read([], homes: [Sample.Unit with { Kind = odd }]));
    }

    [Fact]
    public void Read_WhenTheInstitutionRentsCannotBeRead_IsUnknown()
    {
        var shared = Shared("MBW", isLegalEntity: true);
        var unreadable = new PartyRole(new Coded("HUU"), new Period(null, null) { IsUnreadable = true }, null);

        Assert.Null(Read([shared with { Parties = [shared.Parties[0], shared.Parties[1] with { Roles = [unreadable] }] }]));
    }

    [Fact]
    public void Read_CodeNobodyReads_IsIgnored()
    {
        var odd = new Coded("XXX", Listed: false);
        var rental = Sample.Rental();

        Assert.NotNull(Read([rental with { Kind = new Coded("KOO"), Status = odd }]));
        Assert.NotNull(Read([rental with { Parties = [.. rental.Parties, With("7", false, odd)] }]));
        Assert.NotNull(Read([rental with { Parties = [.. rental.Parties, With("7", true, odd)] }]));
        Assert.NotNull(Read([rental], homes: [Sample.Unit with { Kind = odd }]));
    }

    private static TenancyFinding? Read(IReadOnlyList<Agreement> agreements, IReadOnlyList<RentalUnit>? homes = null) =>
        Tenancies.Read(Sample.Anna, Sample.Address, agreements, homes ?? [], Sample.Today);

    // With somebody else on it, and in these roles.
    private static Agreement Together(params string[] roles) => Sample.Rental() with
    {
        Parties =
        [
            new AgreementParty(
                "501", false, [.. roles.Select(role => new PartyRole(new Coded(role), new Period(null, null), null))]),
            With("502", false, new Coded("HUU")),
        ],
    };

    private static AgreementParty With(string party, bool isLegalEntity, Coded role) =>
        new(party, isLegalEntity, [new PartyRole(role, Sample.Since(2015), null)]);

    private static Agreement WithRole(Period runs) => Sample.Rental() with
    {
        Parties = [new AgreementParty("501", false, [new PartyRole(new Coded("HUU"), runs, null)])],
    };

    private static Agreement Shared(string role, bool isLegalEntity) => Sample.Rental(id: "S", role: role) with
    {
        Parties =
        [
            new AgreementParty("501", false, [new PartyRole(new Coded(role), Sample.Since(2015), null)]),
            new AgreementParty("800", isLegalEntity, [new PartyRole(new Coded("HUU"), Sample.Since(2015), null)]),
        ],
    };
}
