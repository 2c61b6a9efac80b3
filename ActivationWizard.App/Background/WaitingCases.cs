using System.Diagnostics;
using System.Threading.Channels;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;
using Channel = System.Threading.Channels.Channel;

namespace ActivationWizard.App.Background;

/// <summary>
/// The cases that can go on by themselves, in two lines: those that somebody waits for, and requests that have just come in,
/// which never keep the others waiting. A case is in it once: one that is asked for again while it is under way comes in line
/// once more when it has ended.
/// </summary>
public sealed class WaitingCases(TimeProvider time)
{
    private readonly Channel<CaseNumber> _waiting = Channel.CreateUnbounded<CaseNumber>();
    private readonly Channel<CaseNumber> _arrived = Channel.CreateUnbounded<CaseNumber>();
    private readonly Dictionary<CaseNumber, QueuePlace> _places = [];
    private readonly Dictionary<CaseNumber, ITimer> _later = [];
    private readonly Dictionary<CaseNumber, ActivationCase> _known = [];
    private readonly QueueSigns _signs = new(time);
    private readonly Lock _gate = new();

    /// <summary>How the lines are now.</summary>
    public QueueState State()
    {
        lock (_gate)
        {
            return new(
                In(QueuePlace.Waiting), In(QueuePlace.Arrived), In(QueuePlace.UnderWay) + In(QueuePlace.AskedAgain), _signs.Lag);
        }
    }

    /// <summary>
    /// Puts a case in line, also when it is among the arrivals; notes that it was asked for again when it is under way.
    /// </summary>
    public void Add(CaseNumber number)
    {
        lock (_gate)
        {
            if (_later.Remove(number, out var timer))
                timer.Dispose();
            if (!Enters(number, QueuePlace.Waiting))
                return;
        }

        _waiting.Writer.TryWrite(number);
    }

    /// <summary>The same for a case as it is on disk now: the run that follows need not read it.</summary>
    public void Add(ActivationCase activation)
    {
        Keep(activation);
        Add(activation.Number);
    }

    /// <summary>
    /// Puts a request that nobody waits for yet in the line of the arrivals; does nothing when it is in line already.
    /// </summary>
    public void AddArrived(CaseNumber number)
    {
        lock (_gate)
        {
            if (!Enters(number, QueuePlace.Arrived))
                return;
        }

        _arrived.Writer.TryWrite(number);
    }

    /// <summary>The same for a case as it was just opened.</summary>
    public void AddArrived(ActivationCase opened)
    {
        Keep(opened);
        AddArrived(opened.Number);
    }

    /// <summary>
    /// Puts a case in the queue at that moment, unless it comes there sooner. Only this process knows: what it forgets, the sweep
    /// finds.
    /// </summary>
    public void AddAt(CaseNumber number, DateTimeOffset moment)
    {
        var wait = moment - time.GetUtcNow();
        lock (_gate)
        {
            if (_later.Remove(number, out var earlier))
                earlier.Dispose();
            if (wait > TimeSpan.Zero)
            {
                _later[number] = time.CreateTimer(_ => Add(number), null, wait, Timeout.InfiniteTimeSpan);
                return;
            }
        }

        Add(number);
    }

    /// <summary>The cases that somebody waits for, as they come, until the queue is closed.</summary>
    public IAsyncEnumerable<CaseNumber> ReadAllAsync() => _waiting.Reader.ReadAllAsync();

    /// <summary>
    /// The arrivals, as they come, until the queue is closed; but for those that meanwhile went to the other line.
    /// </summary>
    public IAsyncEnumerable<CaseNumber> ReadArrivedAsync() => _arrived.Reader.ReadAllAsync().Where(IsStillArrived);

    /// <summary>Nothing more comes in: what is added after this waits for the sweep of the next start.</summary>
    public void Close()
    {
        _waiting.Writer.TryComplete();
        _arrived.Writer.TryComplete();
    }

    /// <summary>The next case, the arrivals last; null when none is waiting.</summary>
    public CaseNumber? TryTake()
    {
        if (_waiting.Reader.TryRead(out var waiting))
            return waiting;
        while (_arrived.Reader.TryRead(out var arrived))
        {
            if (IsStillArrived(arrived))
                return arrived;
        }

        return null;
    }

    /// <summary>
    /// A run begins: what was asked before it is answered by it. The case as who asked for the run knew it; null when it has to
    /// be read. <paramref name="cause"/> is what put it in line.
    /// </summary>
    public ActivationCase? Begin(CaseNumber number, out ActivityContext cause)
    {
        lock (_gate)
        {
            _places[number] = QueuePlace.UnderWay;
            cause = _signs.Left(number);
            return _known.Remove(number, out var known) ? known : null;
        }
    }

    /// <summary>
    /// A run has ended. A case that was asked for meanwhile goes to the end of the line of those that somebody waits for: what a
    /// person answered may take long. <paramref name="reached"/> is the case as the run left it; null when it failed.
    /// </summary>
    public void End(CaseNumber number, ActivationCase? reached)
    {
        lock (_gate)
        {
            if (_known.TryGetValue(number, out var known) && (reached is null || known.Version <= reached.Version))
                _known.Remove(number);
            if (!_places.Remove(number, out var place) || place is not QueuePlace.AskedAgain)
                return;
            _places[number] = QueuePlace.Waiting;
            _signs.Entered(number);
        }

        _waiting.Writer.TryWrite(number);
    }

    private int In(QueuePlace place) => _places.Values.Count(one => one == place);

    private void Keep(ActivationCase activation)
    {
        lock (_gate)
        {
            if (!_known.TryGetValue(activation.Number, out var known) || known.Version < activation.Version)
                _known[activation.Number] = activation;
        }
    }

    private bool Enters(CaseNumber number, QueuePlace line)
    {
        if (!_places.TryGetValue(number, out var place) || (place is QueuePlace.Arrived && line is QueuePlace.Waiting))
        {
            _places[number] = line;
            _signs.Entered(number);
            return true;
        }

        if (place is QueuePlace.UnderWay)
            _places[number] = QueuePlace.AskedAgain;
        return false;
    }

    // Taken out of its line in the same breath, so that the other line cannot have it as well.
    private bool IsStillArrived(CaseNumber number)
    {
        lock (_gate)
        {
            if (_places.GetValueOrDefault(number, QueuePlace.UnderWay) is not QueuePlace.Arrived)
                return false;
            _places[number] = QueuePlace.UnderWay;
            return true;
        }
    }
}
