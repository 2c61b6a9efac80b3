using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.Tests.Architecture;
using MudBlazor;
using Xunit;

namespace ActivationWizard.Tests.App.Localisation;

/// <summary>Each word for people exists in both languages.</summary>
public sealed partial class ResourcesTests
{
    private static readonly string Folder = Path.Combine(Product.Root, "ActivationWizard.App", "Resources");

    /// <summary>Words that are the same in Dutch and English, or stand in their own language in both.</summary>
    private static readonly HashSet<string> SameInBoth =
    [
        "–", "{0} min", "1", "2", "3", "3b", "4", "{0} s", "Account", "E-mail", "Website", "Umbrella", "Viewpoint", "Postex", "Wonen mailbox",
        "English", "Nederlands", "Status", "Filter", "Begin", "=", "!=", "<", "<=", ">", ">=",
    ];

    /// <summary>The work instruction's own words, which are quoted and not translated.</summary>
    private const string Quoted = "InstructionText";

    public static TheoryData<string> Areas =>
        [.. Directory.GetFiles(Folder, "*Text.resx").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_InBothLanguages_HasTheSameKeys(string area) =>
        Assert.Equal(Read(area).Keys.Order(), Read($"{area}.en").Keys.Order());

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_InEnglish_IsTranslated(string area)
    {
        var dutch = Read(area);
        Assert.All(Read($"{area}.en"), pair =>
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
        var dutch = Read(area);
        Assert.All(Read($"{area}.en"), pair => Assert.Equal(Places(dutch[pair.Key]), Places(pair.Value)));
    }

    [Theory]
    [MemberData(nameof(Areas))]
    public void Area_WithoutTheEnglishFile_DoesNotExist(string area) =>
        Assert.True(File.Exists(Path.Combine(Folder, $"{area}.en.resx")));

    [Fact]
    public void MudBlazorText_ForEveryTextOfMudBlazor_HasATranslation()
    {
        var assembly = typeof(MudLocalizer).Assembly;
        using var stream = assembly.GetManifestResourceStream("MudBlazor.Resources.LanguageResource.resources")!;
        using var reader = new System.Resources.ResourceReader(stream);
        var theirs = reader.Cast<System.Collections.DictionaryEntry>().Select(entry => (string)entry.Key);
        Assert.Equal(theirs.Order(), Read("MudBlazorText").Keys.Order());
    }

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(Path.Combine(Folder, $"{file}.resx")).Root!.Elements("data")
            .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Places(string text) => Place().Matches(text).Select(match => match.Value).Order();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();
}
