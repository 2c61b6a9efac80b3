using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Tools;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>One real Chromium for the run, started when the first test opens a window.</summary>
public sealed class BrowserHost : IAsyncDisposable
{
    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        "--no-first-run", "--disable-dev-shm-usage",
        // Nobody looks: the processor need not play a graphics card.
        "--disable-gpu",
    ];

    private readonly Lazy<Task<(IPlaywright Playwright, IBrowser Browser)>> _host = new(StartAsync);

    /// <summary>Opens a fresh window on a site; nothing is loaded yet.</summary>
    /// <exception cref="BrowserUnavailableException">There is no browser: the test fails with the reason.</exception>
    public async Task<BrowserWindow> OpenAsync(Uri address, BrowserView? view = null)
    {
        var (_, browser) = await _host.Value;
        var context = await browser.NewContextAsync((view ?? BrowserView.Desktop).ContextOptions(address));
        return await BrowserWindow.OpenAsync(context);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_host.IsValueCreated || !_host.Value.IsCompletedSuccessfully) return;
        var (playwright, browser) = await _host.Value;
        await BrowserEvidenceAttribute.EndedAsync();
        await browser.DisposeAsync();
        playwright.Dispose();
    }

    private static async Task<(IPlaywright Playwright, IBrowser Browser)> StartAsync()
    {
        var program = await Chromium.FindAsync()
            ?? throw new BrowserUnavailableException("no Chromium on this machine; install it or set CHROMIUM_PATH");
        // As patient as the windows themselves: the machine may be busy with other tests.
        Assertions.SetDefaultExpectTimeout((float)Waiting.Limit.TotalMilliseconds);
        var playwright = await Playwright.CreateAsync();
        return (playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = program, Args = Flags }));
    }
}
