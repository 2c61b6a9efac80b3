namespace ActivationWizard.App.Background;

/// <summary>What of the feed a part of a page shows.</summary>
[Flags]
public enum FeedPart
{
    None = 0,

    /// <summary>The cases themselves: any change.</summary>
    Cases = 1,

    /// <summary>What <see cref="FeedView.IsNews"/> says, and nothing else.</summary>
    News = 2,

    /// <summary>Whether the database answers.</summary>
    Database = 4,

    /// <summary>The messages of the mailbox that wait for somebody: any change.</summary>
    Messages = 8,

    /// <summary>What people are told and asked: any change.</summary>
    Inbox = 16,
}

/// <summary>
/// A part of an open page that is told. It is told one thing at a time, on a thread of its own: a page that is slow or throws
/// keeps nobody waiting, and what changes meanwhile is told once, afterwards.
/// </summary>
internal abstract class FeedPage(Action<Exception> failed)
{
    private readonly Lock _gate = new();

    // The language is the page's, whoever it is told by.
    private readonly ExecutionContext? _own = ExecutionContext.Capture();
    private bool _isDue, _isBeingTold, _isClosed;

    /// <summary>There is something to tell.</summary>
    public void Signal()
    {
        lock (_gate)
        {
            _isDue = true;
            if (_isBeingTold || _isClosed)
                return;
            _isBeingTold = true;
        }

        if (_own is { } own)
            ExecutionContext.Run(own, page => _ = ((FeedPage)page!).TellOnAsync(), this);
        else
            _ = TellOnAsync();
    }

    /// <summary>The page is gone: nothing more is told.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    protected abstract Task TellAsync();

    private async Task TellOnAsync()
    {
        // Whoever wrote goes on at once.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (true)
        {
            lock (_gate)
            {
                if (!_isDue || _isClosed)
                {
                    _isBeingTold = false;
                    return;
                }

                _isDue = false;
            }

            try
            {
                await TellAsync();
            }
            catch (ObjectDisposedException)
            {
                // It was closed in this very moment.
            }
            catch (Exception failure)
            {
                failed(failure);
            }
        }
    }
}
