using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>One thing has one name on the screen, and a name is of one thing; what was ever confused stays kept apart.</summary>
public sealed partial class OneWordTests
{
    [Fact]
    public void English_NeverSaysAnotherNameForTheSame() =>
        Assert.DoesNotContain(Words("Text.en.resx"), text => Astray().IsMatch(text));

    [Fact]
    public void Dutch_SaysWhatPeopleSay() =>
        Assert.DoesNotContain(Words("Text.resx"), text => Clumsy().IsMatch(text));

    private static IEnumerable<string> Words(string files) => Product.Files("ActivationWizard.App", files)
        .SelectMany(file => XDocument.Parse(file.Text).Root!.Elements("data"))
        .Select(data => (string)data.Element("value")!);

    // A postcode; a check that is needed; the court administrator, who is no system manager; and two times.
    [GeneratedRegex(
        @"postal code|needs? (a look|a check|attention)|needed attention|(?<!court )administrator|\bduration\b|lead time",
        RegexOptions.IgnoreCase)]
    private static partial Regex Astray();

    [GeneratedRegex(@"\bZij staat\b|Keren gevraagd|Helft korter|verzegeling en|met hun verzegeling|[Dd]oorlooptijd|^Duur\b")]
    private static partial Regex Clumsy();
}
