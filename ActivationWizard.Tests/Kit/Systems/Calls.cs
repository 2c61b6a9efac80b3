using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>One effect that a system really carried out.</summary>
internal sealed record LedgerLine(string What, EffectKey Key, string? To);

/// <summary>Every call to the systems: what was asked, what was really done, and the mishaps that were planned for it.</summary>
internal sealed class Calls(Boundaries boundaries)
{
    private readonly Dictionary<string, Queue<Mishap?>> _planned = [];

    /// <summary>The questions that were put, by name, in order.</summary>
    public List<string> Asked { get; } = [];

    /// <summary>What was really done.</summary>
    public List<LedgerLine> Ledger { get; } = [];

    /// <summary>The effects that were done, by name, in order.</summary>
    public IEnumerable<string> Done => Ledger.Select(line => line.What);

    /// <summary>Happens just before the named call, once.</summary>
    public Dictionary<string, Action> Before { get; } = [];

    /// <summary>The calls to systems that have no interface: the employee works there.</summary>
    public HashSet<string> ByHand { get; } = [];

    /// <summary>The next calls of this name meet these mishaps, in order; null is a call that goes well.</summary>
    public void Plan(string call, params Mishap?[] mishaps)
    {
        if (!_planned.TryGetValue(call, out var queue))
            _planned[call] = queue = new();
        foreach (var mishap in mishaps)
            queue.Enqueue(mishap);
    }

    public Task<Reply<T>> Read<T>(string call, Func<T> answer)
    {
        boundaries.Pass();
        Asked.Add(call);
        return Task.FromResult<Reply<T>>(Next(call) is Mishap.Silent silent
            ? new Reply<T>.NotAnswered(silent.Why)
            : new Reply<T>.Answered(answer()));
    }

    public Task<EffectOutcome<T>> Change<T>(string call, Func<EffectOutcome<T>> act)
    {
        boundaries.Pass();
        var outcome = Next(call) switch
        {
            Mishap.Silent silent => new EffectOutcome<T>.NotDone(silent.Why),
            Mishap.Refused refused => new EffectOutcome<T>.Refused(refused.Code),
            Mishap.LostBefore => new EffectOutcome<T>.Unknown(FailureReason.Unreachable),
            Mishap.LostAfter => After(act()),
            _ => act(),
        };
        boundaries.Pass();
        return Task.FromResult(outcome);

        static EffectOutcome<T> After(EffectOutcome<T> happened) =>
            happened is EffectOutcome<T>.Done ? new EffectOutcome<T>.Unknown(FailureReason.Unreachable) : happened;
    }

    private Mishap? Next(string call)
    {
        if (Before.Remove(call, out var act))
            act();
        if (ByHand.Contains(call))
            return new Mishap.Silent(FailureReason.WorkedByHand);
        return _planned.TryGetValue(call, out var queue) && queue.TryDequeue(out var mishap) ? mishap : null;
    }
}
