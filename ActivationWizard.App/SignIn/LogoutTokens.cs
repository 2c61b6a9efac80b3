using System.Text.Json;
using ActivationWizard.App.Journal.Sessions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace ActivationWizard.App.SignIn;

/// <summary>Reads the logout tokens of OpenID Connect Back-Channel Logout 1.0.</summary>
public sealed class LogoutTokens(IdentityProviderCalls provider, TimeProvider time)
{
    /// <summary>For so long a logout token can be delivered, and for so long the two clocks may differ.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private const string Event = "http://schemas.openid.net/event/backchannel-logout";
    private const int LongestToken = 16 * 1024;
    private const int LongestId = 255;

    /// <summary>
    /// What the token asks; null for one that is not of the provider, not for us, not of now, or no logout token. Whether it was
    /// taken before is another matter.
    /// </summary>
    public async Task<ProviderLogout?> ReadAsync(string? token)
    {
        if (token is not { Length: > 0 and <= LongestToken }
            || await provider.CheckAsync(token) is not { ValueKind: JsonValueKind.Object } claims || !HasRightType(token))
            return null;
        var (person, session) = (ClaimPath.Text(claims, "sub"), ClaimPath.Text(claims, "sid"));
        return IsOfNow(claims) && IsLogout(claims) && !claims.TryGetProperty("nonce", out _)
            && (person ?? session) is not null && Fits(person) && Fits(session)
            && ClaimPath.Text(claims, "jti") is { Length: <= LongestId } id
                ? new(id, person, session)
                : null;
    }

    // Providers of before the type was given it leave it out or say JWT; any other kind of token says what it is.
    private static bool HasRightType(string token) => new JsonWebToken(token).Typ is null or "" or "JWT" or "logout+jwt";

    private static bool Fits(string? id) => id is null or { Length: <= LongestId };

    private static bool IsLogout(JsonElement claims) =>
        claims.TryGetProperty("events", out var events) && events.ValueKind is JsonValueKind.Object
        && events.TryGetProperty(Event, out var logout) && logout.ValueKind is JsonValueKind.Object;

    private bool IsOfNow(JsonElement claims) =>
        claims.TryGetProperty("iat", out var issued) && issued.ValueKind is JsonValueKind.Number
        && issued.TryGetDouble(out var seconds)
        && Math.Abs(time.GetUtcNow().ToUnixTimeSeconds() - seconds) <= Patience.TotalSeconds;
}
