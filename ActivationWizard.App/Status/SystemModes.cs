using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations;
using ActivationWizard.Integrations.Mailbox;
using ActivationWizard.Integrations.Postex;
using ActivationWizard.Integrations.Umbrella;
using ActivationWizard.Integrations.Viewpoint;
using Microsoft.Extensions.Options;

namespace ActivationWizard.App.Status;

/// <summary>How the installation works with each system: over HTTP, with the simulator, or by hand.</summary>
public sealed class SystemModes(
    IOptions<UmbrellaOptions> umbrella, IOptions<ViewpointOptions> viewpoint, IOptions<PostexOptions> postex,
    IOptions<MailboxOptions> mailbox)
{
    /// <summary>The mode of one system, which the start has checked.</summary>
    public SystemMode Of(ForeignSystem system) => system switch
    {
        ForeignSystem.Umbrella => umbrella.Value.Mode,
        ForeignSystem.Viewpoint => viewpoint.Value.Mode,
        ForeignSystem.Postex => postex.Value.Mode,
        _ => mailbox.Value.Mode switch
        {
            MailboxMode.Manual => SystemMode.Manual,
            MailboxMode.Smtp or MailboxMode.Graph => SystemMode.Http,
            _ => SystemMode.Sandbox,
        },
    };
}
