using System.Collections.Concurrent;
using System.Reflection;
using ActivationWizard.Tests.Kit;
using Mono.Cecil;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// A folder's types refer to those of another; <paramref name="Because"/> names one type that does, and what it refers to.
/// </summary>
internal sealed record FolderArrow(string From, string To, string Because)
{
    /// <inheritdoc />
    public override string ToString() => $"{From} -> {To}";
}

/// <summary>
/// Which folders of an assembly know which, by what their compiled types refer to: base types, members, signatures, method
/// bodies, attributes and generic arguments. Nested and compiler-made types count for the folder of the type they are in. A
/// constant is compiled into its user and leaves no arrow.
/// </summary>
internal static class FolderArrows
{
    // Every method of an assembly is read for it: once, not for each of its rows of siblings.
    private static readonly ConcurrentDictionary<Assembly, Lazy<IReadOnlyList<Reference>>> References = new();

    /// <summary>Those whose folders are looked at: the product's and the tests.</summary>
    public static IReadOnlyList<Assembly> Assemblies { get; } =
        [Product.Domain, Product.Integrations, Product.App, typeof(FolderArrows).Assembly];

    /// <summary>
    /// The arrows between the folders directly below a namespace, each once, in order. Types in the namespace itself are in none
    /// of them.
    /// </summary>
    public static IReadOnlyList<FolderArrow> Below(string root, Assembly assembly) =>
    [
        .. (from reference in References.GetOrAdd(assembly, one => new(() => ReferencesOf(one))).Value
            let @from = FolderOf(reference.Namespace, root)
            where @from is not null
            let to = FolderOf(reference.ReferredNamespace, root)
            where to is not null && to != @from
            select new FolderArrow(@from, to, $"{reference.Type} -> {reference.Referred}"))
        .DistinctBy(arrow => arrow.ToString())
        .OrderBy(arrow => arrow.ToString(), StringComparer.Ordinal),
    ];

    /// <summary>Every namespace of the assembly that has folders below it: each is a row of siblings.</summary>
    public static IReadOnlyList<string> Parents(Assembly assembly) =>
    [
        .. assembly.GetTypes().Select(type => type.Namespace).OfType<string>().Distinct()
            .SelectMany(Ancestors)
            .Where(name => name.StartsWith("ActivationWizard.", StringComparison.Ordinal))
            .Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>
    /// What is not as the list has it: arrows that it does not allow, with the reason, and arrows of the list that are gone.
    /// </summary>
    public static IReadOnlyList<string> Differences(
        IReadOnlyList<FolderArrow> arrows, IReadOnlyDictionary<string, string[]> allowed) =>
    [
        .. arrows.Where(arrow => !(allowed.TryGetValue(arrow.From, out var may) && may.Contains(arrow.To)))
            .Select(arrow => $"new: {arrow}, because {arrow.Because}"),
        .. allowed.SelectMany(pair => pair.Value.Select(to => $"{pair.Key} -> {to}"))
            .Except(arrows.Select(arrow => arrow.ToString()))
            .Select(gone => $"gone: {gone}"),
    ];

    /// <summary>A way along the arrows that comes back where it began, as its steps; empty when there is none.</summary>
    public static IReadOnlyList<FolderArrow> Circle(IReadOnlyList<FolderArrow> arrows)
    {
        var ends = new HashSet<string>();
        return FirstFound(arrows.Select(arrow => arrow.From).Distinct().Select(folder => From(folder, [])));

        IReadOnlyList<FolderArrow> From(string folder, IReadOnlyList<FolderArrow> way)
        {
            if (way.TakeWhile(step => step.From != folder).Count() is var before && before < way.Count)
                return [.. way.Skip(before)];
            if (ends.Contains(folder))
                return [];

            var found = FirstFound(arrows.Where(arrow => arrow.From == folder).Select(arrow => From(arrow.To, [.. way, arrow])));
            ends.Add(folder);
            return found;
        }

        static IReadOnlyList<FolderArrow> FirstFound(IEnumerable<IReadOnlyList<FolderArrow>> ways) =>
            ways.FirstOrDefault(way => way.Count > 0) ?? [];
    }

    /// <summary>
    /// The folder directly below the root that a namespace is in; null for the root itself and for what is elsewhere.
    /// </summary>
    public static string? FolderOf(string space, string root) =>
        space.StartsWith(root + ".", StringComparison.Ordinal) ? space[(root.Length + 1)..].Split('.')[0] : null;

    private static IEnumerable<string> Ancestors(string space)
    {
        for (var dot = space.LastIndexOf('.'); dot > 0; dot = space.LastIndexOf('.', dot - 1))
            yield return space[..dot];
    }

    private static IReadOnlyList<Reference> ReferencesOf(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        return
        [
            .. (from type in module.GetTypes()
                from referred in TypeReferences.Of(type)
                select new Reference(
                    TypeReferences.NamespaceOf(type), type.FullName, TypeReferences.NamespaceOf(referred), referred.FullName))
            .Distinct(),
        ];
    }

    private sealed record Reference(string Namespace, string Type, string ReferredNamespace, string Referred);
}
