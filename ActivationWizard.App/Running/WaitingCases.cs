using System.Threading.Channels;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Running;

/// <summary>
/// The cases that can go on by themselves. A case is in it once: one that is asked for again while it is under way goes on once
/// more when it has ended.
/// </summary>
public sealed class WaitingCases(TimeProvider time)
{
    private readonly Channel<CaseNumber> _waiting = Channel.CreateUnbounded<CaseNumber>();
    private readonly Dictionary<CaseNumber, bool> _askedAgain = [];
    private readonly Dictionary<CaseNumber, ITimer> _later = [];
    private readonly Lock _gate = new();

    /// <summary>Puts a case in the queue, or notes that it was asked for again.</summary>
    public void Add(CaseNumber number)
    {
        lock (_gate)
        {
            if (_later.Remove(number, out var timer))
                timer.Dispose();
            if (!_askedAgain.TryAdd(number, false))
            {
                _askedAgain[number] = true;
                return;
            }
        }

        _waiting.Writer.TryWrite(number);
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

    /// <summary>The cases, as they come, until the queue is closed.</summary>
    public IAsyncEnumerable<CaseNumber> ReadAllAsync() => _waiting.Reader.ReadAllAsync();

    /// <summary>Nothing more comes in: what is added after this waits for the sweep of the next start.</summary>
    public void Close() => _waiting.Writer.TryComplete();

    /// <summary>The next case; null when none is waiting.</summary>
    public CaseNumber? TryTake() => _waiting.Reader.TryRead(out var number) ? number : null;

    /// <summary>A run begins: what was asked before it is answered by it.</summary>
    public void Begin(CaseNumber number)
    {
        lock (_gate) _askedAgain[number] = false;
    }

    /// <summary>A run has ended. True when the case was asked for again meanwhile; else it is out of the queue.</summary>
    public bool IsAskedAgainAtEnd(CaseNumber number)
    {
        lock (_gate) return _askedAgain[number] || !_askedAgain.Remove(number);
    }
}
