using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Architecture;

/// <summary>What the house style asks of types and files; each rule returns the ones that break it.</summary>
internal static partial class HouseRules
{
    /// <summary>The most columns of a line: what fits beside another file on a screen.</summary>
    public const int MostColumns = 130;

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

    /// <summary>
    /// What a constructor is handed is what its class works with: more than a few is several classes. A record is data, not a
    /// class that works with others, and names its columns there: it is left out.
    /// </summary>
    public static IEnumerable<string> HandedMoreThan(int most, IEnumerable<Type> types) =>
        from type in types
        where !IsRecord(type)
        from constructor in type.GetConstructors(Declared)
        let handed = constructor.GetParameters().Length
        where handed > most
        select $"{type.FullName}: {handed} parameters";

    /// <summary>A file that cannot be taken in at once is several things.</summary>
    public static IEnumerable<string> LongerThan(int most, IEnumerable<(string Path, string Text)> files) =>
        from file in files
        let lines = file.Text.Count(character => character == '\n')
        where lines > most
        select $"{file.Path}: {lines} lines";

    /// <summary>A line that does not fit on a screen is not read to its end; each as its path and number.</summary>
    public static IEnumerable<string> WiderThan(int columns, IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n').Index()
        where line.Item.TrimEnd('\r').Length > columns
        select $"{file.Path}:{line.Index + 1}";

    /// <summary>
    /// What is found by how it is drawn or what it is called, and not as a person finds it: by what it is and what it says. Each
    /// as its path and number.
    /// </summary>
    public static IEnumerable<string> FoundByStyle(IEnumerable<(string Path, string Text)> files) =>
        from file in files
        from line in file.Text.Split('\n').Index()
        where StyleOrId().IsMatch(line.Item)
        select $"{file.Path}:{line.Index + 1}";

    [GeneratedRegex("""["' ](\.aw-|#[a-z])""")]
    private static partial Regex StyleOrId();

    // The compiler writes these two into every record class, and the second into every record struct.
    private static bool IsRecord(Type type) =>
        type.GetMethod("<Clone>$") is not null || type.GetMethod("PrintMembers", Declared, [typeof(StringBuilder)]) is not null;

    private const BindingFlags Declared = BindingFlags.Instance
        | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
}
