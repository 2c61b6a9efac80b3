using System.Text.RegularExpressions;
using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>The tenant's name in a text: as it is labelled, or else what the sender is called, when all places agree.</summary>
internal static partial class NameGuess
{
    private const int MostWords = 7;
    private const int LongestClosing = 80;

    private static readonly string[] Prefixes =
    [
        "van", "von", "de", "den", "der", "het", "'t", "’t", "ten", "ter", "te", "el", "al", "da", "di", "du", "la", "le", "los",
        "bin", "ben", "in", "op", "aan", "v.d.", "d'",
    ];

    /// <summary>Null when it cannot be read in one way.</summary>
    public static string? Of(FormReading form, string own, string senderName, Requester? requester)
    {
        if (CleanText.Line(form[FormField.Name]) is { Length: > 0 } labelled)
            return form.Twice.Contains(FormField.Name) ? null : labelled;
        // Whoever asks for another is called otherwise.
        if (requester is not Requester.Tenant)
            return null;

        var names = new[] { Introduced(own), Closing(own), IsName(senderName) ? senderName : null }.OfType<string>().ToList();
        return names.Count > 0 && names.All(name => NameMatching.HaveSameSurname(name, names[0])) ? names[0] : null;
    }

    private static string? Introduced(string own)
    {
        var introductions = Introduction().Matches(own);
        return introductions.Count is not 1 ? null : FirstWords(own[(introductions[0].Index + introductions[0].Length)..]);
    }

    // The words that can be of a name, up to the first that cannot.
    private static string? FirstWords(string text)
    {
        var words = new List<string>();
        foreach (var word in CleanText.Start(text, LongestClosing).Split('\n')[0].Split(' ',
            StringSplitOptions.RemoveEmptyEntries))
        {
            var bare = word.TrimEnd(',', ';', ':', '!', ')');
            // A full stop ends a sentence, unless it is behind an initial.
            var isLast = bare.Length < word.Length || (bare.EndsWith('.') && !IsInitials(bare));
            if (isLast)
                bare = bare.TrimEnd('.');
            if (words.Count is MostWords || !IsWordOfName(bare))
                break;
            words.Add(bare);
            if (isLast)
                break;
        }

        while (words.Count > 0 && Prefixes.Contains(words[^1], StringComparer.Ordinal))
            words.RemoveAt(words.Count - 1);
        return string.Join(' ', words) is var name && IsName(name) ? name : null;
    }

    private static string? Closing(string own)
    {
        var lines = own.Split('\n');
        for (var at = lines.Length - 1; at >= 0; at--)
        {
            if (lines[at].Length > LongestClosing || Greeting().Match(lines[at].Trim()) is not { Success: true } greeting)
                continue;
            var below = greeting.Groups["rest"].Value.Trim() is { Length: > 0 } rest
                ? rest
                : lines.Skip(at + 1).Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0);
            return below is not null && IsName(below.TrimEnd(',', '.')) ? below.TrimEnd(',', '.') : null;
        }

        return null;
    }

    /// <summary>Two words or more, each such as names consist of, the last with a capital.</summary>
    private static bool IsName(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 2 and <= MostWords && words.All(IsWordOfName)
            && char.IsUpper(words[^1].TrimStart('\'', '’')[0]);
    }

    private static bool IsWordOfName(string word) => Prefixes.Contains(word.ToLowerInvariant(), StringComparer.Ordinal)
        || IsInitials(word)
        || (word.Length > 1 && char.IsUpper(word[0]) && word.All(sign => char.IsLetter(sign) || sign is '-' or '\'' or '’')
            && !NotNames.Contains(word, StringComparer.OrdinalIgnoreCase));

    // What people and companies put where a name goes.
    private static readonly string[] NotNames =
        ["Huurder", "Info", "Contact", "Administratie", "Secretariaat", "Klantenservice", "Team", "Afdeling", "Stichting", "BV"];

    private static bool IsInitials(string word) => word.Length <= 12 && Initials().IsMatch(word);

    [GeneratedRegex(@"\A(\p{Lu}\p{Ll}{0,2}\.)+\z|\A\p{Lu}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Initials();

    [GeneratedRegex(
        @"\b(mijn naam is|ik heet|my name is|ik ben (de heer|mevrouw|dhr\.?|mevr?\.?))[: ]{1,2}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Introduction();

    [GeneratedRegex(
        @"\A((met )?(een )?(hartelijke|vriendelijke) groet(en)?|m\.?v\.?g\.?|hoogachtend|groet(en|jes)?"
        + @"|(with )?(kind|best) regards|regards)[,.!:]{0,2}(\s+(?<rest>\S.*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Greeting();
}
