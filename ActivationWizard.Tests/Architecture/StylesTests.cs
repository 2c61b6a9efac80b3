using System.Globalization;
using System.Text.RegularExpressions;
using ActivationWizard.App.Shell;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>One scale of sizes and one of spaces, with names, in one sheet; letters of our own.</summary>
public sealed partial class StylesTests
{
    private const string Tokens = "tokens.css";

    private static List<(string Path, string Text)> Sheets =>
        [.. Product.Files("ActivationWizard.App", ".css").Select(one => (one.Path, one.Text))];

    [Fact]
    public void Sizes_FromTheSmallestOfTheScaleToItsLargest_AreStepsOfIt()
    {
        var scale = Step().Matches(Sheets.Single(one => Path.GetFileName(one.Path) is Tokens).Text)
            .Where(one => one.Groups["name"].Value is "text").Select(one => Number(one.Groups["size"].Value)).ToList();

        Assert.Equal(scale.Order(), scale);
        Assert.Empty(Others().SelectMany(sheet => Size().Matches(sheet.Text)
            .Where(one => Number(one.Groups["size"].Value) is var size && size >= scale[0] && size <= scale[^1])
            .Select(one => $"{sheet.Path}: {one.Value}")));
    }

    [Fact]
    public void Steps_ThatASheetNames_AreThereAndEachIsUsed()
    {
        var made = Made().Matches(Sheets.Single(one => Path.GetFileName(one.Path) is Tokens).Text)
            .Select(one => one.Groups["name"].Value).ToList();
        var used = Others().SelectMany(sheet => Used().Matches(sheet.Text)).Select(one => one.Groups["name"].Value).Distinct();

        Assert.Equal(made.Order(StringComparer.Ordinal), used.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Letters_OfThePage_AreThoseInTheFolder()
    {
        var sheet = Sheets.Single(one => Path.GetFileName(one.Path) is Tokens).Text;
        var files = Url().Matches(sheet).Select(one => one.Groups["file"].Value).ToList();

        Assert.Equal(2, files.Count);
        Assert.All(files, file => Assert.True(
            File.Exists(Path.Combine(Product.Root, "ActivationWizard.App", "wwwroot", file)), file));
        Assert.Contains($"\"{Appearance.Light.Typography.Default.FontFamily![0]}\"", sheet, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Path, string Text)> Others() =>
        Sheets.Where(one => Path.GetFileName(one.Path) is not Tokens);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"--aw-(?<name>text|space)-\d+:\s*(?<size>[\d.]+)rem")]
    private static partial Regex Step();

    [GeneratedRegex(@"(?<name>--aw-(?:text|space)-\d+):")]
    private static partial Regex Made();

    [GeneratedRegex(@"var\((?<name>--aw-(?:text|space)-\d+)\)")]
    private static partial Regex Used();

    [GeneratedRegex(@"font-size:\s*(?<size>[\d.]+)rem")]
    private static partial Regex Size();

    [GeneratedRegex(@"url\((?<file>[^)]+)\)")]
    private static partial Regex Url();
}
