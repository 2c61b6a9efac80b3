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
    public async Task Find_AnotherAddress_IsNotFound() =>
        Assert.Equal(PersonMatch.NotFound, (await FindAsync(Sample.Request with { Address = Sample.Elsewhere })).Match);

    [Fact]
    public async Task Find_AddressKnownNoNameFits_IsNotFound() =>
        Assert.Equal(PersonMatch.NotFound, (await FindAsync(Sample.Request with { Name = "P. Pietersen" })).Match);

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
