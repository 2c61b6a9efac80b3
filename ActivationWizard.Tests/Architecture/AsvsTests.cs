using System.Globalization;
using System.Text.RegularExpressions;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>docs/asvs.md has every requirement of levels 1 and 2 once, and the tests it names are there.</summary>
public sealed partial class AsvsTests
{
    // As many as the standard has at the two levels, in its version 5.0.0.
    private const int Requirements = 253;

    private static readonly string Text = File.ReadAllText(Path.Combine(Product.Root, "docs", "asvs.md"));

    [Fact]
    public void Requirements_OfBothLevels_AreThereOnce()
    {
        var all = Row().Matches(Text).SelectMany(row => Numbers(row.Groups[1].Value)).ToList();

        Assert.Empty(all.GroupBy(one => one).Where(same => same.Count() > 1).Select(same => same.Key));
        Assert.Equal(Requirements, all.Count);
    }

    [Fact]
    public void Tests_ThatAreNamed_AreThere()
    {
        var named = TestName().Matches(Text).Select(name => name.Groups[1].Value).Distinct().ToList();
        var there = typeof(AsvsTests).Assembly.GetTypes().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(named);
        Assert.DoesNotContain(named, name => !there.Contains(name));
    }

    [Fact]
    public void Numbers_OfARange_AreAllOfThem() => Assert.Equal(
        ["V1.2.3", "V6.2.9", "V6.2.10", "V6.2.11", "V7.1.1"], Numbers("V1.2.3, V6.2.9 to V6.2.11, V7.1.1"));

    private static IEnumerable<string> Numbers(string cell) => cell.Split(", ").SelectMany(part =>
    {
        if (part.Split(" to ") is not [var first, var last])
            return [part];
        var (section, from) = (first[..first.LastIndexOf('.')], Last(first));
        return Enumerable.Range(from, Last(last) - from + 1).Select(number => $"{section}.{number}");
    });

    private static int Last(string number) =>
        int.Parse(number.AsSpan(number.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\| (V\d[^|]*) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"`(\w+Tests)`")]
    private static partial Regex TestName();
}
