using System.Reflection;
using System.Text.RegularExpressions;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Components;

/// <summary>Whoever reads that something was refused reads why, in words.</summary>
public sealed partial class RefusalWordsTests
{
    /// <summary>What the simulators answer to questions, or to who is not let in; no effect is refused by it.</summary>
    private static readonly string[] OfReads =
    [
        "geen-code", "code-verlopen", "niet-geautoriseerd", "session_not_found", "parameter_unknown", "filter", "cursor",
        "scope",
    ];

    public static TheoryData<string> Codes => [.. RefusalCodes.All.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Codes))]
    public void Of_EveryCode_IsASentenceInBothLanguages(string code)
    {
        var (dutch, english) = (Words(code, "nl-NL"), Words(code, "en-GB"));

        Assert.NotEqual(dutch, english);
        Assert.All([dutch, english], words =>
        {
            Assert.EndsWith(".", words, StringComparison.Ordinal);
            Assert.DoesNotContain('{', words);
            Assert.DoesNotContain("niet kent:", words, StringComparison.Ordinal);
        });
    }

    [Theory]
    [InlineData("smtp-550", "De mailserver nam de mail niet aan (nummer 550).")]
    [InlineData("iets-nieuws", "Viewpoint weigerde dit met een melding die de wizard niet kent: iets-nieuws.")]
    [InlineData("MailServer", "Viewpoint weigerde dit met een melding die de wizard niet kent: MailServer.")]
    public void Of_CodeOfNoList_IsShownAsItIs(string code, string words) => Assert.Equal(words, Words(code, "nl-NL"));

    [Fact]
    public void Codes_ThatAreNamed_AreAllOfThem()
    {
        var named = typeof(RefusalCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => !field.Name.EndsWith("Prefix", StringComparison.Ordinal))
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Empty(named.Except(RefusalCodes.All));
    }

    [Fact]
    public void Refusals_InTheSources_TakeTheirCodeFromTheList() =>
        Assert.Empty(Sources("ActivationWizard.Domain", "ActivationWizard.Integrations")
            .Where(file => !file.Path.Contains("/Sandbox/", StringComparison.Ordinal) && LooseCode().IsMatch(file.Text))
            .Select(file => file.Path));

    [Fact]
    public void Refusals_OfTheSimulators_AreInTheList()
    {
        var said = Sources("ActivationWizard.Integrations/Sandbox").SelectMany(file => SimulatedCode().Matches(file.Text))
            .Select(match => match.Groups["code"].Value).Distinct().Except(OfReads).ToList();

        Assert.True(said.Count > 10);
        Assert.Empty(said.Except(RefusalCodes.All));
    }

    private static IEnumerable<(string Path, string Text)> Sources(params string[] folders) =>
        folders.SelectMany(folder => Product.Files(folder, ".cs"));

    private static string Words(string code, string culture)
    {
        using var language = new FixedCulture(culture);
        return RefusalWords.Of(ForeignSystem.Viewpoint, code);
    }

    [GeneratedRegex("""(Refused|CodeNotMailed)\([^()]*"[a-z]""")]
    private static partial Regex LooseCode();

    [GeneratedRegex("""(Problem|Foutbericht|Fault)\(\s*4[0-9]{2}, "(?<code>[a-z_-]+)"|400, "(?<code>address_invalid)""")]
    private static partial Regex SimulatedCode();
}
