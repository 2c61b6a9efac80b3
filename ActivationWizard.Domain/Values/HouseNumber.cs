using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// A house number with the letter and the addition that may follow it. One text holds all three in any of the ways people write
/// them: <c>12</c>, <c>12A</c>, <c>12 A</c>, <c>12 bis</c>, <c>12-A/III</c>, <c>t.o. 12</c>; after a hyphen at the end it is the
/// addition. Two are equal when number and what follows it, joined without separators, are: registers have the A of 12A in either
/// field. Letter case does not matter.
/// </summary>
[JsonConverter(typeof(ParsedValueConverter<HouseNumber>))]
public sealed partial record HouseNumber : IParsedValue<HouseNumber>
{
    /// <summary>In characters: number, letter and addition together.</summary>
    public const int LongestText = 40;

    /// <summary>How number, letter and addition may be written in one text, in capitals.</summary>
    public const string Form =
        @"\A(?<number>[1-9][0-9]{0,4})(?![0-9])" +
        @"( *(?<letter>[A-Z])(?![A-Z0-9])|[ \-\/]*(?<letter>[A-Z])(?=[ \-\/.]))?(?<addition>([ \-\/.]*[A-Z0-9]){0,6})\z";

    /// <summary>How an addition apart may be written, in capitals.</summary>
    public const string AdditionForm = @"\A([ \-\/.]*[A-Z0-9]){1,6}[ \-\/.]*\z";

    private const int LongestAddition = 6;
    private const string Separators = " -/.";

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
    public static bool TryCreate(string? number, string? letter, string? addition, [NotNullWhen(true)] out HouseNumber? value)
    {
        var text = string.Join(' ', new[] { number, letter }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (!TryParse(text, out value) || TypedText.Plain(addition) is not { Length: > 0 } plain)
            return value is not null;

        var suffix = plain.ToUpperInvariant();
        value = value.Addition is null && Ascii.IsValid(plain) && AdditionPattern().IsMatch(suffix)
            ? new HouseNumber(value.Number, value.Letter, Joined(suffix))
            : null;
        return value is not null;
    }

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out HouseNumber? value)
    {
        value = null;
        if (text is null || text.Length > LongestText || TypedText.Plain(text) is not { } plain || !Ascii.IsValid(plain))
            return false;

        var capitals = plain.ToUpperInvariant();
        var before = Before().Match(capitals);
        var match = Pattern().Match(capitals[before.Length..]);
        if (!match.Success)
            return false;

        var addition = Joined(match.Groups["addition"].Value) + PlaceOf(before.Groups["place"].Value);
        if (addition.Length <= LongestAddition)
        {
            var letter = match.Groups["letter"] is { Success: true } group ? group.Value : null;
            var number = int.Parse(match.Groups["number"].ValueSpan, null);
            value = new HouseNumber(number, letter, addition.Length is 0 ? null : addition);
        }

        return value is not null;
    }

    /// <inheritdoc />
    public bool Equals(HouseNumber? other) => other is not null && Number == other.Number && Behind == other.Behind;

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Number, Behind);

    /// <summary>
    /// As an envelope has it: <c>12</c>, <c>12 A</c>, <c>12 A-III</c>, and <c>12-A</c> for an addition without a letter.
    /// </summary>
    public override string ToString()
    {
        var withLetter = Letter is null ? $"{Number}" : $"{Number} {Letter}";
        return Addition is null ? withLetter : $"{withLetter}-{Addition}";
    }

    private string Behind => Letter + Addition;

    private static string Joined(string addition) =>
        string.Concat(addition.Where(sign => !Separators.Contains(sign, StringComparison.Ordinal)));

    // Across from a number, beside it, or on the water at it is another address than the number itself.
    private static string PlaceOf(string written) => written.Length is 0 ? "" : written[0] switch
    {
        'T' => "TO",
        'B' => "BIJ",
        _ => "WB",
    };

    [GeneratedRegex(@"\A((HUIS)?(NR|NUMMER|NO)[ .:]*)?((?<place>T[.\/ ]*O|TEGENOVER|BIJ|WOONBOOT|WOONSCHIP|WOONARK|WB)[ .]*)?")]
    private static partial Regex Before();

    [GeneratedRegex(AdditionForm)]
    private static partial Regex AdditionPattern();

    [GeneratedRegex(Form)]
    private static partial Regex Pattern();
}
