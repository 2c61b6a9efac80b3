using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// Puts a test, or all tests of a class, at the nightly level: the everyday run leaves it out, <c>--nightly</c> and every
/// <c>--filter-…</c> that names it run it. <paramref name="because"/> says why once a day is not needed.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class NightlyAttribute(string because) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait that carries the level.</summary>
    public const string Trait = "Level";

    /// <summary>Its value for a nightly test; an everyday test has no such trait.</summary>
    public const string Level = "Nightly";

    /// <summary>Why the everyday run can do without it.</summary>
    public string Because => because;

    /// <summary>A nightly row of a theory whose rows come from a member.</summary>
    public static TheoryDataRow<T> Row<T>(T value)
    {
        var row = new TheoryDataRow<T>(value);
        row.Traits[Trait] = [Level];
        row.Traits[LengthyAttribute.Trait] = [LengthyAttribute.Lengthy];
        return row;
    }

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new(Trait, Level), new(LengthyAttribute.Trait, LengthyAttribute.Lengthy)];
}
