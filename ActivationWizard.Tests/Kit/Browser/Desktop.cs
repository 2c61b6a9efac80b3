using System.Collections.Concurrent;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>Somebody at work in a real browser; every click, press and typed character is counted.</summary>
internal sealed class Desktop : IAsyncDisposable
{
    private readonly BrowserWindow _window;

    private readonly ConcurrentQueue<string> _steps = [];
    private readonly ConcurrentQueue<string> _strays = [];

    private Desktop(BrowserWindow window, Uri address)
    {
        _window = window;
        window.Page.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is "http" or "https" && asked.Authority != address.Authority)
                _strays.Enqueue($"request: {request.Url}");
        };
        window.Page.FrameNavigated += (_, frame) =>
        {
            if (frame.Url.Split('/')[^1] is var step && Urls.StepOf(step) is not null && step != _steps.LastOrDefault())
                _steps.Enqueue(step);
        };
    }

    /// <summary>Clicks since the last <see cref="StartCounting"/>.</summary>
    public int Clicks { get; private set; }

    /// <summary>Presses of keys since the last <see cref="StartCounting"/>; a chord is one.</summary>
    public int Presses { get; private set; }

    /// <summary>Characters typed since the last <see cref="StartCounting"/>.</summary>
    public int Characters { get; private set; }

    /// <summary>The steps that were on screen since the last <see cref="StartCounting"/>, one after the other.</summary>
    public IReadOnlyList<string> Steps => [.. _steps];

    /// <summary>The same in words, without what came after Klaar.</summary>
    public string Screens => string.Join(", ", Steps.Take(Steps.ToList().IndexOf("klaar") + 1));

    public IPage Page => _window.Page;

    /// <summary>
    /// Errors in the browser's console, refused content among them, and requests to anywhere else than the app.
    /// </summary>
    public IReadOnlyCollection<string> Problems => [.. _window.Problems, .. _strays];

    /// <summary>Signs in as a demo person, to begin on that person's own first page or at <paramref name="startsAt"/>.</summary>
    public static async Task<Desktop> OpenAsync(
        BrowserHost browser, Uri address, Actor person, BrowserView? view = null, string? startsAt = null)
    {
        view ??= BrowserView.Desktop;
        var window = await browser.OpenAsync(address, view);
        await window.Page.Context.AddCookiesAsync(view.Cookies(address));
        var desktop = new Desktop(window, address);
        await window.Page.GotoAsync(Urls.ForSignIn(startsAt));
        await window.Page.Locator($"button[value='{person.Id}']").ClickAsync();
        await window.Page.WaitForAddressAsync($"^(?!{Urls.SignIn})");
        await window.Page.WaitUntilReadyAsync();
        await desktop.GiveReasonAsync();
        return desktop;
    }

    /// <summary>Forgets who signed in, as a browser does that is opened by somebody else.</summary>
    public Task SignOutAsync() => Page.Context.ClearCookiesAsync(new() { Name = AccessRegistration.CookieName });

    public void StartCounting()
    {
        (Clicks, Presses, Characters) = (0, 0, 0);
        _steps.Clear();
    }

    /// <summary>
    /// Goes to an address, as by a bookmark: no click. Where a reason is asked for a case that is somebody else's, one is given.
    /// </summary>
    public async Task GoAsync(string path)
    {
        await GoUnaskedAsync(path);
        await GiveReasonAsync();
    }

    /// <summary>The same, and a question for a reason stays on the screen.</summary>
    public async Task GoUnaskedAsync(string path)
    {
        await Page.GotoAsync(path);
        await Page.WaitUntilReadyAsync();
    }

    /// <summary>A click on the first element that fits.</summary>
    public async Task ClickAsync(string selector)
    {
        await Page.Locator(selector).First.ClickAsync();
        Clicks++;
    }

    /// <summary>A click on the button with this text.</summary>
    public async Task PressAsync(string text)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = text, Exact = true }).First.ClickAsync();
        Clicks++;
    }

    /// <summary>Answers every question that stands above the button of a proposal with yes.</summary>
    public async Task AnswerQuestionsAsync()
    {
        await WaitForAsync(Seen.Accept);
        foreach (var question in new[] { Seen.OldAccount, Seen.RecentCode, Seen.Block, Seen.Correct, Seen.ToldBy })
        {
            if (await IsThereAsync(question))
                await ClickAsync(question);
        }
    }

    public async Task TypeAsync(string selector, string text)
    {
        await Page.Locator(selector).FillAsync(text);
        Characters += text.Length;
    }

    /// <summary>One press of a key or a chord, once what it is for is on the screen.</summary>
    public async Task KeyAsync(string key, string? when = null)
    {
        if (when is not null)
            await WaitForAsync(when);
        await Page.Keyboard.PressAsync(key);
        Presses++;
    }

    /// <summary>Opens the row of this tenant from the work list, on whatever page of the list it stands.</summary>
    public async Task OpenRowAsync(string name)
    {
        await (await RowAsync(name)).ClickAsync();
        Clicks++;
    }

    /// <summary>
    /// Puts the focus on the row of this tenant: where <em>Start de volgende aanvraag</em> has it, for the oldest request.
    /// </summary>
    public async Task WalkToRowAsync(string name)
    {
        await (await RowAsync(name)).FocusAsync();
        StartCounting();
    }

    public Task WaitForAsync(string selector) => SeenAsync(selector, Page.Locator(selector).First.WaitForAsync());

    /// <summary>
    /// Until the step is in the address and on the screen, which comes a moment later: what is pressed in between is still on the
    /// step before.
    /// </summary>
    public async Task WaitForStepAsync(string step)
    {
        await WaitForAddressAsync($"/{step}$");
        await WaitForAsync(Seen.Step(Urls.StepOf(step)!.Value));
    }

    public Task WaitForAddressAsync(string pattern) => SeenAsync(pattern, Page.WaitForAddressAsync(pattern));

    /// <summary>
    /// Until the focus is there. The work list puts it on its first button once it has its circuit: from then on a row stays
    /// where it is.
    /// </summary>
    public async Task WaitForFocusAsync(string selector)
    {
        try
        {
            await Assertions.Expect(Page.Locator(selector).First).ToBeFocusedAsync();
        }
        catch (PlaywrightException missed)
        {
            Assert.Fail($"no focus on {selector}, but {Page.Url}: {missed.Message}");
        }
    }

    /// <summary>True when the page is wider than the window.</summary>
    public Task<bool> ScrollsSidewaysAsync() =>
        Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth > document.documentElement.clientWidth");

    public async Task<bool> IsThereAsync(string selector) => await Page.Locator(selector).CountAsync() > 0;

    public ValueTask DisposeAsync() => _window.DisposeAsync();

    private async Task GiveReasonAsync()
    {
        if (!await IsThereAsync(Seen.AccessReasons))
            return;
        await Page.Locator(Seen.AccessReasons).First.CheckAsync();
        await Page.Locator(Seen.OpenWithReason).ClickAsync();
        await Page.Locator(Seen.AccessReasons).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    // Between two pages a row may go from the one to the other, as the requests before it are handled.
    private async Task<ILocator> RowAsync(string name) => (await Waiting.ForAsync(
        $"the row of {name} in the work list", () => TryFindRowAsync(name), row => row is not null, _ => "not there"))!;

    private async Task<ILocator?> TryFindRowAsync(string name)
    {
        for (var page = 1; page < 10; page++)
        {
            await Page.GotoAsync($"{Urls.Work}?bladzijde={page}", new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            var row = Page.Locator("tr", new() { HasText = name }).First;
            if (await row.CountAsync() is 0)
                continue;
            await WaitForFocusAsync(Seen.Start);
            return row.GetByRole(AriaRole.Link);
        }

        return null;
    }

    // A test that waits in vain says what was on the screen instead.
    private async Task SeenAsync(string awaited, Task waiting)
    {
        try
        {
            await waiting;
        }
        catch (TimeoutException)
        {
            Assert.Fail($"no {awaited}, but {Page.Url}:\n{await Page.Locator("body").InnerTextAsync()}");
        }
    }
}
