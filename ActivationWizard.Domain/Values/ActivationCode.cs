using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Execution;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// The secret that gives access to a tenant's account. It lives as long as the call that hands it on: it cannot be printed or
/// serialised, and what is kept of it is a keyed fingerprint.
/// </summary>
[JsonConverter(typeof(NeverWritten))]
public sealed class ActivationCode
{
    private readonly string _secret;

    private ActivationCode(string secret) => _secret = secret;

    /// <summary>
    /// Null for text that does not match the installation's pattern (guard G3); a line end is not let through by a
    /// pattern's <c>$</c>.
    /// </summary>
    public static ActivationCode? TryCreate(string? text, Regex pattern) =>
        text is { Length: > 0 and <= 64 } && !text.Any(char.IsControl) && pattern.IsMatch(text) ? new ActivationCode(text) : null;

    /// <summary>The code itself: for the letter's one parameter, and for the handling employee in manual mode.</summary>
    public string Reveal() => _secret;

    /// <summary>
    /// Proves that two codes are the same without showing either: HMAC-SHA256 in hexadecimal, 64 characters. The key is the
    /// installation's, because the codes are short enough to be guessed from a plain hash.
    /// </summary>
    public string Fingerprint(ReadOnlySpan<byte> key) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(_secret)));

    /// <summary>Dots, never the code.</summary>
    public override string ToString() => "••••••••";

    private sealed class NeverWritten : JsonConverter<ActivationCode>
    {
        public override ActivationCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("An activation code is never read from JSON.");

        public override void Write(Utf8JsonWriter writer, ActivationCode value, JsonSerializerOptions options) =>
            throw new NotSupportedException("An activation code is never written as JSON.");
    }
}
