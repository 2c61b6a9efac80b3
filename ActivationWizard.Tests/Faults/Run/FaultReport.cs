using System.Globalization;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What a run of the suite has seen so far. A part that breaks off leaves here what it had until then.</summary>
internal sealed class FaultReport(TextWriter output)
{
    private readonly List<FaultRow> _rows = [];
    private readonly Lock _gate = new();

    /// <summary>Rows of one name are one line of the table.</summary>
    public IReadOnlyList<FaultRow> Rows
    {
        get
        {
            lock (_gate)
                return [.. _rows.GroupBy(row => row.Name).Select(same => FaultRow.Sum(same.Key, [.. same]))];
        }
    }

    /// <summary>Notes what some cells came to, and tells it.</summary>
    public void Add(FaultRow row)
    {
        lock (_gate)
            _rows.Add(row);
        Say(string.Create(
            CultureInfo.InvariantCulture,
            $"  {row.Name}: {row.Cells} cells, {row.Findings.Count} findings, {row.Took.TotalSeconds:0.0} s"));
        foreach (var finding in row.Findings)
            Say($"    {finding}");
    }

    /// <summary>Tells something that is no row.</summary>
    public void Say(string text)
    {
        lock (_gate)
            output.WriteLine(text);
    }
}
