using System.Globalization;
using System.Text;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using AnyAscii;
using CsCheck;

namespace ActivationWizard.Tests.Domain.Facts;

/// <summary>Names of people, the ways in which they are written, and what the rules say of each way.</summary>
internal static class NameNotations
{
    private static readonly string[][] Given =
        [["Anna"], ["Theo"], ["Johanna", "Maria"], ["Karel", "Willem"], ["Çağla"], ["Øystein", "Bjørn"], ["Éva"]];
    private static readonly string?[] Prefixes = [null, null, "van", "van den", "van der", "de", "'t", "van 't", "ten"];

    private static readonly string[] Surnames =
    [
        "Berg", "Jansen", "Yıldız", "Müller", "O'Brien", "Łukasiewicz", "Sørensen", "Đorđević", "Weiß", "Hof", "Kuipers",
        "Þorsson", "Öztürk", "Ben Ali", "Smit-Jansen",
    ];

    // Far from every surname above.
    private static readonly string[] Others = ["Pannekoek", "Zwartveldt", "Quispel"];

    private static readonly (NameComparison Expected, Func<Written, string?> Write)[] Ways =
    [
        (NameComparison.Fits, one => $"{one.Initials} {one.Whole}"),
        (NameComparison.Fits, one => $"{one.Initials.Replace(".", "", StringComparison.Ordinal)} {one.Whole}"),
        (NameComparison.Fits, one => $"{one.Initials.Replace(".", ". ", StringComparison.Ordinal)}{one.Whole}"),
        (NameComparison.Fits, one => $"{one.Initials}{one.Surname}"),
        (NameComparison.Fits, one => $"{string.Join(' ', one.Given)} {one.Whole}"),
        (NameComparison.Fits, one => $"{one.Given[0]} {one.Whole}"),
        (NameComparison.Fits, one => $"{one.Given[0]} {one.Surname}"),
        (NameComparison.Fits, one => one.Whole),
        (NameComparison.Fits, one => one.Surname),
        (NameComparison.Fits, one => $"Mevr. {one.Initials} {one.Whole}"),
        (NameComparison.Fits, one => $"de heer {one.Whole}"),
        (NameComparison.Fits, one => $"dhr. drs. {one.Initials} {one.Whole}"),
        (NameComparison.Nearly, one => $"{one.Whole}, {one.Initials}"),
        (NameComparison.Nearly, one => $"{one.Surname}, {one.Initials} {one.Prefix}"),
        (NameComparison.Nearly, one => $"{one.Surname} {one.Initials}"),
        (NameComparison.Nearly, one => $"{one.Given[0]} {one.Other}-{one.Whole}"),
        (NameComparison.Nearly, one => $"{one.Initials} {one.Whole}-{one.Other}"),
        (NameComparison.Nearly, one => $"{one.Initials} {one.Other} {one.Whole}"),
        (NameComparison.Nearly, one => $"{one.Initials} en X. {one.Whole}"),
        (NameComparison.Nearly, one => $"X. & {one.Initials} {one.Whole}"),
        (NameComparison.Nearly, one => $"Fam. {one.Whole}"),
        (NameComparison.Nearly, one => $"X. {one.Other}, dochter van mevrouw {one.Whole}"),
        (NameComparison.Nearly, one => $"namens {one.Initials} {one.Whole}"),
        (NameComparison.Nearly, one => $"Stichting {one.Other} t.a.v. {one.Initials} {one.Whole}"),
        (NameComparison.Nearly, one => $"Xaverius {one.Whole}"),
        (NameComparison.Nearly, one => one.Prefix is null ? $"{one.Initials} van {one.Surname}" : null),
        (NameComparison.Nearly, one => one.Misspelt is { } wrong ? $"{one.Initials} {one.Prefix} {wrong}" : null),
        (NameComparison.Nearly, one => one.Misspelt is { } wrong ? $"{wrong} {one.Initials}" : null),
        (NameComparison.Differs, one => one.Misspelt is { } wrong ? $"X. {wrong}" : null),
        (NameComparison.Differs, one => $"X. {one.Whole}"),
        (NameComparison.Differs, one => $"{one.Whole}, X."),
        (NameComparison.Differs, one => $"X. {one.Other}-{one.Whole}"),
        (NameComparison.Differs, one => $"{one.Initials} {one.Other}"),
        (NameComparison.Differs, one => one.Other),
        (NameComparison.Differs, one => one.Given[0]),
    ];

