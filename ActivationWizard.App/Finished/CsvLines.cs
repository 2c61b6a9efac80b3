using System.Buffers;
using System.Globalization;
using System.Text;

namespace ActivationWizard.App.Finished;

/// <summary>
/// Lines of a CSV file (RFC 4180) as the spreadsheets of the reader's country open it: a comma between values, or a semicolon
/// where the comma is in numbers, and quotes where a value needs them. What a spreadsheet would take for a formula has an
/// apostrophe before it, so that it stays text, also in a spreadsheet that goes by the other separator.
/// </summary>
public static class CsvLines
{
    private const string Separators = ",;";
    private static readonly SearchValues<char> Quoted = SearchValues.Create("\",;\r\n\t");

    // Also what is read as a formula after white space, or after a sign of full width.
    private static readonly HashSet<char> BeginsAFormula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>One line in the current culture, with its end.</summary>
    public static string Line(IEnumerable<string?> values) => string.Join(Separator, values.Select(Cell)) + "\r\n";

    private static char Separator => CultureInfo.CurrentCulture.NumberFormat.NumberDecimalSeparator is "," ? ';' : ',';

    private static string Cell(string? value)
    {
        var safe = Harmless(value ?? "");
        return safe.AsSpan().IndexOfAny(Quoted) < 0
            ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    private static string Harmless(string text)
    {
        var (safe, begins) = (new StringBuilder(text.Length + 1), 0);
        for (var at = 0; at <= text.Length; at++)
        {
            if (at < text.Length && !Separators.Contains(text[at], StringComparison.Ordinal))
                continue;
            var part = text.AsSpan(begins, at - begins);
            safe.Append(IsFormula(part) ? "'" : "").Append(part);
            if (at < text.Length)
                safe.Append(text[at]);
            begins = at + 1;
        }

        return safe.ToString();
    }

    private static bool IsFormula(ReadOnlySpan<char> text) => text.Length > 0 && (BeginsAFormula.Contains(text[0])
        || (text.TrimStart().TrimStart('"').TrimStart() is { Length: > 0 } rest && BeginsAFormula.Contains(rest[0])));
}
