using ActivationWizard.Tests.Architecture;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// How many source files each folder has, those of its subfolders included, and which of its siblings it knows, as compiled; and
/// how many rows of siblings have a circle.
/// </summary>
internal static class FoldersBenchmark
{
    private static readonly string[] Endings = [".cs", ".razor", ".js", ".css", ".resx"];

    public static async Task RunAsync(TextWriter output)
    {
        var circles = 0;
        await output.WriteLineAsync("| folder | files | knows |\n| --- | ---: | --- |");
        foreach (var (parent, assembly) in FolderArrows.Assemblies
            .SelectMany(assembly => FolderArrows.Parents(assembly).Select(parent => (parent, assembly)))
            .DistinctBy(one => one.parent))
        {
            var arrows = FolderArrows.Below(parent, assembly);
            circles += FolderArrows.Circle(arrows).Count is 0 ? 0 : 1;
            var path = PathOf(parent, assembly.GetName().Name!);
            foreach (var folder in Directory.EnumerateDirectories(path).Select(Path.GetFileName).OfType<string>().Order())
            {
                var files = Endings.Sum(ending => Product.Files(Path.Combine(path, folder), ending).Count());
                var knows = arrows.Where(arrow => arrow.From == folder).Select(arrow => arrow.To);
                if (files > 0)
                    await output.WriteLineAsync($"| {parent}.{folder} | {files} | {string.Join(", ", knows)} |");
            }
        }

        await output.WriteLineAsync($"rows of siblings with a circle: {circles} (0)");
    }

    private static string PathOf(string space, string project) =>
        Path.Combine([Product.Root, project, .. space[project.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries)]);
}
