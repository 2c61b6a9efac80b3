using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// What a client with a certificate shows instead of a secret (RFC 7523): a token that it signs itself, for this address only and
/// for ten minutes.
/// </summary>
/// <param name="certificate">With its private key, RSA.</param>
/// <param name="client">The client's id.</param>
/// <param name="address">Where the token is asked.</param>
internal sealed class ClientAssertion(X509Certificate2 certificate, string client, string address)
{
    public const string Type = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A new one at each call: none can be shown twice.</summary>
    public string Sign(DateTimeOffset now)
    {
        var header = new Dictionary<string, string>
        {
            ["alg"] = "PS256",
            ["typ"] = "JWT",
            ["x5t#S256"] = Base64Url.EncodeToString(SHA256.HashData(certificate.RawData)),
        };
        var claims = new Dictionary<string, object>
        {
            ["aud"] = address,
            ["iss"] = client,
            ["sub"] = client,
            ["jti"] = Guid.NewGuid().ToString(),
            ["nbf"] = now.ToUnixTimeSeconds(),
            ["exp"] = (now + Lifetime).ToUnixTimeSeconds(),
        };
        var signed = $"{Written(header)}.{Written(claims)}";
        using var key = certificate.GetRSAPrivateKey()
            ?? throw new InvalidOperationException("The certificate has no RSA key, which its setting was read for.");
        var signature = key.SignData(
            System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, RSASignaturePadding.Pss);
        return $"{signed}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Written<T>(T part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
