using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>What of people cannot be read: who is found is unknown where something rests on it.</summary>
public sealed class PersonDoubtTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(PartyParts.Id, false)]
    [InlineData(PartyParts.Kind, false)]
    [InlineData(PartyParts.Name, false)]
    [InlineData(PartyParts.Death, false)]
    [InlineData(PartyParts.BirthDate, true)]
    [InlineData(PartyParts.Code, true)]
    [InlineData(PartyParts.Homes, true)]
    public async Task Find_PartOfThePersonUnreadable_IsUnknownWhenItIsNeeded(PartyParts part, bool isKnown)
    {
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { Unreadable = part });

        Assert.Equal(isKnown, await FindAsync(Sample.Request) is not null);
        Assert.Equal(
            isKnown && part is not PartyParts.BirthDate,
            await FindAsync(Sample.Request with { BirthDate = Sample.Anna.BirthDate }) is not null);
        Assert.Equal(
            isKnown && part is not PartyParts.Code,
            await FindAsync(Sample.Request with { PartyCode = Sample.Anna.Code }) is not null);
    }

    [Theory]
    [InlineData(PartyParts.Name, false)]
    [InlineData(PartyParts.Id, false)]
    [InlineData(PartyParts.Death, true)]
    public async Task Find_PartOfACandidateUnreadable_DeathIsAskedOfTheChosenOneOnly(PartyParts part, bool isKnown)
    {
        _world.Viewpoint.Parties.Add(Sample.Anna with { Id = "502", Code = "R502", Unreadable = part });

        Assert.Equal(isKnown, await FindAsync(Sample.Request) is { Match: PersonMatch.Several });
        Assert.NotNull(await FindAsync(Sample.Request, "501"));
        Assert.Null(await FindAsync(Sample.Request, "502"));
    }

    [Theory]
    [InlineData(PartyParts.Name, false)]
    [InlineData(PartyParts.Kind, false)]
    [InlineData(PartyParts.Death, true)]
    public async Task Find_SomebodyElseThereUnreadable_MattersUntilOneIsChosen(PartyParts part, bool isKnown)
    {
        _world.Viewpoint.Parties.Add(
            Sample.Anna with { Id = "502", Code = "R502", Name = new PartyName("Smit"), Unreadable = part });
        _world.Viewpoint.Agreements.Add(Sample.Rental("A2", party: "502"));

        Assert.Equal(isKnown, await FindAsync(Sample.Request) is not null);
        Assert.Equal("501", (await FindAsync(Sample.Request, "501"))!.Party!.Id);
    }

    [Fact]
    public async Task Find_WhoPerhapsLivesThere_IsUnknown()
    {
        _world.Viewpoint.Agreements.Clear();
        _world.Viewpoint.Change(Sample.Anna, Sample.Anna with { HomeAddresses = [], PossibleHomes = [Sample.Address] });

        Assert.Null(await FindAsync(Sample.Request));
    }

    [Fact]
    public async Task Find_PartiesOfAnAgreementUnreadable_IsUnknownOnTheAddressItself()
    {
        _world.Viewpoint.Units.Add(Sample.Unit with { Id = "U9" });
        _world.Viewpoint.Agreements.Add(Sample.Rental("A2") with { HasUnreadableParties = true });
        var besides = Sample.Request with { Address = Sample.At("5611AB", "12 A") };

        Assert.Null(await FindAsync(Sample.Request));
        Assert.NotNull(await FindAsync(besides));
    }

    private async Task<PersonFinding?> FindAsync(ActivationRequest request, string? chosen = null) =>
        await new PersonSearch(_world.Viewpoint).FindAsync(request, chosen, TestContext.Current.CancellationToken)
            is Reply<PersonFinding>.Answered answered ? answered.Value : null;
}
