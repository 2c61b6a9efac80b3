using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>Whose words a passage of a mail is, as far as can be seen.</summary>
public enum PassageKind
{
    /// <summary>What the sender wrote.</summary>
    Own,

    /// <summary>The mail that is answered or passed on.</summary>
    Quoted,

    /// <summary>Below a line of two hyphens, or what a telephone adds.</summary>
    Signature,
}

/// <summary>Lines that belong together, each ended by <c>\n</c> but the last.</summary>
public sealed record MailPassage(PassageKind Kind, string Text);

/// <summary>The text of a mail: plain text, whatever it was written in. Nothing of it is left out but white space.</summary>
/// <param name="Passages">In order; two that follow each other are of another kind.</param>
public sealed partial record SafeText(IReadOnlyList<MailPassage> Passages)
{
    // A line that says who wrote what follows is short; a longer one is not looked at.
    private const int LongestMark = 300;

    /// <summary>All of it.</summary>
    public string All => string.Join('\n', Passages.Select(passage => passage.Text));

    /// <summary>What the sender wrote.</summary>
    public string Own =>
        string.Join('\n', Passages.Where(passage => passage.Kind is PassageKind.Own).Select(passage => passage.Text)).Trim();

    /// <summary>Tells the passages of a text apart.</summary>
    internal static SafeText Of(string text)
    {
        var lines = text.Split('\n');
        var kinds = new PassageKind[lines.Length];
        var (rest, isMarked) = (PassageKind.Own, false);
        for (var at = 0; at < lines.Length; at++)
        {
            rest = RestFrom(lines, at, rest);
            var isQuoted = lines[at].StartsWith('>') || (isMarked && lines[at].Length is 0);
            isMarked = IsMark(lines, at) || (at > 0 && IsMark(lines, at - 1) && !lines[at - 1].EndsWith(':'));
            kinds[at] = rest is PassageKind.Quoted || isQuoted || isMarked ? PassageKind.Quoted
                : FromATelephone().IsMatch(Short(lines[at])) ? PassageKind.Signature
                : rest;
        }

        return new SafeText(Gathered(lines, kinds));
    }

    // A mail that is passed on, or answered above it, goes on to the end; so does a signature, unless that comes within it.
    private static PassageKind RestFrom(string[] lines, int at, PassageKind rest) =>
        rest is PassageKind.Quoted || OriginalMessage().IsMatch(Short(lines[at])) || IsHead(lines, at) ? PassageKind.Quoted
        : lines[at] is "--" ? PassageKind.Signature
        : rest;

    // The head of a mail, as Outlook writes it above the text.
    private static bool IsHead(string[] lines, int at) =>
        HeadFrom().IsMatch(Short(lines[at])) && lines.Skip(at + 1).Take(3).Any(line => HeadSent().IsMatch(Short(line)));

    // "Op 1 mei schreef A:", on one line or on two.
    private static bool IsMark(string[] lines, int at) => WroteBegins().IsMatch(Short(lines[at]))
        && (Wrote().IsMatch(Short(lines[at])) || (at + 1 < lines.Length && Wrote().IsMatch(Short(lines[at] + " " + lines[at
            + 1]))));

    private static List<MailPassage> Gathered(string[] lines, PassageKind[] kinds)
    {
        var passages = new List<MailPassage>();
        for (var start = 0; start < lines.Length;)
        {
            var end = start;
            // An empty line belongs to what is above it.
            while (end < lines.Length && (kinds[end] == kinds[start] || lines[end].Length is 0))
                end++;
            passages.Add(new MailPassage(kinds[start], string.Join('\n', lines[start..end])));
            start = end;
        }

        return passages;
    }

    private static string Short(string line) => line.Length <= LongestMark ? line : "";

    [GeneratedRegex(@"\A(Op|On|Am|Le)\s", RegexOptions.CultureInvariant)]
    private static partial Regex WroteBegins();

    [GeneratedRegex(@"\b(schreef|wrote|schrieb|heeft .* geschreven|a écrit)\b[^:]*:\z", RegexOptions.CultureInvariant)]
    private static partial Regex Wrote();

    [GeneratedRegex(
        @"\A[-_]{3,} ?(Oorspronkelijk|Original|Doorgestuurd|Forwarded|Doorgezonden)[^-_]{0,40}[-_]{3,}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OriginalMessage();

    [GeneratedRegex(@"\A(Van|From): ?\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadFrom();

    [GeneratedRegex(@"\A(Verzonden|Sent|Datum|Date|Aan|To): ?\S", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HeadSent();

    [GeneratedRegex(
        @"\A(Verzonden|Verstuurd|Sent|Get) (vanaf|vanuit|van|met|from|using|outlook)\b.{0,60}\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromATelephone();
}