    // What a keyboard, a program or a hurry makes of a name, and what does not matter.
    private static readonly Func<string, int, string>[] Hands =
    [
        (text, _) => text,
        (text, _) => text,
        (text, _) => text.ToUpperInvariant(),
        (text, _) => text.ToLowerInvariant(),
        (text, _) => text.Normalize(NormalizationForm.FormD),
        (text, _) => text.Replace(' ', '\u00A0'),
        (text, _) => $"  {text.Replace(" ", "  ", StringComparison.Ordinal)} ",
        (text, at) => text.Insert(at % (text.Length + 1), "\u200B"),
        (text, at) => text.Insert(at % (text.Length + 1), "\u202E"),
        (text, _) => $"\uFEFF{text}\u200F",
        (text, at) => text.Replace('\'', "\u2018\u2019\u02BC\u0060\u00B4"[at % 5]),
        (text, _) => string.Concat(
            text.EnumerateRunes().Select(rune => rune.Value > 0x7F ? rune.ToString().Transliterate() : rune.ToString())),
    ];

    /// <summary>A name as somebody wrote it, the registered one, and what the rules make of the two.</summary>
    public static Gen<(string Text, PartyName Registered, NameComparison Expected)> All { get; } = Gen
        .Select(From(Given), From(Prefixes), From(Surnames), From(Others), Gen.Int[0, 9_999],
            Gen.Select(Gen.Int[0, Ways.Length - 1], Gen.Int[0, Hands.Length - 1]))
        .Select(drawn => (
            One: new Written(drawn.Item1, drawn.Item2, drawn.Item3, drawn.Item4, drawn.Item5),
            Way: Ways[drawn.Item6.Item1], Hand: Hands[drawn.Item6.Item2]))
        .Where(drawn => drawn.Way.Write(drawn.One) is not null)
        .Select(drawn => (drawn.Hand(drawn.Way.Write(drawn.One)!, drawn.One.Seed), drawn.One.Registered, drawn.Way.Expected));

    /// <summary>The same, with what the second reading finds.</summary>
    public static Notations<(string Text, PartyName Registered, NameComparison Expected)> Notations => new(
        All,
        one => InWords(Compare(one.Text, one.Registered)),
        one => NameReading.IsFound(Readable(one.Text), one.Registered) == one.Expected is NameComparison.Fits
            ? InWords(one.Expected) : $"{InWords(one.Expected)}, and not so by the second reading",
        one => $"\"{one.Text}\" for {one.Registered}");

    public static NameComparison Compare(string text, PartyName registered) =>
        NameMatching.Compare(text, Sample.Anna with { Name = registered });

    /// <summary>Texts of the words that names are made of, in any order.</summary>
    public static Gen<(string Text, PartyName Registered)> Jumbles { get; } = Gen
        .Select(From(Given), From(Prefixes), From(Surnames), From(Others), Gen.Int[0, 12].Array[1, 6])
        .Select(drawn =>
        {
            var one = new Written(drawn.Item1, drawn.Item2, drawn.Item3, drawn.Item4, 0);
            return (string.Join(' ', drawn.Item5.Select(one.Piece)), one.Registered);
        });

    private static string InWords(NameComparison comparison) => comparison switch
    {
        NameComparison.Fits => "found",
        NameComparison.Nearly => "D03",
        _ => "not found",
    };

    // The second reading knows nothing of pasted text.
    private static string Readable(string text) =>
        string.Concat(text.Where(sign => char.GetUnicodeCategory(sign) is not UnicodeCategory.Format));

    private static Gen<T> From<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    private sealed record Written(string[] Given, string? Prefix, string Surname, string Other, int Seed)
    {
        public string Initials { get; } = string.Concat(Given.Select(name => name is "Theo" ? "Th." : $"{name[0]}."));

        public string Whole => Prefix is null ? Surname : $"{Prefix} {Surname}";

        public PartyName Registered => new(Surname, Prefix, Initials, Given[0]);

        /// <summary>One or two letters put in, left out or replaced; null for a name of several words or few letters.</summary>
        public string? Misspelt
        {
            get
            {
                if (Surname.Length < 5 || !Surname.All(char.IsLetter))
                    return null;
                var at = 1 + (Seed % (Surname.Length - 2));
                return (Seed % 4) switch
                {
                    0 => Surname.Insert(at, "q"),
                    1 => Surname.Remove(at, 1),
                    2 => $"{Surname[..at]}q{Surname[(at + 1)..]}",
                    _ => $"{Surname[..at]}q{Surname[(at + 1)..]}w",
                };
            }
        }

        public string Piece(int at) => at switch
        {
            0 or 1 => Surname,
            2 => Whole,
            3 => Initials,
            4 => Given[0],
            5 => Given[^1],
            6 => Other,
            7 => "X.",
            8 => "mevr.",
            9 => "van",
            10 => "en",
            11 => "dochter van",
            _ => "namens",
        };
    }
}
