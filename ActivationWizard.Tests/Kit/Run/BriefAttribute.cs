using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// A short form of a test that is <see cref="LengthyAttribute">lengthy</see>, for the mutation run. The everyday run has the
/// long one and leaves it out.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BriefAttribute : Attribute, ITraitAttribute
{
    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() =>
        [new(NightlyAttribute.Trait, NightlyAttribute.Level)];
}
