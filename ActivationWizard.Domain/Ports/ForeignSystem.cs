namespace ActivationWizard.Domain.Ports;

/// <summary>The systems the wizard speaks to.</summary>
public enum ForeignSystem
{
    Umbrella,
    Viewpoint,
    Postex,
    Mailbox,
}
