using ActivationWizard.Tests.TestKit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>The four screens of the team lead, with cases of every sort in them.</summary>
public sealed class LookingBackAccessibilityTests(LookingBackGallery gallery, BrowserHost browser) : IClassFixture<LookingBackGallery>
{
    [Theory]
    [InlineData("nl")]
    [InlineData("en")]
    public async Task Screens_WithCases_AreAccessible(string language)
    {
        await using var desk = await Desktop.OpenAsync(browser, gallery.Seeded.App.Address, Actors.Els, new BrowserView(language));

        Assert.Empty(await GalleryWalk.WalkAsync(desk, gallery.Exhibits));
    }
}
