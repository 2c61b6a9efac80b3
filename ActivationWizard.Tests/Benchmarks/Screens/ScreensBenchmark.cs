using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;

namespace ActivationWizard.Tests.Benchmarks.Screens;

/// <summary>Takes a picture of every screen, light and dark, and writes the page that shows them.</summary>
internal static class ScreensBenchmark
{
    /// <summary>The folder of the pictures.</summary>
    public static string Folder { get; } = Path.Combine(Product.Root, "docs", "screens");

    public static string File(ScreenPicture picture, bool dark) => $"{picture.Name}-{(dark ? "dark" : "light")}.png";

    /// <summary>The page that shows them all, in order.</summary>
    public static string Page()
    {
        const string head = """
            # The screens

            Taken from the running demonstration, in Dutch, at 1280 by 900, by
            `dotnet run --project ActivationWizard.Tests -c Release -- --benchmark screens`.

            """;
        return head + string.Concat(ScreenPicture.All.Select(picture => $"""

            ## {picture.Line}

            <picture>
              <source media="(prefers-color-scheme: dark)" srcset="{File(picture, true)}">
              <img src="{File(picture, false)}" alt="{picture.Line}">
            </picture>

            [light]({File(picture, false)}) · [dark]({File(picture, true)})

            """));
    }

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        await using var gallery = new CaseGallery(
            browser, new TestApp(new() { Clock = new PictureClock(), Settings = MailApp.Settings }));
        await gallery.InitializeAsync();
        foreach (var (dark, reader) in new[] { false, true }
            .SelectMany(_ => ScreenPicture.All.Select(one => one.Person).Distinct(), (dark, reader) => (dark, reader)))
        {
            await using var desk = await Desktop.OpenAsync(
                browser, gallery.App.Address, reader ?? DemoPeople.Sanne, new BrowserView(Dark: dark));
            if (reader is null)
                await desk.SignOutAsync();
            foreach (var picture in ScreenPicture.All.Where(one => one.Person == reader && !one.IsAtTheDoor))
                await KeepAsync(output, picture, dark, await TakeAsync(desk, gallery, picture));
        }

        await using var production = new ProductionApp();
        await production.InitializeAsync();
        var atTheDoor = ScreenPicture.All.Single(one => one.IsAtTheDoor);
        foreach (var dark in new[] { false, true })
        {
            await using var window = await TwoJobs.AskedAsync(browser, production, new BrowserView(Dark: dark));
            await KeepAsync(output, atTheDoor, dark, await window.Page.ScreenshotAsync());
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(Folder, "README.md"), Page());
    }

    private static async Task KeepAsync(TextWriter output, ScreenPicture picture, bool dark, byte[] taken)
    {
        await System.IO.File.WriteAllBytesAsync(Path.Combine(Folder, File(picture, dark)), taken);
        await output.WriteLineAsync($"{File(picture, dark)}: {taken.Length / 1024} kB");
    }

    private static async Task<byte[]> TakeAsync(Desktop desk, CaseGallery gallery, ScreenPicture picture)
    {
        var exhibit = picture.Name is "busy"
            ? await gallery.BusyAsync() : gallery.Exhibits.FirstOrDefault(one => one.Name == picture.Path);
        var (path, sign, act) = exhibit is null
            ? (gallery.At(picture.Path), picture.Sign, picture.Act)
            : (exhibit.Path, exhibit.Sign, exhibit.Act);
        await desk.GoUnaskedAsync(path);
        if (act is not null)
            await act(desk);
        await desk.WaitForAsync(sign);
        return await desk.Page.ScreenshotAsync();
    }
}
