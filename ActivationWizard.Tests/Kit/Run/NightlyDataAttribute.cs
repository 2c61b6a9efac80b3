using System.Reflection;
using Xunit.Sdk;
using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>A row of a theory that is nightly, beside everyday rows in <c>InlineData</c>.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class NightlyDataAttribute(params object?[] data) : DataAttribute
{
    /// <summary>The values of the row.</summary>
    public IReadOnlyList<object?> Data => data;

    /// <inheritdoc />
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        var row = new TheoryDataRow(data);
        row.Traits[NightlyAttribute.Trait] = [NightlyAttribute.Level];
        row.Traits[LengthyAttribute.Trait] = [LengthyAttribute.Lengthy];
        return ValueTask.FromResult<IReadOnlyCollection<ITheoryDataRow>>([row]);
    }

    /// <inheritdoc />
    public override bool SupportsDiscoveryEnumeration() => true;
}
