using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain;

/// <summary>A reply names the tenant to the tenant only.</summary>
public sealed class AddresseeTests
{
    private readonly World _world = new();

    [Fact]
    public async Task Compose_TenantAtAKnownAddress_IsNamed()
    {
        _world.Viewpoint.Agreements.Clear();

        Assert.Equal("A. van den Berg", await AddressedAsync(Sample.Request));
    }

    [Fact]
    public async Task Compose_TenantAtAnUnknownAddress_IsNotNamed()
    {
        _world.Viewpoint.Agreements.Clear();

        Assert.Equal("", await AddressedAsync(Sample.Request with { Email = Sample.Other }));
    }

    [Fact]
    public async Task Compose_TenantWhoIsRefusedByHand_IsNotNamed()
    {
        var proposed = await _world.TakenAsync(Sample.Request);

        var refused = await _world.AnsweredAsync(proposed.Number, new RefuseInstead("Belt zelf terug."));

        Assert.Equal("", Name(refused));
    }

    [Theory]
    [InlineData(Requester.SomebodyElse, "Dhr. G. Wakker", "G. Wakker")]
    [InlineData(Requester.SomebodyElse, null, "")]
    [InlineData(Requester.CourtAdministrator, "M. de Wit", "M. de Wit")]
    [InlineData(Requester.CourtAdministrator, null, "")]
    public async Task Compose_SomebodyElse_IsNamedByTheirOwnNameOrNotAtAll(Requester requester, string? own, string addressed)
    {
        _world.UnderBewind().Viewpoint.Agreements.Clear();

        Assert.Equal(addressed, await AddressedAsync(Sample.Request with { Requester = requester, RequesterName = own }));
    }

    [Theory]
    [InlineData("A. van den Berg")]
    [InlineData("mevrouw a van den berg")]
    [InlineData("Anna van den Berg")]
    [InlineData("P. van den Berg")]
    public async Task Compose_SomebodyElseUnderTheTenantsName_IsNotNamed(string own)
    {
        _world.Viewpoint.Agreements.Clear();

        Assert.Equal("", await AddressedAsync(
            Sample.Request with { Requester = Requester.SomebodyElse, RequesterName = own }));
    }

    private async Task<string> AddressedAsync(ActivationRequest request) =>
        Name(await _world.TakenAsync(request with { Email = request.Email ?? Sample.Other }));

    // As the fake mailbox writes it.
    private static string Name(ActivationCase composed) =>
        Assert.IsType<ReplyComposed>(composed.Composed).Text.Body.Split(',')[0]["Beste ".Length..];
}
