using System.Globalization;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Faults.Host;

namespace ActivationWizard.Tests.Faults.Run;

/// <summary>What one kind of cells came to.</summary>
/// <param name="Cells">Different combinations.</param>
/// <param name="Runs">Cases that ran.</param>
/// <param name="ForPerson">Cases that ended with a person: on hold, <em>controle nodig</em>, by hand.</param>
internal sealed record FaultRow(string Name, int Cells, int Runs, int ForPerson, IReadOnlyList<Finding> Findings, TimeSpan Took)
{
    /// <summary>One row of several: what was run in parts is told as a whole.</summary>
    public static FaultRow Sum(string name, IReadOnlyCollection<FaultRow> parts) => new(
        name, parts.Sum(one => one.Cells), parts.Sum(one => one.Runs), parts.Sum(one => one.ForPerson),
        [.. parts.SelectMany(one => one.Findings)], parts.Aggregate(TimeSpan.Zero, (sum, one) => sum + one.Took));

    /// <summary>How many of these ended with a person.</summary>
    public static int Persons(IEnumerable<Standing> standings) => standings.Count(one => one.Rests && !one.State.IsFinal);
}

/// <summary>The table of the suite, in Markdown.</summary>
internal static class FaultTable
{
    public static string Of(IReadOnlyList<FaultRow> rows)
    {
        var harms = Enum.GetValues<Harm>();
        string[] head = ["| | cells | runs |", .. harms.Select(harm => $" {Words(harm)} |"), " with a person | seconds |"];
        var ruler = "| --- |" + string.Concat(Enumerable.Repeat(" ---: |", harms.Length + 4));
        var lines = rows.Append(FaultRow.Sum("**together**", [.. rows])).Select(Line);
        return string.Join('\n', [string.Concat(head), ruler, .. lines]);

        string Line(FaultRow row)
        {
            var counts = string.Concat(harms.Select(harm => $" {row.Findings.Count(one => one.Harm == harm)} |"));
            return string.Create(
                CultureInfo.InvariantCulture,
                $"| {row.Name} | {row.Cells} | {row.Runs} |{counts} {row.ForPerson} | {row.Took.TotalSeconds:0} |");
        }
    }

    private static string Words(Harm harm) => harm switch
    {
        Harm.WrongRecipient => "wrong recipient",
        _ => harm.ToString().ToLowerInvariant(),
    };
}
