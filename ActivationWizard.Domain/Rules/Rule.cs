using ActivationWizard.Domain.Facts;

namespace ActivationWizard.Domain.Rules;

/// <summary>
/// One look at one fact; it holds for any of the values, or for every value when none is named: then the fact only
/// has to be known.
/// </summary>
public sealed record Condition(FactKind Fact, params IReadOnlyList<Enum> AnyOf)
{
    /// <summary>True when the value is one of those named.</summary>
    public bool Holds(Enum value) => AnyOf.Count is 0 || AnyOf.Contains(value);
}

/// <summary>
/// A row of the table: it applies when all its conditions hold, looked at in order and no further than the first that does not.
/// </summary>
public sealed record Rule(Row Row, Section Section, Ruling Ruling, params IReadOnlyList<Condition> When);
