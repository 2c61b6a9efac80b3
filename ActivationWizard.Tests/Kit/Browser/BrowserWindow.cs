using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>One page in a browser that remembers nothing of other tests.</summary>
public sealed class BrowserWindow : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _problems = new();

    internal BrowserWindow(IPage page)
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

    public async ValueTask DisposeAsync() => await Page.Context.DisposeAsync();
}
