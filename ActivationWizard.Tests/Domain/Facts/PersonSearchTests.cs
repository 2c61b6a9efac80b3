using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class PersonSearchTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Find_OneOnTheAgreement_IsFound() =>
        Assert.Equal(PersonMatch.Found, (await FindAsync(Sample.Request)).Match);

    [Fact]
    public async Task Find_HomeAddressOnly_IsFound()
    {
        _world.Viewpoint.Agreements.Clear();
        _world.Viewpoint.Units.Clear();

        Assert.Equal(Sample.Anna.Id, (await FindAsync(Sample.Request)).Party!.Id);
    }

    [Fact]
    public async Task Find_AnotherAddress_IsNotFound()
    {
        var found = await FindAsync(Sample.Request with { Address = Sample.Elsewhere });

        Assert.Equal((PersonMatch.NotFound, PersonDoubt.AddressNotKnown), (found.Match, found.Doubt));
    }

    [Fact]
    public async Task Find_AddressKnownNoNameFits_IsNotFound()
    {
        var found = await FindAsync(Sample.Request with { Name = "P. Pietersen" });

        Assert.Equal((PersonMatch.NotFound, PersonDoubt.NobodyOfThatName), (found.Match, found.Doubt));
    }

    [Theory]
    [InlineData("Berg, A. van den", "12")]
    [InlineData("A. van den Burg", "12")]
    [InlineData("A. van den Berg", "12 A")]
    [InlineData("A. van den Berg", "t.o. 12")]
    [InlineData("A. van den Berg", "12-14")]
    public async Task Find_NameOrAddressWrittenDifferently_IsACandidateUntilChosen(string name, string number)
    {
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = [] });
        var request = Sample.Request with { Name = name, Address = Sample.At("5611AB", number) };

        var near = await FindAsync(request);

        Assert.Equal((PersonMatch.Several, PersonDoubt.WrittenDifferently, null), (near.Match, near.Doubt, near.Party));
        var candidate = Assert.Single(near.Candidates);
        Assert.Equal((Sample.Anna.Id, number is "12" ? null : Sample.Address), (candidate.Party.Id, candidate.At));
        var chosen = await FindAsync(request, Sample.Anna.Id);
        Assert.Equal((PersonMatch.Found, Sample.Anna.Id), (chosen.Match, chosen.Party!.Id));
    }

    [Fact]
    public async Task Find_NameAndAddressWrittenDifferently_IsNotFound()
    {
        var found = await FindAsync(Sample.Request with { Name = "A. van den Burg", Address = Sample.At("5611AB", "12 A") });

        Assert.Equal((PersonMatch.NotFound, PersonDoubt.AddressNotKnown), (found.Match, found.Doubt));
    }

    [Fact]
    public async Task Find_OneFitsAndAnotherNearly_IsTheOneThatFits()
    {
        _world.Viewpoint.Parties.Add(
            Sample.Anna with { Id = "502", Code = "R502", Name = new PartyName("Burg", "van den", "A.") });
        _world.Viewpoint.Agreements.Add(Sample.Rental("A2", party: "502"));

        Assert.Equal(Sample.Anna.Id, (await FindAsync(Sample.Request)).Party!.Id);
    }

    [Fact]
    public async Task Find_HomeAtTheSameNumberOnly_IsACandidateAndNeverFound()
    {
        _world.Viewpoint.Agreements.Clear();
        _world.Viewpoint.Units.Clear();
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = [Sample.At("5611AB", "12 A")] });

        var near = await FindAsync(Sample.Request);

        Assert.Equal((PersonMatch.Several, PersonDoubt.WrittenDifferently, null), (near.Match, near.Doubt, near.Party));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Find_NobodyOfThatNameOnAKnownAddress_IsSaid(bool isUnit)
    {
        _world.Viewpoint.Agreements.Clear();
        if (!isUnit)
            _world.Viewpoint.Units.Clear();
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = isUnit ? [] : [Sample.Address] });

        Assert.Equal(PersonDoubt.NobodyOfThatName, (await FindAsync(Sample.Request with { Name = "P. Berg" })).Doubt);
    }

    [Fact]
    public async Task Find_OneFitsAndAnotherIsChosenThatNearlyDoes_IsNotTheChosenOne()
    {
        _world.Viewpoint.Parties.Add(Sample.Anna with { Id = "503", Code = "R503" });
        _world.Viewpoint.Parties.Add(
            Sample.Anna with { Id = "502", Code = "R502", Name = new PartyName("Burg", "van den", "A.") });
        _world.Viewpoint.Agreements.Add(Sample.Rental("A2", party: "502"));

        var found = await FindAsync(Sample.Request, "502");
        Assert.Equal((PersonMatch.Several, null), (found.Match, found.Party));
    }

    [Fact]
    public async Task Find_SeveralAgreementsOfACandidate_TenantSinceTheLast()
    {
        _world.Viewpoint.Parties.Add(Sample.Anna with { Id = "502", Code = "R502" });
        _world.Viewpoint.Agreements.Insert(0, Sample.Rental("A0", "BEE", new Period(new DateOnly(2001, 1, 1), null)));

        Assert.Equal(new DateOnly(2015, 1, 1), (await FindAsync(Sample.Request)).Candidates[0].TenantSince);
    }

    [Theory]
    [InlineData("12 A", "12-A")]
    [InlineData("12-A", "12 A")]
    [InlineData("12-A/III", "12 A-III")]
    public async Task Find_LetterAndAdditionExchanged_IsTheSameAddress(string registered, string asked)
    {
        var unit = Sample.Unit with { Key = Sample.At("5611AB", registered) };
        (_world.Viewpoint.Units[0], _world.Viewpoint.Agreements[0]) = (unit, Sample.Rental(unit: unit));

        Assert.Equal(PersonMatch.Found, (await FindAsync(Sample.Request with { Address = Sample.At("5611AB", asked) })).Match);
    }

    [Fact]
    public async Task Find_ABlockOfFlatsAtTheNumber_IsNotLookedThrough()
    {
        _world.Viewpoint.Units.Clear();
        _world.Viewpoint.Units.AddRange(Enumerable.Range(1, PersonSearch.MostNeighbours + 1)
            .Select(flat => new RentalUnit($"F{flat}", null, Sample.At("5611AB", $"12-{flat}"), null)));
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = [] });

        Assert.Equal(PersonDoubt.AddressNotKnown, (await FindAsync(Sample.Request)).Doubt);
        Assert.DoesNotContain(_world.Calls.Asked, call => call is "agreements-of-unit");
    }

    [Fact]
    public async Task Find_AsManyNeighboursAsAreLookedThrough_OneIsACandidate()
    {
        _world.Viewpoint.Units.Clear();
        _world.Viewpoint.Agreements.Clear();
        var flats = Enumerable.Range(1, PersonSearch.MostNeighbours)
            .Select(flat => new RentalUnit($"F{flat}", null, Sample.At("5611AB", $"12-{flat}"), null)).ToList();
        _world.Viewpoint.Units.AddRange(flats);
        _world.Viewpoint.Agreements.Add(Sample.Rental(unit: flats[3]));
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = [] });

        Assert.Equal(flats[3].Key, Assert.Single((await FindAsync(Sample.Request)).Candidates).At);
        _world.Viewpoint.Units.Add(Sample.Unit);
        _world.Viewpoint.Agreements.Add(Sample.Rental("A2"));
        Assert.Equal(PersonMatch.Found, (await FindAsync(Sample.Request)).Match);
    }

    [Theory]
    [InlineData(1980, 2, 3, PersonMatch.Found)]
    [InlineData(1980, 3, 2, PersonMatch.NotFound)]
    public async Task Find_BirthDateGiven_MustNotDiffer(int year, int month, int day, PersonMatch match) =>
        Assert.Equal(match, (await FindAsync(Sample.Request with { BirthDate = new DateOnly(year, month, day) })).Match);

    [Fact]
    public async Task Find_BirthDateNotRegistered_DoesNotDiffer()
    {
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { BirthDate = null });

        Assert.Equal(PersonMatch.Found, (await FindAsync(Sample.Request with { BirthDate = new DateOnly(1980, 3, 2) })).Match);
    }

    [Theory]
    [InlineData("R501", PersonMatch.Found)]
    [InlineData(" R501 ", PersonMatch.Found)]
    [InlineData("", PersonMatch.Found)]
    [InlineData("R502", PersonMatch.NotFound)]
    public async Task Find_PartyCodeGiven_MustNotDiffer(string code, PersonMatch match) =>
        Assert.Equal(match, (await FindAsync(Sample.Request with { PartyCode = code })).Match);

    [Fact]
    public async Task Find_Deceased_IsSaid()
    {
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { IsDeceased = true });

        Assert.Equal(PersonMatch.Deceased, (await FindAsync(Sample.Request)).Match);
    }

    [Fact]
    public async Task Find_Several_AreCandidatesUntilOneIsChosen()
    {
        var other = Sample.Anna with { Id = "502", Code = "R502" };
        _world.Viewpoint.Parties.Add(other);

        var several = await FindAsync(Sample.Request);
        Assert.Equal((PersonMatch.Several, null), (several.Match, several.Party));
        Assert.Equal(
            [("501", new DateOnly(2015, 1, 1)), ("502", null)],
            several.Candidates.Select(one => (one.Party.Id, one.TenantSince)));

        Assert.Equal("502", (await FindAsync(Sample.Request, "502")).Party!.Id);
        Assert.Equal(PersonMatch.Several, (await FindAsync(Sample.Request, "999")).Match);
    }

    [Theory]
    [InlineData("units")]
    [InlineData("agreements-of-unit")]
    [InlineData("party")]
    [InlineData("parties")]
    public async Task Find_AnyQuestionNotAnswered_IsSilence(string call)
    {
        _world.Calls.Plan(call, new Mishap.Silent(FailureReason.Nonsense));

        var reply = await new PersonSearch(_world.Viewpoint).FindAsync(
            Sample.Request, null, TestContext.Current.CancellationToken);
        Assert.Equal(FailureReason.Nonsense, Assert.IsType<Reply<PersonFinding>.NotAnswered>(reply).Why);
    }

    private async Task<PersonFinding> FindAsync(ActivationRequest request, string? chosen = null) =>
        Assert.IsType<Reply<PersonFinding>.Answered>(
            await new PersonSearch(_world.Viewpoint).FindAsync(request, chosen, TestContext.Current.CancellationToken)).Value;
}
