using System.Text;

namespace ActivationWizard.App.Finished;

/// <summary>
/// Lines of a CSV file as Dutch spreadsheets open it: semicolons, and quotes where a value needs them. A value that a spreadsheet
/// would take for a formula has an apostrophe before it, so that it stays text.
/// </summary>
public static class CsvLines
{
    // Also what is read as a formula after white space, or after a sign of full width.
    private static readonly HashSet<char> BeginsAFormula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    /// <summary>One line, with its end.</summary>
    public static string Line(IEnumerable<string?> values) => string.Join(';', values.Select(Cell)) + "\r\n";

    private static string Cell(string? value)
    {
        var text = value ?? "";
        var isFormula = text.Length > 0 && (BeginsAFormula.Contains(text[0])
            || (text.TrimStart() is { Length: > 0 } rest && BeginsAFormula.Contains(rest[0])));
        var safe = isFormula ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny("\";\r\n\t") < 0
            ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }
}
