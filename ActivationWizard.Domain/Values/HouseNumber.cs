using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace ActivationWizard.Domain.Values;

/// <summary>
/// A house number with the letter and the addition that may follow it. One text holds all three in any of the ways people write
/// them: <c>12</c>, <c>12A</c>, <c>12 A</c>, <c>12 bis</c>, <c>12-A/III</c>; after a hyphen at the end it is the addition. Letter
/// case does not matter.
/// </summary>
[JsonConverter(typeof(ParsedValueConverter<HouseNumber>))]
public sealed partial record HouseNumber : IParsedValue<HouseNumber>
{
    /// <summary>In characters: number, letter and addition together.</summary>
    public const int LongestText = 40;

    /// <summary>How number, letter and addition may be written in one text, in capitals.</summary>
    public const string Form =
        @"\A(?<number>[1-9][0-9]{0,4})(?![0-9])" +
        @"( *(?<letter>[A-Z])(?![A-Z0-9])|[ \-\/]*(?<letter>[A-Z])(?=[ \-\/]))?([ \-\/]*(?<addition>[A-Z0-9]{1,6}))?\z";

    /// <summary>How an addition apart may be written, in capitals.</summary>
    public const string AdditionForm = @"\A[A-Z0-9]{1,6}\z";

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

    /// <summary>
    /// The three apart, as forms and registers have them; empty is the same as absent. A single letter as the addition stays one:
    /// <c>12</c> with addition <c>A</c> is another address than <c>12A</c>.
    /// </summary>
    public static bool TryCreate(string? number, string? letter, string? addition, [NotNullWhen(true)] out HouseNumber? value)
    {
        var text = string.Join(' ', new[] { number, letter }.Where(part => !string.IsNullOrWhiteSpace(part)));
        if (!TryParse(text, out value) || string.IsNullOrWhiteSpace(addition))
            return value is not null;

        var suffix = addition.Trim().ToUpperInvariant();
        value = value.Addition is null && Ascii.IsValid(addition) && Suffix().IsMatch(suffix)
            ? new HouseNumber(value.Number, value.Letter, suffix)
            : null;
        return value is not null;
    }

    /// <inheritdoc />
    public static bool TryParse(string? text, [NotNullWhen(true)] out HouseNumber? value)
    {
        value = null;
        if (text is null || text.Length > LongestText || !Ascii.IsValid(text))
            return false;

        var match = Pattern().Match(text.Trim().ToUpperInvariant());
        if (match.Success)
            value = new HouseNumber(
                int.Parse(match.Groups["number"].ValueSpan, null), Part(match, "letter"), Part(match, "addition"));
        return value is not null;
    }

    /// <summary>
    /// As an envelope has it: <c>12</c>, <c>12 A</c>, <c>12 A-III</c>, and <c>12-A</c> for an addition without a letter.
    /// </summary>
    public override string ToString()
    {
        var withLetter = Letter is null ? $"{Number}" : $"{Number} {Letter}";
        return Addition is null ? withLetter : $"{withLetter}-{Addition}";
    }

    private static string? Part(Match match, string name) => match.Groups[name] is { Success: true } group ? group.Value : null;

    [GeneratedRegex(AdditionForm)]
    private static partial Regex Suffix();

    [GeneratedRegex(Form)]
    private static partial Regex Pattern();
}
