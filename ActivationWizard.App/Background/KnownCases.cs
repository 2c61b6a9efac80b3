using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Inbox;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// What the feed knows of the cases, and what a look tells it. A look compares which open cases there are, and at which version,
/// with what is known. It goes by no clock and by no order of commits: two instances whose clocks differ, a clock that is put
/// back, and a commit that shows later than one with a later moment are seen like any other change, because a case that was
/// missed is still at another version at the next look. Versions only grow: what a look saw before this process itself wrote more
/// is recognised by that. Not for several threads at once.
/// </summary>
public sealed class KnownCases
{
    private static readonly TimeSpan KeptAfterItsEnd = TimeSpan.FromMinutes(10);

    private readonly Dictionary<CaseNumber, Known> _known = [];
    private readonly HashSet<CaseNumber> _meanwhile = [];
    private FeedView? _view;
    private (int Count, long Mark) _messages, _inboxMark;
    private IReadOnlyList<InboxItem> _inbox = [];

    /// <summary>All of it.</summary>
    public FeedView View => _view ??= new FeedView(
        [.. Summaries(open: true)
            .OrderBy(one => one.ReceivedAt).ThenBy(one => one.Number.Year).ThenBy(one => one.Number.Ordinal)],
        [.. Summaries(open: false)])
    {
        Messages = _messages.Count,
        Inbox = _inbox,
    };

    /// <summary>The last version that is known of the case; null when it is not known at all.</summary>
    public int? VersionOf(CaseNumber number) => _known.TryGetValue(number, out var known) ? known.Version : null;

    /// <summary>A look begins: what is taken in from now on may be missing from it.</summary>
    public void BeginLook() => _meanwhile.Clear();

    /// <summary>
    /// Which cases have to be read: those at a later version, those that are not open any more, and those that a page shows and
    /// that nothing is known of, because they came and ended between two looks.
    /// </summary>
    public IReadOnlyList<CaseNumber> ToRead(IReadOnlyDictionary<CaseNumber, int> open, IEnumerable<CaseNumber> shown) =>
    [
        .. open.Where(one => !_known.TryGetValue(one.Key, out var known) || known.Version < one.Value).Select(one => one.Key)
            .Concat(_known.Where(one => one.Value.IsOpen && !open.ContainsKey(one.Key)).Select(one => one.Key))
            .Concat(shown.Where(one => !open.ContainsKey(one) && !_known.ContainsKey(one)))
            .Where(one => !_meanwhile.Contains(one))
            .Distinct(),
    ];

    /// <summary>
    /// Takes in what was read of the cases that had to be: one that cannot be read is in no list until it changes again.
    /// </summary>
    public FeedPart Take(
        IEnumerable<CaseNumber> asked, IReadOnlyList<CaseSummary> read, IReadOnlyDictionary<CaseNumber, int> open,
        DateTimeOffset now)
    {
        var changed = FeedPart.None;
        foreach (var one in read)
            changed |= Take(one, now);
        foreach (var number in asked.Except(read.Select(one => one.Number)).Where(one => !_meanwhile.Contains(one)))
        {
            var isOpen = open.TryGetValue(number, out var version);
            changed |= Put(number, new Known(isOpen ? version : VersionOf(number) ?? 0, null, isOpen, now));
        }

        return changed;
    }

    /// <summary>Takes in how many messages wait, and what marks them.</summary>
    public FeedPart Take((int Count, long Mark) messages)
    {
        if (_messages == messages)
            return FeedPart.None;
        (_messages, _view) = (messages, null);
        return FeedPart.Messages;
    }

    /// <summary>True when what is open in all inboxes is what is known already.</summary>
    public bool HasInbox((int Count, long Mark) mark) => _inboxMark == mark;

    /// <summary>Takes in what is open in all inboxes, by its mark of before it was read.</summary>
    public FeedPart Take((int Count, long Mark) mark, IReadOnlyList<InboxItem> inbox)
    {
        (_inboxMark, _inbox, _view) = (mark, inbox, null);
        return FeedPart.Inbox;
    }

    /// <summary>Takes in a case as this process has just written it.</summary>
    public FeedPart TakeWritten(CaseSummary written, DateTimeOffset now)
    {
        _meanwhile.Add(written.Number);
        return Take(written, now);
    }

    /// <summary>Lets go of what ended long ago and is on no page.</summary>
    public void Forget(DateTimeOffset now, IReadOnlySet<CaseNumber> shown)
    {
        var old = _known.Where(one => !one.Value.IsOpen && now - one.Value.At >= KeptAfterItsEnd && !shown.Contains(one.Key))
            .ToList();
        foreach (var (number, _) in old)
            _known.Remove(number);
        if (old.Count > 0)
            _view = null;
    }

    private FeedPart Take(CaseSummary one, DateTimeOffset now) =>
        _known.TryGetValue(one.Number, out var known) && known.Version >= one.Version && known.Summary is not null
            ? FeedPart.None
            : Put(one.Number, new Known(one.Version, one, one.CompletedAt is null, now));

    private FeedPart Put(CaseNumber number, Known next)
    {
        var before = _known.GetValueOrDefault(number)?.Summary;
        _known[number] = next;
        _view = null;
        return IsNews(before) || IsNews(next.Summary) ? FeedPart.Cases | FeedPart.News : FeedPart.Cases;
    }

    private static bool IsNews(CaseSummary? one) => one is not null && FeedView.IsNews(one);

    private IEnumerable<CaseSummary> Summaries(bool open) =>
        _known.Values.Where(one => one.IsOpen == open).Select(one => one.Summary).OfType<CaseSummary>();

    private sealed record Known(int Version, CaseSummary? Summary, bool IsOpen, DateTimeOffset At);
}
