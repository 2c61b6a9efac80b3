using ActivationWizard.Domain.Events;

namespace ActivationWizard.Domain.Cases;

/// <summary>
/// The two times of a case: until when whoever asked waited for a decision, and how long somebody had it in hand.
/// </summary>
/// <param name="DecidedAt">When a person agreed, said what was done in a trial, or closed the case, last; null before.</param>
/// <param name="Handled">
/// How long the case was at an employee who had something to decide or to do. What waits for a system, is on hold, is put aside,
/// lies with the team lead or in the list is in nobody's hands.
/// </param>
public readonly record struct CaseTimes(DateTimeOffset? DecidedAt, TimeSpan Handled)
{
    /// <summary>The times after one more event; the case is as it was before it.</summary>
    internal CaseTimes After(RecordedEvent entry, ActivationCase before) => new(
        entry.Event is ProposalAccepted or CaseWithdrawn or PracticeRecorded ? entry.At : DecidedAt,
        IsInHand(before) && entry.At > before.ChangedAt ? Handled + (entry.At - before.ChangedAt) : Handled);

    /// <summary>From the request until the decision; null while there is none. Never less than nothing.</summary>
    public TimeSpan? WaitedSince(DateTimeOffset receivedAt) =>
        DecidedAt is not { } decided ? null : decided > receivedAt ? decided - receivedAt : TimeSpan.Zero;

    private static bool IsInHand(ActivationCase activation) => activation is
    {
        Handler: not null,
        IsParked: false,
        State: ActivationState.ChoosingTenant or ActivationState.AwaitingDecision or ActivationState.AwaitingManualStep
            or ActivationState.NeedsAttention,
    };
}
