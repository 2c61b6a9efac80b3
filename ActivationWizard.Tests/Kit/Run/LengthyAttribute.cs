using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// A test that the mutation run leaves out, which runs each test many times, as it leaves out the nightly ones;
/// <paramref name="instead"/> says what is tested there in its place.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class LengthyAttribute(string instead) : Attribute, ITraitAttribute
{
    /// <summary>The name of the trait.</summary>
    public const string Trait = "Length";

    /// <summary>Its value.</summary>
    public const string Lengthy = nameof(Lengthy);

    /// <summary>What is tested there instead.</summary>
    public string Instead => instead;

    /// <inheritdoc />
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new(Trait, Lengthy)];
}
