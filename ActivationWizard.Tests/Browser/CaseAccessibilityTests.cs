using ActivationWizard.Tests.TestKit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>The page of a case in every state it can show.</summary>
public sealed class CaseAccessibilityTests(CaseGallery gallery, BrowserHost browser) : IClassFixture<CaseGallery>
{
    [Theory]
    [InlineData("nl", false, 1280)]
    [InlineData("en", true, 320)]
    [InlineData("nl", true, 1280)]
    [InlineData("en", false, 320)]
    public async Task Case_InEveryState_IsAccessible(string language, bool dark, int width)
    {
        var view = new BrowserView(language, dark, width);
        await using var desk = await Desktop.OpenAsync(browser, gallery.Seeded.App.Address, Actors.Sanne, view);

        Assert.Empty(await GalleryWalk.WalkAsync(desk, view, gallery.Exhibits.Append(await gallery.BusyAsync())));
    }
}
