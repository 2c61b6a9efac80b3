using ActivationWizard.App.Controls;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Cases.Parts;

/// <summary>The facts of a case in the order of what they matter for its decision.</summary>
/// <param name="Shown">The fact that decided first, then what is not as it should be.</param>
/// <param name="Folded">What is as it should be and decided nothing.</param>
public sealed record FactFolding(IReadOnlyList<FactRow> Shown, IReadOnlyList<FactRow> Folded)
{
    /// <summary>Those of the case as it is; while nothing is decided all are shown.</summary>
    public static FactFolding Of(ActivationCase activation)
    {
        var rows = FactRows.Of(activation);
        if (Deciding(activation.Verdict) is not { } deciding)
            return new FactFolding(rows, []);
        var shown = rows.Where(row => row.Fact == deciding || row.Mark is not MarkKind.Ok)
            .OrderByDescending(row => row.Fact == deciding)
            .ToList();
        return new FactFolding(shown, [.. rows.Except(shown)]);
    }

    private static FactKind? Deciding(Verdict? verdict) =>
        verdict?.Missing ?? verdict?.Trace.LastOrDefault(rule => rule.Result is not RuleResult.DoesNotApply)?.Fact;
}
