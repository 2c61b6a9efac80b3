using System.Reflection;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>A test that handles this seeded request; a theory's first value says the same.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class HandlesAttribute(string name) : Attribute
{
    public string Name => name;
}

/// <summary>Which seeded requests the tests of a class handle.</summary>
internal static class SeededNames
{
    public static IEnumerable<string> HandledBy(Type tests) => tests.GetMethods()
        .SelectMany(test => test.GetCustomAttributes<InlineDataAttribute>().Select(row => (string)row.Data[0]!)
            .Concat(test.GetCustomAttributes<NightlyDataAttribute>().Select(row => (string)row.Data[0]!))
            .Concat(test.GetCustomAttributes<HandlesAttribute>().Select(one => one.Name)));
}
