using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace ActivationWizard.Tests.Kit.App;

/// <summary>A token of an identity provider before it is signed, which a test can make wrong in any way.</summary>
public sealed class TokenDraft(RSA key)
{
    public Dictionary<string, object?> Header { get; } = new() { ["alg"] = "RS256", ["typ"] = "JWT", ["kid"] = "1" };

    public Dictionary<string, object?> Claims { get; } = [];

    /// <summary>Header and claims, without a signature.</summary>
    public string AsUnsigned => $"{Part(Header)}.{Part(Claims)}";

    /// <summary>As the provider signs it.</summary>
    public string AsSigned() => SignedBy(key);

    /// <summary>As somebody with another key signs it.</summary>
    public string SignedBy(RSA other, RSASignaturePadding? padding = null)
    {
        var signature = other.SignData(
            Encoding.ASCII.GetBytes(AsUnsigned), HashAlgorithmName.SHA256, padding ?? RSASignaturePadding.Pkcs1);
        return $"{AsUnsigned}.{Base64UrlEncoder.Encode(signature)}";
    }

    /// <summary>As somebody who has a shared secret signs it.</summary>
    public string SignedBy(byte[] secret) =>
        $"{AsUnsigned}.{Base64UrlEncoder.Encode(HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(AsUnsigned)))}";

    /// <summary>The draft with a claim changed, or without it where the value is null.</summary>
    public TokenDraft With(string claim, object? value) => Set(Claims, claim, value);

    /// <summary>The same for the header.</summary>
    public TokenDraft WithHeader(string name, object? value) => Set(Header, name, value);

    /// <summary>Something as a part of a token.</summary>
    public static string Part(object value) => Base64UrlEncoder.Encode(JsonSerializer.SerializeToUtf8Bytes(value));

    private TokenDraft Set(Dictionary<string, object?> part, string name, object? value)
    {
        if (value is null)
            part.Remove(name);
        else
            part[name] = value;
        return this;
    }
}
