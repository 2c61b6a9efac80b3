using System.Reflection;
using System.Runtime.CompilerServices;

namespace ActivationWizard.Tests.Kit;

/// <summary>The product as it was built: its assemblies, the types people wrote in them, and the files they are in.</summary>
internal static class Product
{
    public static readonly Assembly Domain = Assembly.Load("ActivationWizard.Domain");
    public static readonly Assembly Integrations = Assembly.Load("ActivationWizard.Integrations");
    public static readonly Assembly App = Assembly.Load("ActivationWizard.App");

    /// <summary>The folder of the solution.</summary>
    public static string Root { get; } = FindRoot(new(AppContext.BaseDirectory));

    /// <summary>
    /// Every file of the repository, from its root; what a build, a test run and a demonstration make is left out.
    /// </summary>
    public static IReadOnlyList<string> Paths { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or ".git" or "artifacts" or "data")),
    ];

    /// <summary>Types written by hand in all three; what the compiler or a generator made is left out.</summary>
    public static IEnumerable<Type> Types =>
        new[] { Domain, Integrations, App }.SelectMany(assembly => assembly.GetTypes()).Where(IsWritten);

    /// <summary>Source files below a folder of the solution, by their ending, as (path from the root, text).</summary>
    public static IEnumerable<(string Path, string Text)> Files(string folder, string ending) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*" + ending, SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(part => part is "bin" or "obj" or "Migrations" or "Compiled"))
            .Select(path => (path, File.ReadAllText(Path.Combine(Root, path))));

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith("ActivationWizard.", StringComparison.Ordinal) == true
        && !type.Namespace.Contains("Migrations", StringComparison.Ordinal)
        && !type.Namespace.EndsWith(".Compiled", StringComparison.Ordinal)
        && !type.Name.Contains('<')
        && type.Name != "_Imports"
        && !type.IsDefined(typeof(CompilerGeneratedAttribute))
        && (type.DeclaringType is null || IsWritten(type.DeclaringType));

    private static string FindRoot(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "ActivationWizard.sln")) ? folder.FullName : FindRoot(folder.Parent!);
}
