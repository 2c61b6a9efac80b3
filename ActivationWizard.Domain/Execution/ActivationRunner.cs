using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// The one loop: load, decide, append, call the system the case waits for, repeat. Everything that happens to a case happens here, and is in the
/// journal before anything else is done.
/// </summary>
public sealed class ActivationRunner(
    ICaseJournal journal,
    ITenantLeases leases,
    FactGathering gathering,
    EffectExecution effects,
    EffectRecovery recovery,
    EvidenceSearch evidence,
    IMailbox mailbox,
    NextMove moves,
    TypedCodes codes,
    ActivationSettings settings,
    TimeProvider time)
{
    private const int MostRaces = 5;

    private readonly TenantGuard _tenants = new(journal, leases);
    private readonly FactReview _facts = new(gathering, moves);

    /// <summary>Opens a case for a request. The same intake key gives the same case.</summary>
    public Task<CaseNumber> OpenAsync(ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation) =>
        actor.May(Operation.OpenCase)
            ? journal.OpenAsync(request, actor, intakeKey, cancellation)
            : throw new UnauthorizedAccessException($"Role {actor.Role} does not open cases.");

    /// <summary>
    /// Takes a person's answer to the case as that person saw it, at <paramref name="seenVersion"/>. An answer to a question that has meanwhile been settled
    /// is declined; the events that follow are on disk when this returns. The systems are not called: see <see cref="ContinueAsync"/>.
    /// </summary>
    public async Task<Decision> AnswerAsync(CaseNumber number, int seenVersion, Answer answer, Actor actor, CancellationToken cancellation)
    {
        if (answer is GiveCode typed)
            answer = typed.LookedAt(codes);
        LeaseOutcome? reserved = null;
        for (var race = 0; race < MostRaces; race++)
        {
            if (await LoadAsync(number, cancellation) is not { } activation)
                return new Decision.Declined(Obstacle.NoSuchCase);
            if (seenVersion < activation.MovedAt && !CanBeGivenLate(answer))
                return new Decision.Declined(Obstacle.NotAskedNow);

            var decision = Decider.Decide(activation, answer, actor, time.GetUtcNow(), settings);
            if (decision is not Decision.Taken { Events: { Count: > 0 } facts })
                return decision;
            reserved = facts is [ProposalAccepted] ? await _tenants.ReserveAsync(activation, cancellation) : null;
            // This very case is under way: it was accepted meanwhile, which the next look at it shows.
            if (reserved is LeaseOutcome.UnderWay)
                continue;
            if (reserved is LeaseOutcome.HeldBy)
                return await BusyAsync(reserved, cancellation);

            var claim = (reserved as LeaseOutcome.Held)?.Claim;
            var (outcome, after) = await journal.AppendAsync(activation, facts, actor, claim, cancellation);
            if (outcome is AppendOutcome.Appended)
            {
                if (answer is GiveCode { Seen.Code: { } code } && facts is [EffectDone])
                    codes.Keep(number, code);
                await _tenants.ReleaseAfterAsync(activation, after, cancellation);
                return decision;
            }
        }

        return reserved is LeaseOutcome.UnderWay ? await BusyAsync(reserved, cancellation) : new Decision.Declined(Obstacle.NotAskedNow);
    }

    /// <summary>
    /// Goes on with the case until it waits for a person, for a moment, or is over; null when there is none. Two at once are harmless: the second sees that the
    /// case is under way, or loses the race for the journal, and stops. <paramref name="stopping"/> ends it before the next move,
    /// <paramref name="cancellation"/> in the middle of one.
    /// </summary>
    public async Task<RunEnd?> ContinueAsync(CaseNumber number, CancellationToken cancellation, CancellationToken stopping = default)
    {
        if (await LoadAsync(number, cancellation) is not { } activation)
            return null;

        var run = new Run(codes.Take(number));
        try
        {
            return await GoOnAsync(activation, run, cancellation, stopping);
        }
        finally
        {
            if (run.Claim is { } claim)
                await leases.YieldAsync(claim);
        }
    }

    /// <summary>The case as its journal has it; null when there is none.</summary>
    public async Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var entries = await journal.ReadAsync(number, cancellation);
        return entries.Count is 0 ? null : ActivationCase.Fold(entries);
    }

    // What is right whatever happened since the page was drawn.
    private static bool CanBeGivenLate(Answer answer) =>
        answer is TakeCase or TakeNewCase or ResumeCase or SkipCase or AskToTakeOver or HandCaseOver or KeepCase or Withdraw or TryAgain or LookAgain;

    private async Task<Decision.Declined> BusyAsync(LeaseOutcome reserved, CancellationToken cancellation) =>
        new(Obstacle.TenantBusy)
        {
            Acting = reserved is LeaseOutcome.HeldBy { Other: var other } ? new(other, (await LoadAsync(other, cancellation))?.Handler) : null,
        };

    private async Task<RunEnd> GoOnAsync(ActivationCase activation, Run run, CancellationToken cancellation, CancellationToken stopping)
    {
        while (true)
        {
            var move = moves.For(activation, time.GetUtcNow());
            if (move is Move.Rest rest)
                return new RunEnd(activation, rest.Until);
            if (stopping.IsCancellationRequested)
                return new RunEnd(activation, null);
            if (run.Claim is null && (activation.State.Step is WizardStep.Execute || move is Move.Ask or Move.Reread or Move.Compose))
            {
                var outcome = await _tenants.AcquireAsync(activation, cancellation);
                if (outcome is not LeaseOutcome.Held held)
                    return new RunEnd(activation, (outcome as LeaseOutcome.UnderWay)?.Until);
                run.Claim = held.Claim;
            }

            var events = await EventsAsync(activation, move, run, cancellation);
            if (events is [])
                return new RunEnd(activation, time.GetUtcNow() + settings.ConfirmationInterval);
            var (appended, after) = await AppendAsync(activation, events, run, cancellation);
            if (appended is not AppendOutcome.Appended)
                return new RunEnd(activation, null);

            run.Remember(events);
            if (await _tenants.ReleaseAfterAsync(activation, after, cancellation))
                run.Claim = null;
            activation = after;
            // Others that a dead process left are taken up as well before this one is carried to its end.
            if (events is [AnswerLost] && move is Move.Perform left && !run.IsOfThisRun(left.Effect))
                return new RunEnd(activation, time.GetUtcNow());
        }
    }

    // Who has the case can change while the sources are asked: what they said is as true after it.
    private async Task<(AppendOutcome Outcome, ActivationCase Case)> AppendAsync(
        ActivationCase activation, IReadOnlyList<CaseEvent> events, Run run, CancellationToken cancellation)
    {
        while (true)
        {
            var (outcome, after) = await journal.AppendAsync(activation, events, Actor.Wizard, run.Claim, cancellation);
            if (outcome is not AppendOutcome.LostRace || activation.State.Step is WizardStep.Execute)
                return (outcome, after);
            if (await LoadAsync(activation.Number, cancellation) is not { } latest || latest.MovedAt > activation.Version || latest.Version <= activation.Version)
                return (outcome, after);
            activation = latest;
        }
    }

    // None when a system is still busy with what it was asked: that is asked again later, and is not an event.
    private async Task<IReadOnlyList<CaseEvent>> EventsAsync(ActivationCase activation, Move move, Run run, CancellationToken cancellation) =>
        move switch
        {
            Move.Ask => [new FactsGathered(await _facts.GatherAsync(activation, activation.Facts, cancellation))],
            Move.Append append => append.Events,
            Move.Reread => [await _facts.RereadAsync(activation, cancellation)],
            Move.Recheck => [Waiting(activation, await _facts.RecheckAsync(activation, cancellation))],
            Move.Compose draft => [await DraftAsync(activation, draft.Template, cancellation)],
            Move.Perform perform => await PerformAsync(activation, perform.Effect, run, cancellation) is { } ended ? [ended] : [],
            Move.Recover recover => await RecoverAsync(activation, recover.Effect, cancellation),
            Move.Look look => [await LookAsync(activation, look.Trouble, cancellation)],
            _ => throw new InvalidOperationException("A case that rests has no events."),
        };

    private CaseEvent Waiting(ActivationCase activation, CaseEvent happened) =>
        happened is EffectNotDone missed ? recovery.NotDone(activation, missed) : happened;

    // A request that was in the journal before this run may have been carried out already: it is recovered, never simply repeated.
    private async Task<CaseEvent?> PerformAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        if (!effect.Effect.IsRead && !run.IsOfThisRun(effect))
            return recovery.Lost(activation, effect, FailureReason.Unreachable);
        if (run.Claim is { } claim && !await leases.RenewAsync(claim, cancellation))
            return null;
        return await effects.PerformAsync(activation, effect, run, cancellation) is { } ended ? recovery.Read(activation, effect, ended) : null;
    }

    // What is to leave once more rests on facts of a while ago: they are read again, as before any sending (G4).
    private async Task<IReadOnlyList<CaseEvent>> RecoverAsync(ActivationCase activation, EffectRequested effect, CancellationToken cancellation)
    {
        var found = await recovery.RecoverAsync(activation, effect, cancellation);
        var isSending = effect.Effect.IsSending(Proposal.Of(activation)!);
        if (found is not RequestRepeated || !isSending || moves.IsFresh(activation, time.GetUtcNow()))
            return [found];

        return await _facts.RecheckAsync(activation, cancellation) switch
        {
            FactsRechecked same => [same, found],
            EffectNotDone silent => [recovery.Lost(activation, effect, silent.Why)],
            var changed when settings.Recovery.Of(effect.Effect) is RecoveryCapability.Query => [changed],
            _ => [new OutcomeUnknown(effect.Effect, effect.Key, FailureReason.Unreachable)],
        };
    }

    private async Task<CaseEvent> LookAsync(ActivationCase activation, EffectTrouble trouble, CancellationToken cancellation)
    {
        var seen = activation.Asked is { } asked && asked.Effect == trouble.Effect
            ? await evidence.FindAsync(activation, asked, cancellation)
            : SeenEvidence.CannotBeAsked;
        return new EvidenceFound(trouble.Effect, trouble.Key, seen.Kind, seen.Detail);
    }

    private async Task<CaseEvent> DraftAsync(ActivationCase activation, TemplateChoice template, CancellationToken cancellation)
    {
        var name = activation.Facts.Person.Value?.Party?.Name.OnEnvelope ?? activation.Request.Name;
        return await mailbox.ComposeAsync(template, name, cancellation) switch
        {
            Reply<MailText?>.Answered { Value: { } text } => new ReplyComposed(template, text),
            Reply<MailText?>.NotAnswered silent => new ReplyNotComposed(template, silent.Why),
            _ => new ReplyNotComposed(template, null),
        };
    }
}
