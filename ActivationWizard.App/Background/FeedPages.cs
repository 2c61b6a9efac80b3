using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Background;

/// <summary>
/// The parts of open pages, and what they were not told yet. Those of one case are told at once. Those that show something of all
/// cases are told at once too, but at most once a second: under load a page is not drawn for every event of every case. Not for
/// several threads at once.
/// </summary>
internal sealed class FeedPages(TimeProvider time)
{
    private readonly HashSet<ListPage> _lists = [];
    private readonly HashSet<CasePart> _parts = [];
    private FeedPart _untold;
    private long? _toldAt;

    /// <summary>How many there are.</summary>
    public int Count => _lists.Count + _parts.Count;

    /// <summary>The open cases that are on a page. One that is over is told of when it is among the open ones again.</summary>
    public IReadOnlySet<CaseNumber> Shown => _parts.Select(part => part.Shown).OfType<ActivationCase>()
        .Where(one => !one.State.IsFinal).Select(one => one.Number).ToHashSet();

    public void Add(FeedPage page)
    {
        if (page is ListPage list)
            _lists.Add(list);
        else
            _parts.Add((CasePart)page);
    }

    public void Remove(FeedPage page)
    {
        page.Close();
        if (page is ListPage list)
            _lists.Remove(list);
        else
            _parts.Remove((CasePart)page);
    }

    /// <summary>A case was written by this process, which changed this of what there is to see.</summary>
    public void Wrote(ActivationCase written, FeedPart changed)
    {
        _untold |= changed;
        foreach (var part in _parts.Where(part => part.Shown?.Number == written.Number))
            part.Reached(written.Version, written);
        if (_toldAt is not { } told || time.GetElapsedTime(told) >= CaseFeed.Interval)
            TellLists();
    }

    /// <summary>A look ended, which changed this of what there is to see.</summary>
    public void Saw(KnownCases known, FeedPart changed)
    {
        _untold |= changed;
        foreach (var part in _parts)
        {
            if (part.Shown is { } one && known.VersionOf(one.Number) is { } version)
                part.Reached(version, null);
        }

        TellLists();
    }

    /// <summary>This of what there is to see is otherwise than before, which no look says.</summary>
    public void Changed(FeedPart part)
    {
        foreach (var list in _lists.Where(one => (one.Part & part) is not FeedPart.None))
            Tell(list);
    }

    /// <summary>Tells a list what is there, whether it changed or not.</summary>
    public void Tell(ListPage list)
    {
        list.ToldAt = time.GetTimestamp();
        list.Signal();
    }

    private void TellLists()
    {
        foreach (var list in _lists.Where(IsDue))
            Tell(list);
        if (_untold is not FeedPart.None)
            _toldAt = time.GetTimestamp();
        _untold = FeedPart.None;
    }

    private bool IsDue(ListPage list) => list.ToldAt is not { } told || (list.Part & _untold) is not FeedPart.None
        || (list.AtLeastEvery is { } longest && time.GetElapsedTime(told) >= longest);
}
