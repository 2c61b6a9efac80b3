namespace ActivationWizard.Integrations;

/// <summary>
/// Where the simulators listen, and by what they let somebody in: a real key is never shown to them. Known before the host is
/// built, because they are started first.
/// </summary>
public sealed record SandboxAddresses(Uri Umbrella, Uri Viewpoint, Uri Postex, Uri Mailbox)
{
    /// <summary>By what they let somebody in.</summary>
    public required SandboxKeys Keys { get; init; }
}

/// <summary>The keys of simulators, which anybody may know.</summary>
public sealed record SandboxKeys(
    string Umbrella, string Viewpoint, string PostexToken, string PostexGenerator, string MailboxClient, string MailboxSecret);
