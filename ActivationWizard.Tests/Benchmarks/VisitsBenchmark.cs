using System.Globalization;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// What a browser fetches on a first visit and on the next one, as it went over the wire; the circuit's own messages are not in
/// it.
/// </summary>
internal static class VisitsBenchmark
{
    public static async Task RunAsync(TextWriter output)
    {
        using var data = new TemporaryFolder();
        await using var app = await AppProcess.StartAsync(data.Path);
        await using var browser = new BrowserHost();
        await output.WriteLineAsync(
            "| Page | First visit | Requests | Second visit | Requests |\n| --- | --- | --- | --- | --- |");
        (string Name, string Path)[] visits =
            [("signing in", Urls.SignIn), ("work list", Urls.Work), ("search", "/zoek?q=van")];
        foreach (var (name, path) in visits)
        {
            await using var window = await browser.OpenAsync(app.Address);
            var address = path is Urls.SignIn ? path : await SignInAsync(window.Page, app.Address, path);
            var first = await VisitAsync(window.Page.Context, address);
            var second = await VisitAsync(window.Page.Context, address);
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {first.Bytes / 1024.0:0.0} kB | {first.Requests} "
                + $"| {second.Bytes / 1024.0:0.0} kB | {second.Requests} |"));
        }
    }

    // By the form alone, so that nothing of a page is in the browser's cache yet. The address of the page, with its words sealed.
    private static async Task<string> SignInAsync(IPage page, Uri address, string path)
    {
        using var visitor = new Visitor(address);
        await visitor.SignInAsync(DemoPeople.Sanne);
        await page.Context.AddCookiesAsync(
            visitor.Cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = address.AbsoluteUri }));
        return path.Contains('?', StringComparison.Ordinal) ? await visitor.SendFormAsync(path) : path;
    }

    private static async Task<(double Bytes, int Requests)> VisitAsync(IBrowserContext context, string path)
    {
        var page = await context.NewPageAsync();
        var wire = await context.NewCDPSessionAsync(page);
        var (bytes, requests) = (0.0, 0);
        await wire.SendAsync("Network.enable");
        wire.Event("Network.loadingFinished").OnEvent += (_, finished) =>
        {
            var length = finished!.Value.GetProperty("encodedDataLength").GetDouble();
            (bytes, requests) = (bytes + length, requests + (length > 0 ? 1 : 0));
        };
        await page.GotoAsync(path);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.CloseAsync();
        return (bytes, requests);
    }
}
