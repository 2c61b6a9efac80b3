using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>The one address in a text: the only postcode, and the house number that stands with it.</summary>
internal sealed partial record AddressGuess(Postcode? Postcode, HouseNumber? HouseNumber)
{
    // A street, its number, and words that lead to a postcode.
    private const int LongestBefore = 120;
    private const int LongestBehind = 60;

    private const string Number = @"[1-9][0-9]{0,4}( ?[A-Za-z](?![A-Za-z0-9]))?"
        + @"( ?[-/] ?[A-Za-z0-9]{1,4}| ?(bis|ter|hs|hoog|[IVX]{1,3}))?(?![A-Za-z0-9]| [0-9])";

    // Words that a year stands before: 2026 is no postcode there.
    private static readonly string[] Words =
    [
        "en", "in", "is", "op", "te", "de", "er", "al", "of", "om", "ik", "je", "we", "zo", "nu", "na", "af", "ze", "as", "at",
        "or",
    ];

    public static AddressGuess Of(string text, FormReading form)
    {
        var found = PostcodeForm().Matches(text)
            .Select(match => (Match: match, Value: Read(match)))
            .Where(one => one.Value is not null)
            .ToList();
        var postcodes = found.Select(one => one.Value!).Distinct().ToList();
        if (postcodes is not [var postcode])
            return new AddressGuess(null, null);

        // What has a label may have its letter and addition under labels of their own, and stands whole there only.
        var before = found.SelectMany(one => Before(text, one.Match));
        var numbers = (Labelled(form) is { } labelled
            ? before.Append(labelled)
            : before.Concat(found.SelectMany(one => Behind(text, one.Match)))
                .Concat(NumberNamed().Matches(text).SelectMany(Numbers)))
            .Distinct().Take(2).ToList();
        return new AddressGuess(postcode, numbers is [var number] ? number : null);
    }

    private static Postcode? Read(Match match)
    {
        var (letters, isApart) = (match.Groups["letters"].Value, match.Groups["gap"].Length > 0);
        var isWord = isApart && !letters.All(char.IsUpper) && Words.Contains(letters.ToLowerInvariant(), StringComparer.Ordinal);
        return !isWord && Postcode.TryParse(match.Value, out var postcode) ? postcode : null;
    }

    private static HouseNumber? Labelled(FormReading form) => form[FormField.HouseNumber] is { } number
        && HouseNumber.TryCreate(number, form[FormField.Letter], form[FormField.Addition], out var value) ? value : null;

    private static IEnumerable<HouseNumber> Before(string text, Match postcode) => Numbers(
        StreetBefore().Match(text[Math.Max(0, postcode.Index - LongestBefore)..postcode.Index]));

    private static IEnumerable<HouseNumber> Behind(string text, Match postcode)
    {
        var end = postcode.Index + postcode.Length;
        return Numbers(After().Match(text[end..Math.Min(text.Length, end + LongestBehind)]));
    }

    private static IEnumerable<HouseNumber> Numbers(Match match) =>
        match.Success && !Box().IsMatch(match.Value) && HouseNumber.TryParse(match.Groups["number"].Value, out var number)
            ? [number]
            : [];

    [GeneratedRegex(@"\b[1-9][0-9]{3}(?<gap>[ \u00A0]?)(?<letters>[A-Za-z]{2})(?![A-Za-z0-9])")]
    private static partial Regex PostcodeForm();

    // A day, or a telephone number, is none.
    [GeneratedRegex(
        @"\A[\s,;/\-]{0,4}((huis)?(nummer|nr)[.: ]{0,3})?(?![0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{2})(?<number>" + Number + ")",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(
        @"[\p{L}.'’)]{2,} +((huis)?(nummer|nr)[.: ]{1,3})?(?<number>" + Number
            + @")[\s,;(\-]{0,6}((met|en) )?((mijn |de )?(postcode|pc)( is)?[: ]{1,3})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex StreetBefore();

    [GeneratedRegex(
        @"\b(huisnummer|huisnr)\.?( is)?[: ]{1,3}(?<number>" + Number + ")",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NumberNamed();

    [GeneratedRegex(@"\b(postbus|antwoordnummer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Box();
}
