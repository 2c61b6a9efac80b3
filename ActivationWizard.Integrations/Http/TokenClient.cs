namespace ActivationWizard.Integrations.Http;

/// <summary>Who asks for OAuth2 tokens, where, and for what.</summary>
/// <param name="Address">Absolute.</param>
/// <param name="Id">The client's id.</param>
/// <param name="Secret">The client's secret; never logged.</param>
/// <param name="Scope">Apart by spaces; empty asks for none.</param>
/// <param name="SecretGoes">Where that server looks for the secret.</param>
/// <param name="Patience">How long one request for a token may take, its body included.</param>
internal sealed record TokenClient(
    string Address, string Id, string Secret, string Scope, SecretPlace SecretGoes, TimeSpan Patience)
{
    /// <summary>Signs what proves who asks, instead of the secret (RFC 7523); null for a client with a secret.</summary>
    public ClientAssertion? Assertion { get; init; }
}

/// <summary>Where a client shows its secret (RFC 6749, 2.3.1).</summary>
internal enum SecretPlace
{
    /// <summary>HTTP Basic.</summary>
    Header,

    /// <summary>Fields <c>client_id</c> and <c>client_secret</c> of the form.</summary>
    Form,
}
