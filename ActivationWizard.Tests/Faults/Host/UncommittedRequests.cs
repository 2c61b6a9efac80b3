using System.Collections.Concurrent;
using System.Reflection;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Faults.Host;

/// <summary>
/// The mistake of a journal that writes <em>requested</em> only together with what came of it: the runner believes it is on disk.
/// </summary>
internal sealed class UncommittedRequests(TimeProvider time)
{
    private readonly ConcurrentDictionary<CaseNumber, (ActivationCase Before, IReadOnlyList<CaseEvent> Kept)> _kept = [];

    /// <summary>Around every call of the journal.</summary>
    public async Task<object?> AroundAsync(MethodInfo method, object?[] arguments, Func<Task<object?>> inner)
    {
        if (arguments is not [ActivationCase after, IReadOnlyList<CaseEvent> events, Actor actor, ..])
            return await inner();

        if (_kept.TryRemove(after.Number, out var kept))
            (arguments[0], arguments[1]) = (kept.Before, (IReadOnlyList<CaseEvent>)[.. kept.Kept, .. events]);
        if (events is not [EffectRequested])
            return await inner();

        _kept[after.Number] = (after, events);
        var entry = new RecordedEvent(after.Number, after.Version + 1, events[0], actor, time.GetUtcNow());
        return (AppendOutcome.Appended, after.After(entry));
    }
}
