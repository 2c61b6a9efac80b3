using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>Reads the facts of a case, for the first time and again (G4).</summary>
public sealed class FactReview(FactGathering gathering, StepPlanner planner, TimeProvider time)
{
    /// <summary>The facts were read so shortly ago that they count as read just now (G4).</summary>
    public bool IsFresh(ActivationCase activation) => planner.IsFresh(activation, time.GetUtcNow());

    /// <summary>These facts with all that the table still asks.</summary>
    public async Task<CaseFacts> GatherAsync(ActivationCase activation, CaseFacts facts, CancellationToken cancellation)
    {
        var input = new GatheringInput(activation.Request, activation.ChosenPartyId, activation.Proof);
        while (planner.Missing(activation, facts) is { } kind)
            facts = await gathering.AskAsync(kind, input, facts, cancellation);
        return facts;
    }

    /// <summary>
    /// Reads again what a person is to decide on, and keeps what people said. A source that is silent now is a change: what it
    /// said is no longer known.
    /// </summary>
    public async Task<CaseEvent> RereadAsync(ActivationCase activation, CancellationToken cancellation)
    {
        var now = await GatherAsync(activation, activation.Facts.FromPeopleOnly(), cancellation);
        var changes = FactChanges.Between(activation.Facts, now, OwnChanges.None, Told(activation));
        return changes.Count is 0 ? new FactsRechecked(now) : new FactsChanged(now, changes);
    }

    /// <summary>Reads everything again: nothing changed, or was and is, or a source that answered before is silent now.</summary>
    public async Task<CaseEvent> RecheckAsync(ActivationCase activation, CancellationToken cancellation)
    {
        var was = activation.AcceptedFacts!;
        var now = await GatherAsync(activation, was.FromPeopleOnly(), cancellation);
        var own = EffectPlan.OwnChanges(activation);
        if (FactChanges.SilentNow(was, now) is { } silent)
            return new EffectNotDone(EffectPlan.Next(activation, Proposal.Of(activation)!.Route)!.Value, null, silent.Why);

        var changes = FactChanges.Between(was, now, own, Told(activation));
        return changes.Count is 0 ? new FactsRechecked(now)
            : !own.IsAny && activation.Pending is null ? new FactsChanged(now, changes)
            : new ChangedBeforeSending(now, changes);
    }

    /// <summary>Reads everything again for another address, and asks the table whether it still decides as it did.</summary>
    public async Task<NewAddressSought> SeekAddressAsync(ActivationCase activation, CancellationToken cancellation)
    {
        var now = await GatherAsync(activation, activation.AcceptedFacts!.FromPeopleOnly(), cancellation);
        return new NewAddressSought(now, planner.VerdictOn(activation, now));
    }

    private static EmailAddress? Told(ActivationCase activation) =>
        Proposal.Of(activation) is { Refusal: not null, Email: { } told } ? told : null;
}
