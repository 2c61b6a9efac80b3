using ActivationWizard.App.Intake;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>A request that nothing is wrong with.</summary>
internal static class Requests
{
    public static IntakeFields Fields() => new()
    {
        Channel = Channel.Phone,
        Requester = Requester.Tenant,
        Kind = CodeKind.First,
        Name = "A. Jansen",
        Postcode = "5611 CD",
        HouseNumber = "12",
    };
}
