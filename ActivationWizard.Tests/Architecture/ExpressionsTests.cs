using System.Reflection;
using System.Text.RegularExpressions;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>
/// No regular expression of the product takes longer than the text it reads is long: written in the source and of a shape that
/// does not look back, or by the engine that cannot.
/// </summary>
public sealed partial class ExpressionsTests
{
    private const BindingFlags Every =
        BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    [Fact]
    public void Expressions_InTheSource_NeverLookBack()
    {
        var patterns = Product.Types.SelectMany(type => type.GetMethods(Every))
            .Select(method => (method, method.GetCustomAttribute<GeneratedRegexAttribute>()?.Pattern))
            .Where(one => one.Pattern is not null)
            .ToList();

        Assert.NotEmpty(patterns);
        Assert.DoesNotContain(patterns, one => LooksBack(one.Pattern!));
    }

    [Fact]
    public void Expressions_MadeAtRunTime_AreOfTheEngineThatCannotLookBack() => Assert.Empty(
        from project in new[] { "ActivationWizard.App", "ActivationWizard.Domain", "ActivationWizard.Integrations" }
        from ending in new[] { ".cs", ".razor" }
        from file in Product.Files(project, ending)
        from Match made in MadeAtRunTime().Matches(file.Text)
        where !file.Text.AsSpan(made.Index, Math.Min(250, file.Text.Length - made.Index))
            .Contains("NonBacktracking", StringComparison.Ordinal)
        select $"{file.Path}: {made.Value}");

    [Theory]
    [InlineData(@"\A(a+)+\z", true)]
    [InlineData(@"\A((a|b)*c)*\z", true)]
    [InlineData(@"\A(?:[a-z]+ ?){2,}\z", true)]
    [InlineData(@"(?<=@\S*)\.", true)]
    [InlineData(@"(a)\1", true)]
    [InlineData(@"\A([ \-]*[A-Z]){0,6}\z", false)]
    [InlineData(@"\A[(+)*]+(\)+)\z", false)]
    [InlineData(@"\A(?<number>[0-9]{1,4})+\z", false)]
    public void LooksBack_AShape_IsFound(string pattern, bool expected) => Assert.Equal(expected, LooksBack(pattern));

    // What may repeat without end, inside what may repeat without end, is tried in every way; and what looks behind, or asks for
    // the same again, is tried at every place.
    private static bool LooksBack(string pattern)
    {
        if (pattern.Contains("(?<=", StringComparison.Ordinal) || pattern.Contains("(?<!", StringComparison.Ordinal)
            || Again().IsMatch(pattern))
            return true;

        var shape = GroupHead().Replace(ClassOrSign().Replace(pattern, "x"), "(");
        while (Innermost().Match(shape) is { Success: true } group)
        {
            var isEndless = Endless().IsMatch(group.Groups["inner"].Value);
            if (isEndless && Endless().IsMatch(group.Groups["times"].Value))
                return true;
            shape = shape[..group.Index] + (isEndless ? "x*" : $"x{group.Groups["times"].Value}")
                + shape[(group.Index + group.Length)..];
        }

        return false;
    }

    [GeneratedRegex(@"\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(|\bnew Regex\("
        + @"|\bRegex \w+( =>|\(string \w+\) =>| =)\s+new\(")]
    private static partial Regex MadeAtRunTime();

    [GeneratedRegex(@"\\[1-9k]")]
    private static partial Regex Again();

    [GeneratedRegex(@"\\.|\[\^?(\\.|[^\\\]])*\]")]
    private static partial Regex ClassOrSign();

    [GeneratedRegex(@"\(\?(<\w+>|[:=!>])")]
    private static partial Regex GroupHead();

    [GeneratedRegex(@"\((?<inner>[^()]*)\)(?<times>\*|\+|\?|\{\d+(,\d*)?\})?")]
    private static partial Regex Innermost();

    [GeneratedRegex(@"[*+]|\{\d+,\}")]
    private static partial Regex Endless();
}
