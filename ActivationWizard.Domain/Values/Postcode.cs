using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>A Dutch postcode, kept as <c>1234AB</c>; spaces and letter case of the input do not matter.</summary>
[JsonConverter(typeof(ParsedValueConverter<Postcode>))]
public sealed partial record Postcode : IParsedValue<Postcode>
{
    private readonly string _text;

    private Postcode(string text) => _text = text;

    /// <summary>As an envelope has it: <c>1234 AB</c>.</summary>
    public string Spaced => $"{_text[..4]} {_text[4..]}";

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out Postcode? value)
    {
        value = null;
        if (text is null || text.Length > 20 || !Ascii.IsValid(text))
            return false;

        var compact = text.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        if (Pattern().IsMatch(compact))
            value = new Postcode(compact);
        return value is not null;
    }

    /// <summary>As registers have it: <c>1234AB</c>.</summary>
    public override string ToString() => _text;

    [GeneratedRegex(@"\A[1-9][0-9]{3}[A-Z]{2}\z")]
    private static partial Regex Pattern();
}
