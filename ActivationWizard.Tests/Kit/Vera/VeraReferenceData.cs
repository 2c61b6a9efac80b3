using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>The lists of codes of the standard; a code means something only together with its list.</summary>
internal static partial class VeraReferenceData
{
    private static readonly Lazy<ILookup<string, string>> Codes = new(Read);

    /// <summary>The list that a description names: <c>Referentiedata: RELATIESOORT.</c></summary>
    public static string? ListIn(string description) =>
        Named().Match(description) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>Whether the list has the code; a list that the standard leaves to each installation has every code.</summary>
    public static bool Has(string list, string code) => !Codes.Value.Contains(list) || Codes.Value[list].Contains(code);

    private static ILookup<string, string> Read() =>
        File.ReadLines(Path.Combine(VeraDocument.Folder, "Referentiedata.csv")).Skip(1)
            .Select(line => line.Split(';', 3))
            .ToLookup(fields => fields[0], fields => fields[1], StringComparer.Ordinal);

    [GeneratedRegex(@"Referentiedata: ([A-Z0-9]+)")]
    private static partial Regex Named();
}
