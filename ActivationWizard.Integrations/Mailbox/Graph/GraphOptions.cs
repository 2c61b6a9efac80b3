using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>How a mailbox of Microsoft 365 is reached over Graph; <see cref="GraphSettings"/> declares what can be set.</summary>
public sealed record GraphOptions : SystemOptions
{
    /// <summary>The mailbox's address.</summary>
    public string Mailbox { get; init; } = "";

    /// <summary>Where tokens are asked.</summary>
    public string TokenAddress { get; init; } = "";

    /// <summary>The app's id in Entra ID. Empty when it was not set.</summary>
    public string ClientId { get; init; } = "";

    /// <summary>A secret. Empty for an app with a certificate.</summary>
    public string ClientSecret { get; init; } = "";

    /// <summary>PEM file of the app's certificate and its private key. Empty for an app with a secret.</summary>
    public string Certificate { get; init; } = "";

    /// <summary>What a token is asked for.</summary>
    public string Scope { get; init; } = "";
}
