using System.Reflection;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Architecture;

/// <summary>What the house style asks of types and files; each rule returns the ones that break it.</summary>
internal static class HouseRules
{
    private static readonly string[] PatternNames = ["Manager", "Helper", "Helpers", "Extensions", "Utils", "Utilities"];

    /// <summary>A class is sealed, abstract or static; components are not, because Razor writes them.</summary>
    public static IEnumerable<string> Unsealed(IEnumerable<Type> types, IReadOnlyDictionary<string, string> exceptions) =>
        from type in types
        where type.IsClass && !type.IsSealed && !type.IsAbstract
        where !typeof(IComponent).IsAssignableFrom(type) && !exceptions.ContainsKey(type.FullName!)
        select type.FullName;

    /// <summary>A name says what the thing is in the domain, not which pattern it follows.</summary>
    public static IEnumerable<string> NamedAfterAPattern(IEnumerable<Type> types) =>
        from type in types
        let name = type.Name.Split('`')[0]
        where PatternNames.Any(pattern => name.EndsWith(pattern, StringComparison.Ordinal))
        select type.FullName;

    /// <summary>A step is a function of the case: nothing is injected into it.</summary>
    public static IEnumerable<string> Injected(IEnumerable<Type> steps) =>
        from step in steps
        from property in step.GetProperties(Declared)
        where property.IsDefined(typeof(InjectAttribute), inherit: false)
        select $"{step.Name}.{property.Name}";

    /// <summary>A file that cannot be taken in at once is several things.</summary>
    public static IEnumerable<string> LongerThan(int most, IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let lines = file.Text.Count(character => character == '\n')
        where lines > most
        select $"{file.Path}: {lines} lines";

    private const BindingFlags Declared = BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
}
