using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>Plants a mistake over the product's own registrations.</summary>
internal static class Mistakes
{
    /// <summary>Does nothing for <see cref="Mistake.None"/>.</summary>
    public static void Add(IServiceCollection services, Mistake mistake)
    {
        _ = services;
        _ = mistake;
    }
}
