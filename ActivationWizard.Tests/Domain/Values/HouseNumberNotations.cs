using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Values;

/// <summary>
/// A number as a register has it in three fields, and as people write it in one; found is the same, near the same number with
/// something else behind it.
/// </summary>
internal static partial class HouseNumberNotations
{
    private const string Found = "found", Near = "D03", Other = "not found", Refused = "refused";

    private static readonly (string? Letter, string? Addition)[] Behind =
    [
        (null, null), (null, null), ("A", null), ("b", null), (null, "A"), (null, "bis"), (null, "HS"), ("A", "III"),
        ("A", "bis"),
        (null, "2"), ("c", "2"), (null, "0"), (null, "14"), (null, "AIII"), (null, "TO"), (null, "WB"),
    ];

    private static readonly (string Expected, Func<Registered, string?> Write)[] Ways =
    [
        (Found, one => $"{one.Number} {one.Joined}"),
        (Found, one => $"{one.Number}-{one.Joined}".TrimEnd('-')),
        (Found, one => $"{one.Number}/{one.Joined}".TrimEnd('/')),
        (Found, one => one.StartsWithDigit ? null : $"{one.Number}{one.Joined}"),
        (Found, one => $"{one.Number} {string.Join(' ', one.Joined.AsEnumerable())}"),
        (Found, one => $"{one.Number}-{string.Join('/', one.Joined.AsEnumerable())}".TrimEnd('-')),
        (Found, one => $"nr. {one.Number} {one.Joined}"),
        (Found, one => $"Huisnummer: {one.Number}-{one.Joined}".TrimEnd('-')),
        (Found, one => one.Joined is "TO" ? $"t.o. {one.Number}" : null),
        (Found, one => one.Joined is "TO" ? $"tegenover {one.Number}" : null),
        (Found, one => one.Joined is "WB" ? $"woonboot {one.Number}" : null),
        (Near, one => one.Joined.Length > 0 ? $"{one.Number}" : null),
        (Near, one => one.Joined is "Z" ? null : $"{one.Number}Z"),
        (Near, one => $"{one.Number}-{one.Joined}9"),
        (Near, one => one.Joined is "0" ? null : $"{one.Number}-0"),
        (Near, one => one.Joined is "TO" ? null : $"t/o {one.Number}"),
        (Near, one => one.Joined is "BIJ" ? null : $"bij {one.Number}"),
        (Other, one => one.Number < 99_999 ? $"{one.Number + 1} {one.Joined}" : null),
        (Other, one => one.Number > 1 ? $"{one.Number - 1} {one.Joined}" : null),
        (Refused, one => $"postbus {one.Number}"),
        (Refused, one => $"0{one.Number} {one.Joined}"),
        (Refused, one => $"{one.Number}, {one.Number + 2}"),
        (Refused, one => $"100{one.Number:000}"),
        (Refused, one => one.Joined.Length > 0 && !one.StartsWithDigit ? one.Joined : null),
    ];

    private static readonly Func<string, int, string>[] Hands =
    [
        (text, _) => text,
        (text, _) => text.ToLowerInvariant(),
        (text, _) => text.ToUpperInvariant(),
        (text, _) => text.Replace('-', '\u2013'),
        (text, _) => text.Replace('-', '\u2011').Replace(' ', '\u00A0'),
        (text, _) => $" {text.Replace(" ", "  ", StringComparison.Ordinal)}\t",
        (text, at) => text.Insert(at % (text.Length + 1), "\u200B"),
        (text, _) => $"\uFEFF{text}\u200E",
    ];

    public static Notations<(Registered Registered, string Text, string Expected)> Notations => new(
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[0, Behind.Length - 1], Gen.Int[0, Ways.Length - 1], Gen.Int[0, Hands.Length - 1],
            Gen.Int[0, 999])
            .Select(drawn => (
                One: new Registered(drawn.Item1, Behind[drawn.Item2].Letter, Behind[drawn.Item2].Addition),
                Way: Ways[drawn.Item3], Hand: Hands[drawn.Item4], Seed: drawn.Item5))
            .Where(drawn => drawn.Way.Write(drawn.One) is not null)
            .Select(drawn => (drawn.One, drawn.Hand(drawn.Way.Write(drawn.One)!, drawn.Seed), drawn.Way.Expected)),
        one => Product(one.Registered, one.Text),
        one => Second(one.Registered, one.Text) is var second && second == one.Expected ? second : $"{one.Expected} and {second}",
        one => $"\"{one.Text}\" for {one.Registered}");

    private static string Product(Registered registered, string text) =>
        !HouseNumber.TryParse(text, out var written) ? Refused
        : !HouseNumber.TryCreate($"{registered.Number}", registered.Letter, registered.Addition, out var there) ? "unreadable"
        : written == there ? Found
        : new AddressKey(Somewhere, written).IsAtNumberOf(new AddressKey(Somewhere, there)) ? Near : Other;

    // The rules once more: number, and all that follows joined without separators and without regard to case.
    private static string Second(Registered registered, string text)
    {
        var plain = new StringBuilder();
        foreach (var sign in text.Normalize(NormalizationForm.FormKC).ToUpperInvariant())
            plain.Append(char.GetUnicodeCategory(sign) switch
            {
                UnicodeCategory.Format => "",
                UnicodeCategory.DashPunctuation => "-",
                UnicodeCategory.SpaceSeparator => " ",
                _ => $"{sign}",
            });
        var read = Written().Match(plain.ToString().Trim());
        if (!read.Success)
            return Refused;

        var place = read.Groups["place"].Value is not { Length: > 0 } where ? ""
            : where[0] switch { 'T' => "TO", 'B' => "BIJ", _ => "WB" };
        var behind = string.Concat(read.Groups["behind"].Value.Where(char.IsLetterOrDigit)) + place;
        var number = int.Parse(read.Groups["number"].ValueSpan, CultureInfo.InvariantCulture);
        return number != registered.Number ? Other : behind == registered.Joined ? Found : Near;
    }

    private static Postcode Somewhere => Sample.Address.Postcode;

    [GeneratedRegex(
        @"^((HUIS)?(NUMMER|NR)[.: ]*)?(?<place>(T[./]O|TEGENOVER|BIJ|WOONBOOT)[. ]+)?"
        + @"(?<number>[1-9]\d{0,4})(?!\d)(?<behind>[ \-/A-Z0-9]*)$")]
    private static partial Regex Written();

    /// <summary>As the register has it, letter and addition in either field.</summary>
    internal sealed record Registered(int Number, string? Letter, string? Addition)
    {
        public string Joined { get; } = $"{Letter}{Addition}".ToUpperInvariant();

        public bool StartsWithDigit => Joined.Length > 0 && char.IsDigit(Joined[0]);
    }
}
