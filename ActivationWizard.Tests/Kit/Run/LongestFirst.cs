using Xunit.Sdk;
using Xunit.v3;

namespace ActivationWizard.Tests.Kit.Run;

/// <summary>
/// Begins with the classes that take longest, those that drive a browser or kill processes: the short ones then fill what is
/// left of both processors, where a long one that comes last has one of them idle.
/// </summary>
internal sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [".Tests.Faults.", ".Tests.Browser.", ".Tests.App."];

    /// <inheritdoc />
    public IReadOnlyCollection<T> OrderTestCollections<T>(IReadOnlyCollection<T> testCollections)
        where T : ITestCollection =>
        [.. testCollections.OrderBy(one => PlaceOf(one.TestCollectionDisplayName))];

    /// <summary>
    /// The place of a collection by its name, which has the name of its class; those of one place keep their order.
    /// </summary>
    internal static int PlaceOf(string name)
    {
        var place = Array.FindIndex(Long, one => name.Contains(one, StringComparison.Ordinal));
        return place < 0 ? Long.Length : place;
    }
}
