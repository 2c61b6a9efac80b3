using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// An e-mail address as it was registered: trimmed, its domain as A-label. Two addresses are equal when they differ
/// in letter case only; plus signs and dots are not folded, because a different mailbox may be behind them.
/// </summary>
[JsonConverter(typeof(ParsedValueConverter<EmailAddress>))]
public sealed class EmailAddress : IParsedValue<EmailAddress>, IEquatable<EmailAddress>
{
    /// <summary>Longest address that RFC 5321 lets through, in characters.</summary>
    public const int MaximumLength = 254;

    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };
    private readonly string _text;

    private EmailAddress(string text) => _text = text;

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out EmailAddress? value)
    {
        value = null;
        var trimmed = text?.Trim();
        if (trimmed is null || trimmed.Length is 0 or > MaximumLength || trimmed.Any(IsForbidden))
            return false;

        var at = trimmed.IndexOf('@', StringComparison.Ordinal);
        if (at is < 1 or > 64 || at != trimmed.LastIndexOf('@') || !TryAscii(trimmed[(at + 1)..], out var domain))
            return false;

        var address = $"{trimmed[..at]}@{domain}";
        value = address.Length > MaximumLength ? null : new EmailAddress(address);
        return value is not null;
    }

    /// <summary>The address as it is sent to: the local part as registered, the domain as A-label.</summary>
    public override string ToString() => _text;

    /// <inheritdoc />
    public bool Equals(EmailAddress? other) => string.Equals(_text, other?._text, StringComparison.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as EmailAddress);

    /// <inheritdoc />
    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_text);

    private static bool IsForbidden(char c) =>
        char.IsWhiteSpace(c) || c is '<' or '>' or '"' || char.GetUnicodeCategory(c)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

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

        return ascii.Contains('.', StringComparison.Ordinal) && !ascii.EndsWith('.');
    }
}
