using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// The one loop: plan a step, perform it, append what came of it, repeat, until the case rests. Everything that happens to a case
/// is in the journal before anything else is done.
/// </summary>
public sealed class CaseRunner(
    ICaseJournal journal, TenantGuard tenants, StepPlanner planner, StepPerformer performer, TypedCodes codes, TimeProvider time)
{
    /// <summary>
    /// Goes on with the case until it waits for a person, for a moment, or is over; null when there is no such case. Two at once
    /// are harmless: the second sees that the case is under way, or loses the race for the journal, and stops. <paramref
    /// name="stopping"/> ends it before the next move, <paramref name="cancellation"/> in the middle of one.
    /// </summary>
    public async Task<RunEnd?> ContinueAsync(
        CaseNumber number, CancellationToken cancellation, CancellationToken stopping = default)
    {
        if (await journal.LoadAsync(number, cancellation) is not { } activation)
            return null;

        var run = new Run(codes.Take(number));
        try
        {
            return (await GoOnAsync(activation, run, cancellation, stopping)).End;
        }
        finally
        {
            await tenants.YieldAsync(run);
        }
    }

    /// <summary>
    /// The same for a case that this process knows already, which is not read again, unless somebody else went on with it since:
    /// then the run begins anew with the case as it is.
    /// </summary>
    public async Task<RunEnd> ContinueAsync(
        ActivationCase known, CancellationToken cancellation, CancellationToken stopping = default)
    {
        var run = new Run(codes.Take(known.Number));
        try
        {
            var (end, wasOvertaken) = await GoOnAsync(known, run, cancellation, stopping);
            if (!wasOvertaken || await journal.LoadAsync(known.Number, cancellation) is not { } latest)
                return end;
            await tenants.YieldAsync(run);
            await tenants.ReleaseAfterAsync(known, latest, cancellation);
            return (await GoOnAsync(latest, run, cancellation, stopping)).End;
        }
        finally
        {
            await tenants.YieldAsync(run);
        }
    }

    // Overtaken: nothing of this run is in the journal, because the case was not as it was given any more.
    private async Task<(RunEnd End, bool WasOvertaken)> GoOnAsync(
        ActivationCase activation, Run run, CancellationToken cancellation, CancellationToken stopping)
    {
        var given = activation;
        while (true)
        {
            var move = planner.For(activation, time.GetUtcNow());
            if (move is Move.Rest rest)
                return (new RunEnd(activation, rest.Until), false);
            if (stopping.IsCancellationRequested)
                return (new RunEnd(activation, null), false);
            if (run.Claim is null
                && (activation.State.Step is WizardStep.Execute || move is Move.Ask or Move.Reread or Move.Compose))
            {
                var outcome = await tenants.AcquireAsync(activation, cancellation);
                if (outcome is not LeaseOutcome.Held held)
                    return (new RunEnd(activation, (outcome as LeaseOutcome.UnderWay)?.Until), false);
                run.Claim = held.Claim;
            }

            var events = await performer.EventsAsync(activation, move, run, cancellation);
            if (events is [])
                return (new RunEnd(activation, planner.AskAgainAt(time.GetUtcNow())), false);
            var (appended, after) = await AppendAsync(
                activation, events, run, isPlanned: move is Move.Append, cancellation);
            if (appended is AppendOutcome.LostRace && after.Version > activation.Version)
            {
                activation = after;
                continue;
            }

            if (appended is not AppendOutcome.Appended)
                return (new RunEnd(activation, null), appended is AppendOutcome.LostRace && ReferenceEquals(activation, given));

            run.Remember(events);
            await performer.AppendedAsync(activation, move, events, cancellation);
            if (await tenants.ReleaseAfterAsync(activation, after, cancellation))
                run.Claim = null;
            activation = after;
            // Others that a dead process left are taken up as well before this one is carried to its end.
            if (events is [AnswerLost] && move is Move.Perform left && !run.IsOfThisRun(left.Effect))
                return (new RunEnd(activation, time.GetUtcNow()), false);
        }
    }

    // Who has the case can change while the sources are asked: what they said is as true after it. What only follows from the
    // case is planned anew over the case as it is by then, which comes with the lost race: somebody may have done just that.
    private async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase activation, IReadOnlyList<CaseEvent> events, Run run, bool isPlanned, CancellationToken cancellation)
    {
        while (true)
        {
            var (outcome, after) = await journal.AppendAsync(activation, events, Actor.Wizard, run.Claim, cancellation);
            if (outcome is not AppendOutcome.LostRace || activation.State.Step is WizardStep.Execute)
                return (outcome, after);
            if (await journal.LoadAsync(activation.Number, cancellation) is not { } latest
                || latest.MovedAt > activation.Version || latest.Version <= activation.Version)
                return (outcome, after);
            if (isPlanned)
                return (outcome, latest);
            activation = latest;
        }
    }
}
