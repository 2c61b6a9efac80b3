using System.Text.RegularExpressions;
using System.Xml.Linq;
using ActivationWizard.Tests.Kit;

namespace ActivationWizard.Tests.App.Words;

/// <summary>One thing has one name on the screen, and a name is of one thing; what was ever confused stays kept apart.</summary>
public sealed partial class OneWordTests
{
    [Fact]
    public void English_NeverSaysAnotherNameForTheSame() => Assert.Empty(
        Product.Files("ActivationWizard.App", "Text.en.resx")
            .SelectMany(file => XDocument.Parse(file.Text).Root!.Elements("data"))
            .Select(data => (string)data.Element("value")!)
            .Where(text => Astray().IsMatch(text)));

    [Fact]
    public void Dutch_SaysWhatPeopleSay() => Assert.Empty(
        Product.Files("ActivationWizard.App", "Text.resx")
            .SelectMany(file => XDocument.Parse(file.Text).Root!.Elements("data"))
            .Select(data => (string)data.Element("value")!)
            .Where(text => Clumsy().IsMatch(text)));

    // A postcode; a check that is needed; the court administrator, who is no system manager; and two times.
    [GeneratedRegex(
        @"postal code|needs? (a look|a check|attention)|needed attention|(?<!court )administrator|\bduration\b|lead time",
        RegexOptions.IgnoreCase)]
    private static partial Regex Astray();

    [GeneratedRegex(@"\bZij staat\b|Keren gevraagd|Helft korter|verzegeling en|met hun verzegeling|[Dd]oorlooptijd|^Duur\b")]
    private static partial Regex Clumsy();
}
