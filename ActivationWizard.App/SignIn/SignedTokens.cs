using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Takes signed tokens only. The framework lets a token that comes straight from the provider be unsigned (OpenID Connect Core,
/// 3.1.3.7), and then whoever stands between the two can be anybody.
/// </summary>
internal sealed class SignedTokens : JsonWebTokenHandler
{
    // By a key of the provider's own: what is signed by a shared secret could come from whoever has read our settings.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    public SignedTokens() => MapInboundClaims = false;

    /// <inheritdoc/>
    public override Task<TokenValidationResult> ValidateTokenAsync(
        string token, TokenValidationParameters validationParameters)
    {
        validationParameters.RequireSignedTokens = true;
        validationParameters.ValidAlgorithms = Algorithms;
        return base.ValidateTokenAsync(token, validationParameters);
    }
}
