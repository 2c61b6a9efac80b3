using ActivationWizard.App.Background;

namespace ActivationWizard.App.SignIn;

/// <summary>
/// Tells the open pages of this process that their session is over, whichever instance ended it. It looks when the feed does,
/// once for all sessions, and not at all while no page is open.
/// </summary>
public sealed class OpenSessions(Sessions sessions, CaseFeed feed)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Page, Guid> _pages = [];
    private IDisposable? _looking;

    /// <summary>Tells a page once that this session is over. Until what is returned is disposed.</summary>
    public IDisposable Watch(Guid session, Func<Task> tell)
    {
        var page = new Page(this, tell);
        lock (_gate)
        {
            _pages.Add(page, session);
            // The first page's language and person are nothing to it.
            using (ExecutionContext.SuppressFlow())
                _looking ??= feed.Watch(FeedPart.None, LookAsync, TimeSpan.Zero);
        }

        return page;
    }

    /// <summary>The session was ended here: nobody waits for the next look.</summary>
    public Task TellAsync() => LookAsync();

    private async Task LookAsync()
    {
        HashSet<Guid> open;
        lock (_gate)
            open = [.. _pages.Values];
        await sessions.WriteActsAsync(open, CancellationToken.None);
        var over = await sessions.LookAsync(open, CancellationToken.None);
        if (over.Count is 0)
            return;

        List<Page> told;
        lock (_gate)
            told = [.. _pages.Where(one => over.Contains(one.Value)).Select(one => one.Key)];
        // Two looks at once may both find it.
        foreach (var page in told.Where(Close))
            _ = page.TellAsync();
    }

    // False when it was closed before.
    private bool Close(Page page)
    {
        lock (_gate)
        {
            if (!_pages.Remove(page))
                return false;
            if (_pages.Count is 0)
            {
                _looking?.Dispose();
                _looking = null;
            }

            return true;
        }
    }

    private sealed class Page(OpenSessions all, Func<Task> tell) : IDisposable
    {
        public async Task TellAsync()
        {
            try
            {
                await tell();
            }
            catch (Exception gone) when (gone is ObjectDisposedException or InvalidOperationException)
            {
                // The page went by itself.
            }
        }

        public void Dispose() => all.Close(this);
    }
}
