using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Systems;

namespace ActivationWizard.Tests.Domain.Facts;

public sealed class TenancyHomeTests
{
    [Fact]
    public void Read_GarageFirstOnTheAgreement_TheLetterGoesToTheDwelling()
    {
        var garage = Sample.Unit with
        {
            Id = "P1",
            Kind = new Coded("PAR"),
            Key = Sample.Elsewhere,
            Postal = Sample.Postal with { Key = Sample.Elsewhere },
        };
        var dwelling = Sample.Unit with
        {
            Id = "W1",
            Kind = new Coded("WOO"),
            Key = null,
            Postal = Sample.Postal with { Street = "Woonstraat" },
        };

        var tenancy = Tenancies.Read(
            Sample.Anna, Sample.Address, [Sample.Rental(unit: garage) with { Units = [garage, dwelling] }], [], Sample.Today);

        Assert.Equal("Woonstraat", tenancy?.Home?.Street);
    }
}
