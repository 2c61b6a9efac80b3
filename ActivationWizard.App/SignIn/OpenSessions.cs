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
        foreach (var page in told)
        {
            Close(page);
            _ = page.TellAsync();
        }
    }

    private void Close(Page page)
    {
        lock (_gate)
        {
            _pages.Remove(page);
            if (_pages.Count > 0)
                return;
            _looking?.Dispose();
            _looking = null;
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
