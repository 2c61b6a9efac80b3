using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.Tests.Kit;
using MudBlazor;
using Xunit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>Each word for people exists in both languages.</summary>
public sealed partial class ResourcesTests
{
    private static readonly Dictionary<string, string> Paths = Product.Files("ActivationWizard.App", "Text.resx")
        .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Path), file => Path.Combine(Product.Root, file.Path));

    /// <summary>Words that are the same in Dutch and English, or stand in their own language in both.</summary>
    private static readonly HashSet<string> SameInBoth =
    [
        "–", "{0} d", "{0} min", "1", "2", "3", "3b", "4", "{0} s", "Account", "E-mail", "Website", "Umbrella", "Viewpoint",
        "Postex", "Wonen mailbox",
        "English", "Nederlands", "Postcode", "Status", "Filter", "Begin", "=", "!=", "<", "<=", ">", ">=",
    ];

    /// <summary>The work instruction's own words, which are quoted and not translated.</summary>
    private const string Quoted = "InstructionText";

    public static TheoryData<string> Areas =>
        [.. Paths.Keys.Order()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_InBothLanguages_HasTheSameKeys(string area) =>
        Assert.Equal(Read(Paths[area]).Keys.Order(), Read(English(area)).Keys.Order());

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_InEnglish_IsTranslated(string area)
    {
        var dutch = Read(Paths[area]);
        Assert.All(Read(English(area)), pair =>
        {
            Assert.False(string.IsNullOrWhiteSpace(pair.Value), pair.Key);
            if (area != Quoted && !SameInBoth.Contains(pair.Value))
                Assert.NotEqual(dutch[pair.Key], pair.Value);
        });
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_InBothLanguages_FillsInTheSameThings(string area)
    {
        var dutch = Read(Paths[area]);
        Assert.All(Read(English(area)), pair => Assert.Equal(Places(dutch[pair.Key]), Places(pair.Value)));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_WithoutTheEnglishFile_DoesNotExist(string area) =>
        Assert.True(File.Exists(English(area)));

    [Fact]
    public void MudBlazorText_ForEveryTextOfMudBlazor_HasATranslation()
    {
        var assembly = typeof(MudLocalizer).Assembly;
        using var stream = assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!;
        using var reader = new System.Resources.ResourceReader(stream);
        var theirs = reader.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
        Assert.Equal(theirs.Order(), Read(Paths["MudBlazorText"]).Keys.Order());
    }

    private static string English(string area) => Path.ChangeExtension(Paths[area], ".en.resx");

    private static Dictionary<string, string> Read(string path) =>
        XDocument.Load(path).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
