using System.Collections.Concurrent;
using ActivationWizard.Tests.Kit.Basics;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>One page in a browser that remembers nothing of other tests.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    // What is done, the console and the network. A snapshot of the page at every action takes a fifth of the run's time.
    private static readonly TracingStartOptions Traced = new();

    private readonly ConcurrentQueue<string> _problems = new();

    private BrowserWindow(IPage page)
    {
        Page = page;
        // Collected, not written: output of a test that has ended breaks the run.
        page.Console += (_, message) =>
        {
            if (message.Type == "error") _problems.Enqueue($"console: {message.Text}");
        };
        page.PageError += (_, error) => _problems.Enqueue($"script: {error}");
    }

    /// <summary>Playwright's page; addresses may be relative to the site.</summary>
    public IPage Page { get; }

    /// <summary>Errors the browser wrote to its console so far: scripts, refused content, missing files.</summary>
    public IReadOnlyCollection<string> Problems => _problems;

    /// <summary>A window of this context, which traces what is done in it.</summary>
    internal static async Task<BrowserWindow> OpenAsync(IBrowserContext context)
    {
        context.SetDefaultTimeout((float)Waiting.Limit.TotalMilliseconds);
        await context.Tracing.StartAsync(Traced);
        var window = new BrowserWindow(await context.NewPageAsync());
        BrowserEvidenceAttribute.Note(window);
        return window;
    }

    /// <summary>Writes a screenshot and the trace so far; the name is without an ending.</summary>
    internal async Task KeepAsync(string file)
    {
        await Page.ScreenshotAsync(new() { Path = $"{file}.png", FullPage = true }).ConfigureAwait(false);
        await Page.Context.Tracing.StopAsync(new() { Path = $"{file}.zip" }).ConfigureAwait(false);
        await Page.Context.Tracing.StartAsync(Traced).ConfigureAwait(false);
    }

    internal async Task CloseAsync()
    {
        // Who does not stop it leaves an empty folder behind.
        await Page.Context.Tracing.StopAsync().ConfigureAwait(false);
        await Page.Context.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Closes it; a test's own window stays until it is known whether the test passed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!BrowserEvidenceAttribute.ClosesAfterTest(this))
            await CloseAsync();
    }
}
