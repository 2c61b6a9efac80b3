using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>A Dutch postcode, kept as <c>1234AB</c>; spaces of any sort and letter case of the input do not matter.</summary>
[JsonConverter(typeof(ParsedValueConverter<Postcode>))]
public sealed partial record Postcode : IParsedValue<Postcode>
{
    /// <summary>In characters, spaces included.</summary>
    public const int LongestText = 20;

    /// <summary>How it may be written, in capitals: spaces are allowed between any two signs.</summary>
    public const string Form = @"\A *[1-9]( *[0-9]){3}( *[A-Z]){2} *\z";

    private readonly string _text;

    private Postcode(string text) => _text = text;

    /// <summary>As an envelope has it: <c>1234 AB</c>.</summary>
    public string Spaced => $"{_text[..4]} {_text[4..]}";

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out Postcode? value)
    {
        value = null;
        if (text is null || text.Length > LongestText || TypedText.Plain(text) is not { } plain || !Ascii.IsValid(plain))
            return false;

        var capitals = plain.ToUpperInvariant();
        if (Pattern().IsMatch(capitals))
            value = new Postcode(capitals.Replace(" ", "", StringComparison.Ordinal));
        return value is not null;
    }

    /// <summary>As registers have it: <c>1234AB</c>.</summary>
    public override string ToString() => _text;

    [GeneratedRegex(Form)]
    private static partial Regex Pattern();
}
