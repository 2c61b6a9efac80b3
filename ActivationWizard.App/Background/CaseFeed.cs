using System.Threading.Channels;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// Tells the open pages of this process that a case, an inbox or what waits of the mailbox changed. One reader looks at the
/// database, once a second while any page is open and not at all while none is; however many people look, that is three small
/// queries. What this process writes itself is told at once. What another instance wrote is told within a second, and the time
/// that the look takes. A database that is gone is looked for until it is back.
/// </summary>
public sealed class CaseFeed(IOpenCases cases, TimeProvider time, ILogger<CaseFeed> log) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _looking = new(1, 1);
    private readonly Channel<bool> _wake = System.Threading.Channels.Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private readonly KnownCases _known = new();
    private readonly FeedPages _pages = new(time);
    private long _begun, _succeeded;
    private long? _seenAt;
    private bool _isRunning, _isLooking, _isDisposed;
    private volatile bool _isAway;

    /// <summary>How often it looks.</summary>
    public static TimeSpan Interval { get; } = TimeSpan.FromSeconds(1);

    /// <summary>The cases as they were at the last look, with what this process wrote since.</summary>
    public FeedView View
    {
        get
        {
            lock (_gate)
                return _known.View;
        }
    }

    /// <summary>The database did not answer the last look. Told as <see cref="FeedPart.Database"/> when it changes.</summary>
    public bool IsAway => _isAway;

    /// <summary>How many parts of pages are told.</summary>
    public int Watchers
    {
        get
        {
            lock (_gate)
                return _pages.Count;
        }
    }

    /// <summary>
    /// Tells a part of a page that <see cref="View"/> changed, in this part of it: once at the beginning, then at once, but at
    /// most once a second, and after <paramref name="atLeastEvery"/> also when nothing did. Until what is returned is disposed.
    /// </summary>
    public IDisposable Watch(FeedPart part, Func<Task> tell, TimeSpan? atLeastEvery = null)
    {
        var list = new ListPage(part, tell, atLeastEvery, Failed);
        var watched = Open(list);
        lock (_gate)
        {
            if (list.ToldAt is null && _seenAt is { } seen && time.GetElapsedTime(seen) < Interval * 2)
                _pages.Tell(list);
        }

        return watched;
    }

    /// <summary>
    /// Tells a part of a page that the case it shows is at a later version. It is given the case where this process wrote it, and
    /// null where it has to be read. <paramref name="shown"/> is asked on any thread. Until what is returned is disposed.
    /// </summary>
    public IDisposable Follow(
        Func<ActivationCase?> shown, Func<ActivationCase?, Task> tell) => Open(new CasePart(shown, tell, Failed));

    /// <summary>Takes in a case that this process has just written, and tells who shows it.</summary>
    public void Wrote(ActivationCase written)
    {
        lock (_gate)
        {
            // Nobody watches: the first look after this sees it.
            if (_isRunning || _isLooking)
                _pages.Wrote(written, _known.TakeWritten(CaseSummary.Of(written), time.GetUtcNow()));
        }
    }

    /// <summary>
    /// The cases as they are now, from a look that begins no earlier than this call. Throws what the database throws.
    /// </summary>
    public async Task<FeedView> LookAsync(CancellationToken cancellation)
    {
        var asked = Volatile.Read(ref _begun);
        await _looking.WaitAsync(cancellation);
        try
        {
            // Somebody else's look that began after this was asked is as good.
            if (Volatile.Read(ref _succeeded) <= asked)
                await SeeAsync(cancellation);
        }
        finally
        {
            _looking.Release();
        }

        return View;
    }

    /// <summary>
    /// Has it look now, for whoever knows that something changed. To call it more often than it can look is harmless.
    /// </summary>
    public void Wake() => _wake.Writer.TryWrite(true);

    /// <inheritdoc />
    public void Dispose()
    {
        lock (_gate)
            _isDisposed = true;
        Wake();
        _looking.Dispose();
    }

    private async Task SeeAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            (_begun, _isLooking) = (_begun + 1, true);
            _known.BeginLook();
        }

        try
        {
            var open = await cases.VersionsAsync(cancellation);
            var messages = await cases.MessagesAsync(cancellation);
            var mark = await cases.InboxMarkAsync(cancellation);
            IReadOnlyList<CaseNumber> wanted;
            bool hasInbox;
            lock (_gate)
                (wanted, hasInbox) = (_known.ToRead(open, _pages.Shown), _known.HasInbox(mark));
            var inbox = hasInbox ? null : await cases.InboxAsync(cancellation);
            IReadOnlyList<CaseSummary> read = wanted.Count is 0 ? [] : await cases.ReadAsync(wanted, cancellation);
            lock (_gate)
            {
                var changed = _known.Take(wanted, read, open, time.GetUtcNow()) | _known.Take(messages)
                    | (inbox is null ? FeedPart.None : _known.Take(mark, inbox));
                _known.Forget(time.GetUtcNow(), _pages.Shown);
                _seenAt = time.GetTimestamp();
                Volatile.Write(ref _succeeded, _begun);
                _pages.Saw(_known, changed);
            }
        }
        finally
        {
            lock (_gate)
                _isLooking = false;
        }
    }

    private Watched Open(FeedPage page)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _pages.Add(page);
            if (!_isRunning)
            {
                _isRunning = true;
                // It is no part of the page that happens to be the first.
                using (ExecutionContext.SuppressFlow())
                    _ = RunAsync();
            }
        }

        return new Watched(this, page);
    }

    private void Close(FeedPage page)
    {
        lock (_gate)
            _pages.Remove(page);
    }

    private async Task RunAsync()
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        using var timer = time.CreateTimer(_ => Wake(), null, Interval, Interval);
        while (true)
        {
            lock (_gate)
            {
                if (_isDisposed || _pages.Count is 0)
                {
                    _isRunning = false;
                    return;
                }
            }

            await SeeSafelyAsync();
            await _wake.Reader.ReadAsync();
        }
    }

    private async Task SeeSafelyAsync()
    {
        try
        {
            await LookAsync(CancellationToken.None);
            if (_isAway)
                FeedLog.Back(log);
            SetAway(false);
        }
        catch (Exception failure)
        {
            if (!_isAway && !_isDisposed)
                FeedLog.Away(log, failure.GetType().FullName!);
            SetAway(true);
        }
    }

    private void SetAway(bool isAway)
    {
        if (_isAway == isAway)
            return;
        _isAway = isAway;
        lock (_gate)
            _pages.Changed(FeedPart.Database);
    }

    private void Failed(Exception failure) => FeedLog.PageFailed(log, failure.GetType().FullName!, failure.StackTrace);

    private sealed class Watched(CaseFeed feed, FeedPage page) : IDisposable
    {
        public void Dispose() => feed.Close(page);
    }
}
