using System.Text.RegularExpressions;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>The documents name what is there, fit on a screen, and know no machine.</summary>
public sealed partial class DocumentsTests
{
    private const int LongestReadme = 200;

    // A row of a table cannot be broken: a setting needs seven columns, a requirement its reason.
    private static readonly string[] WithWideTables = ["docs/settings.md", "docs/asvs.md"];

    private static readonly string[] OfMachines = ["/root/", "/home/", "/tmp/", "/work/", "C:\\"];

    // Where an installation or a run keeps its files: they are not in the repository.
    private static readonly string[] MadeByRunning = ["journal.db", "keys.db", "appsettings.json", "checkpoint.json"];

    private static readonly (string Path, string Text)[] Documents =
    [
        .. Directory.EnumerateFiles(Product.Root, "*.md").Select(file => Path.GetFileName(file))
            .Select(name => (name, File.ReadAllText(Path.Combine(Product.Root, name)))),
        .. Product.Files("docs", ".md"),
    ];

    public static TheoryData<string> Paths => [.. Documents.Select(one => one.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_ToFiles_AreThere(string path)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Product.Root, path))!;

        Assert.DoesNotContain(Targets(TextOf(path)), target => !Path.Exists(Path.Combine(folder, target)));
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Names_OfSources_AreThere(string path) =>
        Assert.DoesNotContain(Sources(TextOf(path)), name => !IsThere(name));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Lines_OfADocument_FitOnAScreen(string path) => Assert.Empty(HouseRules.WiderThan(
        HouseRules.MostColumns, [(path, WithWideTables.Contains(path) ? WithoutTables(TextOf(path)) : TextOf(path))]));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Text_OfADocument_KnowsNoMachine(string path) =>
        Assert.DoesNotContain(OfMachines, part => TextOf(path).Contains(part, StringComparison.Ordinal));

    [Fact]
    public void Readme_Lines_AreFewEnoughToBeRead() =>
        Assert.InRange(TextOf("README.md").Split('\n').Length, 1, LongestReadme);

    [Fact]
    public void Decisions_EachFile_IsNumberedInOrderAndInTheIndex()
    {
        var files = Documents.Select(one => one.Path).Where(path => path.StartsWith("docs/decisions/0", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(path => Path.GetFileName(path)).ToArray();
        var dates = files.Select(file => Date().Match(TextOf($"docs/decisions/{file}")).Groups[1].Value).ToArray();

        Assert.NotEmpty(files);
        Assert.Equal(Enumerable.Range(1, files.Length).Select(number => $"{number:0000}"), files.Select(file => file[..4]));
        Assert.Equal(dates.Order(StringComparer.Ordinal), dates);
        Assert.Equal(files, Targets(TextOf("docs/decisions/README.md")).Where(target => target.StartsWith('0')));
    }

    [Fact]
    public void EveryRule_PlantedBreach_IsFound()
    {
        const string text = "[a](docs/none.md#part) [b](https://example.org/x.md) `None.cs` `A/B.razor` `*.cs` ![c](d.png)";

        Assert.Equal(["docs/none.md", "d.png"], Targets(text));
        Assert.Equal(["None.cs", "A/B.razor"], Sources(text));
        Assert.False(IsThere("None.cs"));
        Assert.True(IsThere("Program.cs"));
        Assert.True(IsThere("ActivationWizard.Domain/Rules/DecisionTable.cs"));
    }

    private static IEnumerable<string> Targets(string text) => Link().Matches(text)
        .Select(link => link.Groups[1].Value.Split('#')[0])
        .Where(target => target.Length > 0 && !target.Contains(':', StringComparison.Ordinal));

    private static IEnumerable<string> Sources(string text) => Source().Matches(text)
        .Select(name => name.Groups[1].Value)
        .Where(name => !name.StartsWith('/') && !MadeByRunning.Contains(Path.GetFileName(name)));

    private static bool IsThere(string name) => Product.Paths.Any(path =>
        path == name || path.EndsWith("/" + name, StringComparison.Ordinal));

    private static string WithoutTables(string text) =>
        string.Join('\n', text.Split('\n').Select(line => line.StartsWith('|') ? "" : line));

    private static string TextOf(string path) => Documents.Single(one => one.Path == path).Text;

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    // Between back quotes: a file of ours by its name or with its folders.
    [GeneratedRegex(@"`([A-Za-z0-9_./-]+\.(?:cs|razor|resx|csproj|sln|props|css|js|mmd|md|json|txt|db))`")]
    private static partial Regex Source();

    [GeneratedRegex(@"^- Date: (\d{4}-\d{2}-\d{2})$", RegexOptions.Multiline)]
    private static partial Regex Date();
}
