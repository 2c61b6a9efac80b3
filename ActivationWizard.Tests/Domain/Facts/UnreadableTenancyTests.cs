using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>What of agreements and units cannot be read is unknown where something rests on it, and nothing elsewhere.</summary>
public sealed class UnreadableTenancyTests
{
    private static readonly Coded Odd = new("XXX", Listed: false);
    private static readonly Period Days = new(null, null) { IsUnreadable = true };
    private static readonly RentalUnit Far = Sample.Unit with { Id = "U2", Key = Sample.Elsewhere };
    private static readonly RentalUnit Nowhere = Sample.Unit with { Id = "U3", Key = null, HasUnreadableAddress = true };

    [Theory]
    [InlineData("HUU", false)]
    [InlineData("MDH", false)]
    [InlineData("MBW", false)]
    [InlineData("BEW", false)]
    [InlineData("WON", true)]
    public void Read_OwnRoleWhoseDaysCannotBeRead_IsUnknownWhereItIsAsked(string role, bool isKnown)
    {
        var unreadable = new PartyRole(new Coded(role), Days, null);

        Assert.Equal(isKnown, Read(Of(new AgreementParty("501", false, [unreadable]))) is not null);
        Assert.Equal(isKnown, Read(Of(new AgreementParty("501", false, [Role("HUU"), unreadable]))) is not null);
        Assert.Equal(
            isKnown,
            Read(Of(Sample.Rental().Parties[0], new AgreementParty("501", false, [unreadable]))) is not null);
    }

    [Fact]
    public void Read_MorePartiesThanCanBeRead_MattersToWhoIsNotAmongThem()
    {
        var rental = Sample.Rental() with { HasUnreadableParties = true };

        Assert.NotNull(Read(rental));
        Assert.Null(Read(rental with { Parties = [] }));
        Assert.NotNull(Read(rental with { Parties = [], HasUnreadableParties = false }));
    }

    [Fact]
    public void Read_WhoElseLivesThereCannotBeRead_IsUnknownWhenItMayBeAnInstitution()
    {
        var own = new AgreementParty("501", false, [Role("MBW")]);

        Assert.Null(Read(Of(own, new AgreementParty("800", false, [Role("HUU")]) { IsUnreadable = true })));
        Assert.Null(Read(Of(own) with { HasUnreadableParties = true }));
        Assert.Null(Read(Of(own, new AgreementParty("800", true, [Role("WON")]) { HasUnreadableRoles = true })));
        Assert.Equal(
            TenancyStatus.NoneOrEnded, Read(Of(own, new AgreementParty("800", true, [Role("WON")])))!.Status);
        Assert.Equal(
            TenancyStatus.NoneOrEnded,
            Read(Of(own, new AgreementParty("800", false, [new PartyRole(Odd, Days, null)])))!.Status);
    }

    [Fact]
    public void Read_WhereSomebodyLivesCannotBeRead_IsUnknownForWhoRentsNothing()
    {
        var may = Sample.Anna with { PossibleHomes = [Sample.Elsewhere] };
        var any = Sample.Anna with { Unreadable = PartyParts.Homes };

        Assert.Null(Tenancies.Read(may, Sample.Address, [], [], Sample.Today));
        Assert.Null(Tenancies.Read(any, Sample.Address, [], [], Sample.Today));
        Assert.NotNull(Tenancies.Read(any, Sample.Address, [Sample.Rental()], [], Sample.Today));
    }

    [Fact]
    public void Read_IdOfAnAgreement_IsMissedInWhatIsLookedUpByIt()
    {
        var finding = Read(Sample.Rental(), Sample.Rental(id: ""))!;

        Assert.Equal((true, "A1"), (finding.HasUnreadableAgreements, Assert.Single(finding.AgreementIds)));
        Assert.False(Read(Sample.Rental())!.HasUnreadableAgreements);
    }

    [Fact]
    public void Read_AddressOfTheHome_IsUnknownWhenItOrAnotherUnitMayBeIt()
    {
        Assert.True(Unreadable(Sample.Rental(unit: Sample.Unit with { HasUnreadableAddress = true })));
        Assert.True(Unreadable(Sample.Rental(unit: Far) with { HasUnreadableUnits = true }));
        Assert.True(Unreadable(Sample.Rental(unit: Far), Sample.Rental(id: "A2", unit: Far) with { HasUnreadableUnits = true }));
        Assert.True(Unreadable(Sample.Rental() with { Units = [Far, Nowhere] }));
        Assert.True(Unreadable(Sample.Rental() with { Units = [Far, Far with { Id = "U4", Kind = Odd }] }));
    }

    [Fact]
    public void Read_AddressOfTheHome_IsKnownWhereNothingElseMayBeIt()
    {
        Assert.False(Unreadable(Sample.Rental()));
        Assert.False(Unreadable(Sample.Rental() with { Units = [Sample.Unit, Nowhere] }));
        Assert.False(Unreadable(Sample.Rental(), Sample.Rental(id: "A2", unit: Far) with { HasUnreadableUnits = true }));
        Assert.False(Unreadable(Sample.Rental(unit: Far with { Kind = Odd })));
        Assert.False(Unreadable(Sample.Rental() with { Units = [Far, Far with { Id = "U4" }] }));
    }

    private static bool Unreadable(params Agreement[] agreements) => Read(agreements)!.HasUnreadableHome;

    private static TenancyFinding? Read(params Agreement[] agreements) =>
        Tenancies.Read(Sample.Anna, Sample.Address, agreements, [], Sample.Today);

    private static Agreement Of(params AgreementParty[] parties) => Sample.Rental() with { Parties = parties };

    private static PartyRole Role(string kind) => new(new Coded(kind), Sample.Since(2015), null);
}
