using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace ActivationWizard.App.SignIn;

/// <summary>What the identity provider gave at a sign-in to ask it again by. A secret.</summary>
/// <param name="RefreshToken">Gives new tokens; null where the provider gave none.</param>
/// <param name="AccessToken">Asks userinfo; null where the provider gave none.</param>
/// <param name="AccessUntil">Until when that is good; null when the provider did not say.</param>
/// <param name="IsByUserinfo">The roles were in userinfo, and not in the identity token.</param>
public sealed record SessionGrant(string? RefreshToken, string? AccessToken, DateTimeOffset? AccessUntil, bool IsByUserinfo)
{
    /// <summary>What came with an answer of the token endpoint, and what is left of what came before.</summary>
    public static SessionGrant Of(OpenIdConnectMessage answer, DateTimeOffset now, SessionGrant? before) => new(
        Given(answer.RefreshToken) ?? before?.RefreshToken,
        Given(answer.AccessToken),
        int.TryParse(answer.ExpiresIn, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? now.AddSeconds(seconds)
            : null,
        before?.IsByUserinfo ?? false);

    private static string? Given(string? token) => string.IsNullOrEmpty(token) ? null : token;
}

/// <summary>Seals a <see cref="SessionGrant"/> for the database, by the keys of cookies, which the master key seals.</summary>
public sealed class SessionGrants(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("grant of a session");

    /// <summary>The grant as a text that says nothing.</summary>
    public string Seal(SessionGrant grant) => _seal.Protect(JsonSerializer.Serialize(grant));

    /// <summary>The grant; null for none, and for a text that was not sealed here.</summary>
    public SessionGrant? Open(string? sealedGrant)
    {
        try
        {
            return sealedGrant is null ? null : JsonSerializer.Deserialize<SessionGrant>(_seal.Unprotect(sealedGrant));
        }
        catch (Exception cause) when (cause is CryptographicException or JsonException)
        {
            return null;
        }
    }
}
