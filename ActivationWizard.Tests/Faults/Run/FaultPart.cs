namespace ActivationWizard.Tests.Faults.Run;

/// <summary>The part of the suite that is among the ordinary tests: what it came to is one table at the end of the run.</summary>
internal static class FaultPart
{
    private static readonly FaultReport Report = new(TextWriter.Null);

    /// <summary>The table; null when none of these tests ran.</summary>
    public static string? Table => Report.Rows is { Count: > 0 } rows ? FaultTable.Of(rows) : null;

    /// <summary>Notes what a test's cells came to.</summary>
    public static void Note(params IEnumerable<FaultRow> rows)
    {
        foreach (var row in rows)
            Report.Add(row);
    }
}
