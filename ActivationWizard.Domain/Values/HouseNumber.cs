using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// A house number with the letter and the addition that may follow it. One text holds all three in any of the ways people
/// write them: <c>12</c>, <c>12A</c>, <c>12-A</c>, <c>12 bis</c>, <c>12-A/III</c>. Letter case does not matter.
/// </summary>
[JsonConverter(typeof(ParsedValueConverter<HouseNumber>))]
public sealed partial record HouseNumber : IParsedValue<HouseNumber>
{
    private HouseNumber(int number, string? letter, string? addition)
    {
        Number = number;
        Letter = letter;
        Addition = addition;
    }

    /// <summary>1 to 99999.</summary>
    public int Number { get; }

    /// <summary>One capital, or none.</summary>
    public string? Letter { get; }

    /// <summary>One to six capitals and digits, or none.</summary>
    public string? Addition { get; }

    /// <summary>The three apart, as forms and registers have them; empty is the same as absent.</summary>
    public static bool TryCreate(string? number, string? letter, string? addition, [NotNullWhen(true)] out HouseNumber? value) =>
        TryParse(string.Join('-', new[] { number, letter, addition }.Where(part => !string.IsNullOrWhiteSpace(part))), out value);

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out HouseNumber? value)
    {
        value = null;
        if (text is null || text.Length > 40)
            return false;

        var match = Pattern().Match(text.Trim().ToUpperInvariant());
        if (match.Success)
            value = new HouseNumber(int.Parse(match.Groups["number"].ValueSpan, null), Part(match, "letter"), Part(match, "addition"));
        return value is not null;
    }

    /// <summary>As an envelope has it: <c>12</c>, <c>12 A</c>, <c>12 A-III</c>.</summary>
    public override string ToString()
    {
        var withLetter = Letter is null ? $"{Number}" : $"{Number} {Letter}";
        return Addition is null ? withLetter : $"{withLetter}-{Addition}";
    }

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    [GeneratedRegex(@"\A(?<number>[1-9][0-9]{0,4})([ \-/]*(?<letter>[A-Z])(?![A-Z0-9]))?([ \-/]*(?<addition>[A-Z0-9]{1,6}))?\z")]
    private static partial Regex Pattern();
}
