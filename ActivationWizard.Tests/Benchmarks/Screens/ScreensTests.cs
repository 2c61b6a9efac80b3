using System.Reflection;
using ActivationWizard.App.Shell;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.AspNetCore.Components;

namespace ActivationWizard.Tests.Benchmarks.Screens;

/// <summary>
/// A reader of the repository sees every page there is; the command that takes the pictures is <see cref="ScreensBenchmark"/>.
/// </summary>
public sealed class ScreensTests
{
    // As the browser packs them.
    private const int MostBytes = 220 * 1024;

    /// <summary>Goes on to another page before anything is seen of it.</summary>
    private static readonly Type[] NeverSeen = [typeof(HomePage)];

    private static IEnumerable<string> Listed =>
        ScreenPicture.All.SelectMany(one => new[] { ScreensBenchmark.File(one, false), ScreensBenchmark.File(one, true) });

    [Fact]
    public void Pictures_OfEveryPage_AreInTheList()
    {
        var pages = Product.App.GetTypes()
            .Where(type => type.IsDefined(typeof(RouteAttribute), inherit: false)).Except(NeverSeen);

        Assert.Empty(pages.Except(ScreenPicture.All.Select(one => one.Page)).Select(page => page.Name));
    }

    [Fact]
    public void Pictures_OfEveryStepOfACase_AreInTheList() =>
        Assert.Equal(Enum.GetValues<WizardStep>(),
            ScreenPicture.All.Select(one => one.Step).OfType<WizardStep>().Distinct().Order());

    [Fact]
    public void Pictures_InTheList_AreThereInLightAndDarkAndSmall() =>
        Assert.All(Listed, file =>
        {
            var picture = new FileInfo(Path.Combine(ScreensBenchmark.Folder, file));
            Assert.True(picture.Exists, file);
            Assert.InRange(picture.Length, 1, MostBytes);
        });

    [Fact]
    public void Pictures_InTheFolder_AreAllOnItsPage()
    {
        Assert.Equal(ScreensBenchmark.Page(), File.ReadAllText(Path.Combine(ScreensBenchmark.Folder, "README.md")));
        Assert.Equal(
            Listed.Order(StringComparer.Ordinal),
            Directory.GetFiles(ScreensBenchmark.Folder, "*.png")
                .Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }
}
