using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// An e-mail address as it was registered: trimmed, its domain as A-label. Two addresses are equal when they differ in letter
/// case only, a domain's U-label and A-label being one. Plus signs and dots are not folded and gmail.com is not googlemail.com,
/// because a different mailbox may be behind them.
/// </summary>
[JsonConverter(typeof(KeptAddressConverter))]
public sealed class EmailAddress : IParsedValue<EmailAddress>, IEquatable<EmailAddress>
{
    /// <summary>Longest address that RFC 5321 lets through, in characters.</summary>
    public const int MaximumLength = 254;

    private const string AtomSigns = "!#$%&'*+-/=?^_`{|}~";

    // Pasted along at an end, and not seen: zero-width spaces and joiners, a soft hyphen, marks that say which way to read but
    // turn nothing round.
    private static readonly char[] Unseen = ['\u00AD', '\u200B', '\u200C', '\u200D', '\u200E', '\u200F', '\u2060', '\uFEFF'];
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private readonly string _text;

    private EmailAddress(string text) => _text = text;

    /// <summary>
    /// False for what no mail can be sent to as it stands: a display name, <c>mailto:</c>, a comment, a quoted local part, two
    /// addresses, a dot in a wrong place.
    /// </summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? value)
    {
        value = Kept(Trimmed(text)) is { } kept && IsDotAtom(kept._text[..kept._text.LastIndexOf('@')]) ? kept : null;
        return value is not null;
    }

    /// <summary>The text without what was pasted along at its ends; empty for null.</summary>
    public static string Trimmed(string? text)
    {
        var trimmed = text.AsSpan();
        while (trimmed.Length > 0 && IsPastedAlong(trimmed[0]))
            trimmed = trimmed[1..];
        while (trimmed.Length > 0 && IsPastedAlong(trimmed[^1]))
            trimmed = trimmed[..^1];
        return trimmed.ToString();
    }

    private static bool IsPastedAlong(char sign) => char.IsWhiteSpace(sign) || Unseen.Contains(sign);

    /// <summary>The domain, as A-label.</summary>
    public string Domain => _text[(_text.LastIndexOf('@') + 1)..];

    /// <summary>The address as it is sent to: the local part as registered, the domain as A-label.</summary>
    public override string ToString() => _text;

    /// <inheritdoc />
    public bool Equals(EmailAddress? other) => string.Equals(_text, other?._text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_text);

    // What earlier versions took and a journal may hold: no white space and no quotes, one @, a domain.
    private static EmailAddress? Kept(string? text)
    {
        if (text is null || text.Length is 0 or > MaximumLength || text.Any(IsForbidden))
            return null;

        var at = text.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || at != text.LastIndexOf('@') || !TryAscii(text[(at + 1)..], out var domain))
            return null;

        var address = $"{text[..at]}@{domain}";
        return address.Length > MaximumLength ? null : new EmailAddress(address);
    }

    private static bool IsForbidden(char c) =>
        char.IsWhiteSpace(c) || c is '<' or '>' or '"' || char.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // RFC 5322 and, for what is not ASCII, 6532.
    private static bool IsDotAtom(string local) => local.Split('.').All(atom => atom.Length > 0 && atom.All(IsAtomSign));

    private static bool IsAtomSign(char sign) =>
        char.IsAscii(sign) ? char.IsAsciiLetterOrDigit(sign) || AtomSigns.Contains(sign, StringComparison.Ordinal)
        : char.IsLetterOrDigit(sign)
        || char.GetUnicodeCategory(sign) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool TryAscii(string domain, out string ascii)
    {
        try
        {
            ascii = Idn.GetAscii(domain);
        }
        catch (ArgumentException)
        {
            ascii = "";
        }

        var last = ascii[(ascii.LastIndexOf('.') + 1)..];
        return last.Length > 0 && last.Length < ascii.Length && !last.All(char.IsAsciiDigit);
    }

    // A journal is read by the rules it was written by.
    private sealed class KeptAddressConverter : JsonConverter<EmailAddress>
    {
        public override EmailAddress Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Kept(reader.GetString()) ?? throw new JsonException($"Not a valid {nameof(EmailAddress)}.");

        public override void Write(Utf8JsonWriter writer, EmailAddress value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
