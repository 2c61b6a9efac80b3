using System.Text.RegularExpressions;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.Architecture;

/// <summary>docs/glossary.md holds: its words are in the code, and the words it keeps out are in no type's name.</summary>
public sealed partial class GlossaryTests
{
    private const string KeptOut = "## Not in the name of a type";

    /// <summary>Types that have such a word all the same, each with the reason.</summary>
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["Look"] = "a move: the wizard looks for evidence",
        ["LookAgain"] = "an answer: a person has the wizard look for evidence again",
        ["LookAgainAsked"] = "the event of that answer, whose name in the journal never changes",
        ["LookMyself"] = "an answer: a person looks in the system",
        ["MarkLook"] = "how a mark is drawn",
        ["Silent"] = "an outcome: the system gave nothing, for a failure reason",
        ["UserMenu"] = "the menu of whoever is signed in, whatever the role",
    };

    private static readonly string Text = File.ReadAllText(Path.Combine(Product.Root, "docs", "glossary.md"));

    [Fact]
    public void Types_NamedInTheGlossary_AreThere()
    {
        var named = TypeName().Matches(Text[..Text.IndexOf(KeptOut, StringComparison.Ordinal)])
            .SelectMany(cell => Quoted().Matches(cell.Value)).Select(name => name.Groups[1].Value).ToArray();

        Assert.NotEmpty(named);
        Assert.Empty(named.Except(Product.Types.Select(NameOf)));
    }

    [Fact]
    public void WordsKeptOut_OfTypes_AreInNone() =>
        Assert.Empty(With(Words(), Product.Types.Where(type => !Exceptions.ContainsKey(NameOf(type)))));

    [Fact]
    public void Exceptions_Each_IsStillOne() =>
        Assert.Empty(Exceptions.Keys.Except(With(Words(), Product.Types).Select(name => name.Split('.').Last())));

    [Fact]
    public void WordsKeptOut_PlantedBreach_IsFoundAsAWholeWordOnly()
    {
        Assert.Equal([typeof(CaseLooks).FullName!.Replace('+', '.')], With(["Look"], [typeof(CaseLooks), typeof(Lookup)]));
        Assert.NotEmpty(Words());
    }

    // A word of a name begins with a capital; an s behind it is the same word.
    private static IEnumerable<string> With(string[] words, IEnumerable<Type> types) =>
        from type in types
        where WordOfName().Matches(NameOf(type)).Any(part => words.Any(word => part.Value == word || part.Value == word + "s"))
        select type.FullName!.Replace('+', '.');

    private static string[] Words() => [.. KeptOutWord().Matches(Text[Text.IndexOf(KeptOut, StringComparison.Ordinal)..])
        .Select(row => row.Groups[1].Value)];

    private static string NameOf(Type type) => type.Name.Split('`')[0];

    // The second cell of a row.
    [GeneratedRegex(@"(?<=^\|[^|\n]*\|)[^|\n]*(?=\|)", RegexOptions.Multiline)]
    private static partial Regex TypeName();

    [GeneratedRegex("`([A-Za-z]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^\| `(\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex KeptOutWord();

    [GeneratedRegex("[A-Z][a-z]*")]
    private static partial Regex WordOfName();

    private sealed class CaseLooks;

    private sealed class Lookup;
}
