using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox;

namespace ActivationWizard.App.Hosting;

/// <summary>
/// The systems the wizard speaks to, and the simulators that stand in for them in a demonstration: inside the app, or as a
/// process of their own.
/// </summary>
public static class SystemsRegistration
{
    /// <summary>
    /// Adds every system the wizard speaks to. The simulators of a demonstration are started here, or those of another process
    /// found, so that the adapters have their addresses before the host is built; they stop with the host, after everything that
    /// calls them. The result ends them where no host is started; null when none were started here.
    /// </summary>
    public static async Task<IAsyncDisposable?> AddSystemsAsync(
        this WebApplicationBuilder builder, SystemsSettings systems, ISimulators? simulators, Installation installation)
    {
        var (addresses, ends) = installation.IsDemo && simulators is not null
            ? await simulators.AddToAsync(builder)
            : (null, null);
        builder.Services.AddIntegrations(systems, addresses);
        builder.Services.AddMailbox(systems.Mailbox, addresses);
        return ends;
    }
}
