namespace ActivationWizard.Integrations;

/// <summary>Where the simulators listen. Known before the host is built, because they are started first.</summary>
public sealed record SandboxAddresses(Uri Umbrella, Uri Viewpoint, Uri Postex, Uri Mailbox);
