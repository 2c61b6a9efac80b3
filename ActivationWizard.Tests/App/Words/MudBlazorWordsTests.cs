using ActivationWizard.App.Words;
using ActivationWizard.Tests.Kit.Basics;
using Xunit;

namespace ActivationWizard.Tests.App.Words;

public sealed class MudBlazorWordsTests
{
    [Theory]
    [InlineData("nl-NL", "Volgende")]
    [InlineData("en-GB", "Next")]
    public void Item_OfAKnownText_IsInTheLanguageOfThePage(string culture, string expected)
    {
        using var language = new FixedCulture(culture);
        Assert.Equal(expected, new MudBlazorWords()["MudStepper_Next"].Value);
    }

    [Fact]
    public void Item_WithArguments_FillsThemIn()
    {
        using var dutch = new FixedCulture("nl-NL");
        Assert.Equal("1 tot en met 25 van 31", new MudBlazorWords()["MudDataGridPager_InfoFormat", 1, 25, 31].Value);
    }

    [Fact]
    public void Item_OfAnUnknownText_IsSaidToBeMissing() => Assert.True(new MudBlazorWords()["Bestaat_Niet"].ResourceNotFound);
}
