using ActivationWizard.Tests.TestKit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>The four screens of the team lead, with cases of every sort in them.</summary>
public sealed class LookingBackAccessibilityTests(LookingBackGallery gallery, BrowserHost browser) : IClassFixture<LookingBackGallery>
{
    [Theory]
    [InlineData("nl", false, 1280)]
    [InlineData("en", true, 1280)]
    [InlineData("nl", true, 320)]
    [InlineData("en", false, 320)]
    public async Task Screens_WithCases_AreAccessible(string language, bool dark, int width)
    {
        var view = new BrowserView(language, dark, width);
        await using var desk = await Desktop.OpenAsync(browser, gallery.Seeded.App.Address, Actors.Els, view);

        Assert.Empty(await GalleryWalk.WalkAsync(desk, view, gallery.Exhibits));
    }
}
