using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.SearchWords;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Somebody searches in a real browser: what was typed is in no address, whether in the browser's history, on the way to the
/// server, as the page that somebody came from, or in what the circuit says of addresses.
/// </summary>
public sealed partial class SearchedAddressesTests(BrowserHost browser) : IAsyncLifetime
{
    private const string Typed = "Mailstra";

    private readonly ConcurrentQueue<string> _addresses = [];
    private TestApp _app = null!;

    [Fact]
    public async Task Words_OfASearch_AreInNoAddressOfTheWholeSession()
    {
        await using var desk = await Desktop.OpenAsync(browser, _app.Address, DemoPeople.Sanne);
        var page = desk.Page;
        page.FrameNavigated += (_, frame) => _addresses.Enqueue(frame.Url);
        page.WebSocket += (_, socket) =>
        {
            socket.FrameSent += (_, frame) => Note(frame);
            socket.FrameReceived += (_, frame) => Note(frame);
        };
        await desk.GoAsync(Urls.Work);

        await desk.KeyAsync("/");
        await desk.WaitForFocusAsync(Seen.Search);
        await page.Keyboard.TypeAsync(Typed);
        await page.GetByRole(AriaRole.Link, new() { Name = Typed }).First.ClickAsync();
        await desk.WaitForAddressAsync(@"^/zoek/nieuw\?gezocht=");
        await Expect(page.GetByLabel("Naam van de huurder")).ToHaveValueAsync($"E. {Typed}");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Typed }).First).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Expect(page.Locator(Seen.Search)).ToHaveValueAsync(Typed);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Typed }).First).ToBeVisibleAsync();
        // Without a circuit the browser sends the form itself.
        await page.RouteAsync(Seen.BlazorScript, route => route.AbortAsync());
        await page.GotoAsync(Urls.Search);
        await page.Locator(Seen.Search).FillAsync(Typed);
        await page.Keyboard.PressAsync("Enter");
        await desk.WaitForAddressAsync(@"^/zoek\?gezocht=");
        await Expect(page.Locator(Seen.Search)).ToHaveValueAsync(Typed);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Typed }).First).ToBeVisibleAsync();

        var history = await page.EvaluateAsync<string[]>("() => navigation.entries().map(one => one.url)");
        Assert.InRange(history.Count(IsSealed), 2, int.MaxValue);
        Assert.InRange(_addresses.Count(IsSealed), 5, int.MaxValue);
        Assert.DoesNotContain(history.Concat(_addresses), one =>
            WebUtility.UrlDecode(one).Contains(Typed, StringComparison.OrdinalIgnoreCase));
    }

    public ValueTask InitializeAsync()
    {
        _app = new TestApp(new() { Replace = services => services.AddSingleton<IStartupFilter>(new Noted(_addresses)) });
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static bool IsSealed(string address) => address.Contains($"{SealedWords.QueryName}=", StringComparison.Ordinal);

    // Whatever is an address of a search in what the circuit says; texts that are typed go by it as well.
    private void Note(IWebSocketFrame frame)
    {
        foreach (Match address in Address().Matches(Encoding.Latin1.GetString(frame.Binary ?? [])))
            _addresses.Enqueue(address.Value);
    }

    [GeneratedRegex(@"zoek(/nieuw)?\?[!-~]*")]
    private static partial Regex Address();

    // As the log of a proxy would have it.
    private sealed class Noted(ConcurrentQueue<string> addresses) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, following) =>
            {
                addresses.Enqueue(context.Request.GetEncodedUrl());
                addresses.Enqueue($"{context.Request.Headers.Referer}");
                return following(context);
            });
            next(app);
        };
    }
}
