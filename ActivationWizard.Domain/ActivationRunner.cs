using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain;

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
    IMailbox mailbox,
    NextMove moves,
    CodeByHand codes,
    ActivationSettings settings,
    TimeProvider time)
{
    private const int MostRaces = 5;

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
        answer = codes.LookedAt(answer);
        for (var race = 0; race < MostRaces; race++)
        {
            if (await LoadAsync(number, cancellation) is not { } activation)
                return new Decision.Declined(Obstacle.NoSuchCase);
            if (seenVersion < activation.MovedAt && answer is not (TakeCase or AskToTakeOver or HandCaseOver or KeepCase or Withdraw or TryAgain))
                return new Decision.Declined(Obstacle.NotAskedNow);

            var decision = Decider.Decide(activation, answer, actor, time.GetUtcNow(), settings.TakeOverPatience);
            if (decision is not Decision.Taken { Facts: { Count: > 0 } facts })
                return decision;
            if (facts is [ProposalAccepted] && Tenant(activation) is { } tenant
                && await ClaimAsync(tenant, number, cancellation) is LeaseOutcome.HeldBy { Other: var other })
                return new Decision.Declined(Obstacle.TenantBusy) { Acting = new(other, (await LoadAsync(other, cancellation))?.Handler) };

            var (outcome, after) = await journal.AppendAsync(activation, facts, actor, null, cancellation);
            if (outcome is AppendOutcome.Appended)
            {
                codes.Keep(number, answer);
                await ReleaseAfterAsync(activation, after, cancellation);
                return decision;
            }
        }

        return new Decision.Declined(Obstacle.NotAskedNow);
    }

    /// <summary>
    /// Goes on with the case until it waits for a person or is over; the case as it is then, or null when there is none. Two at once are harmless: the second
    /// loses the race for the journal and stops. <paramref name="stopping"/> ends it before the next move, <paramref name="cancellation"/> in the middle of one.
    /// </summary>
    public async Task<ActivationCase?> ContinueAsync(
        CaseNumber number, CancellationToken cancellation, CancellationToken stopping = default)
    {
        var activation = await LoadAsync(number, cancellation);
        var run = new Run(codes.Take(number));
        TenantClaim? claim = null;
        while (activation is not null)
        {
            var move = moves.For(activation);
            if (move is Move.Rest || stopping.IsCancellationRequested)
                return activation;
            if (activation.State.Step is WizardStep.Execute && claim is null && Tenant(activation) is { } tenant)
            {
                if (await ClaimAsync(tenant, number, cancellation) is not LeaseOutcome.Held held)
                    return activation;
                claim = held.Claim;
            }

            var events = await EventsAsync(activation, move, run, cancellation);
            var (outcome, after) = await journal.AppendAsync(activation, events, Actor.Wizard, claim, cancellation);
            if (outcome is not AppendOutcome.Appended)
                return activation;

            run.Remember(events);
            if (await ReleaseAfterAsync(activation, after, cancellation))
                claim = null;
            activation = after;
        }

        return null;
    }

    /// <summary>The case as its journal has it; null when there is none.</summary>
    public async Task<ActivationCase?> LoadAsync(CaseNumber number, CancellationToken cancellation)
    {
        var entries = await journal.ReadAsync(number, cancellation);
        return entries.Count is 0 ? null : ActivationCase.Fold(entries);
    }

    private async Task<IReadOnlyList<CaseEvent>> EventsAsync(ActivationCase activation, Move move, Run run, CancellationToken cancellation) =>
        move switch
        {
            Move.Ask => [new FactsGathered(await GatherAsync(activation, activation.Facts, cancellation))],
            Move.Append append => append.Facts,
            Move.Recheck => [await RecheckAsync(activation, cancellation)],
            Move.Draft draft => [await DraftAsync(activation, draft.Template, cancellation)],
            Move.Perform perform => [await PerformAsync(activation, perform.Effect, run, cancellation)],
            _ => throw new InvalidOperationException("A case that rests has no events."),
        };

    // A request that was in the journal before this run may have been carried out already: it is recovered, never simply repeated.
    private async Task<CaseEvent> PerformAsync(ActivationCase activation, EffectRequested effect, Run run, CancellationToken cancellation)
    {
        var ended = run.IsOfThisRun(effect)
            ? await effects.PerformAsync(activation, effect, run, cancellation)
            : new OutcomeUnknown(effect.Effect, effect.Key, Silence.Unreachable);
        return ended is OutcomeUnknown ? await recovery.RecoverAsync(activation, effect, run, cancellation) : ended;
    }

    // A process that died between its last event and giving the lease back must not lock the tenant: a case with nothing under way has no right to it.
    private async Task<LeaseOutcome> ClaimAsync(string tenant, CaseNumber number, CancellationToken cancellation)
    {
        var outcome = await leases.AcquireAsync(tenant, number, cancellation);
        if (outcome is LeaseOutcome.HeldBy held && await LoadAsync(held.Other, cancellation) is not { State.Step: WizardStep.Execute })
        {
            await leases.ReleaseAsync(tenant, held.Other, cancellation);
            outcome = await leases.AcquireAsync(tenant, number, cancellation);
        }

        return outcome;
    }

    // True when the case has just stopped acting for its tenant: the one it acted for, whoever the facts point at now.
    private async Task<bool> ReleaseAfterAsync(ActivationCase before, ActivationCase after, CancellationToken cancellation)
    {
        if (before.State.Step is not WizardStep.Execute || after.State.Step is WizardStep.Execute)
            return false;
        if (Tenant(before) is { } tenant)
            await leases.ReleaseAsync(tenant, before.Number, cancellation);
        return true;
    }

    private async Task<CaseEvent> DraftAsync(ActivationCase activation, TemplateChoice template, CancellationToken cancellation)
    {
        var name = activation.Facts.Person.Value?.Party?.Name.OnEnvelope ?? activation.Request.Name;
        return await mailbox.ComposeAsync(template, name, cancellation) switch
        {
            Reply<MailText?>.Answered { Value: { } text } => new ReplyDrafted(template, text),
            Reply<MailText?>.NotAnswered silent => new ReplyNotDrafted(template, silent.Why),
            _ => new ReplyNotDrafted(template, null),
        };
    }

    private async Task<CaseFacts> GatherAsync(ActivationCase activation, CaseFacts facts, CancellationToken cancellation)
    {
        var input = new GatheringInput(activation.Request, activation.ChosenPartyId, activation.Proof);
        while (moves.Missing(activation, facts) is { } kind)
            facts = await gathering.AskAsync(kind, input, facts, cancellation);
        return facts;
    }

    private async Task<CaseEvent> RecheckAsync(ActivationCase activation, CancellationToken cancellation)
    {
        var was = activation.AcceptedFacts!;
        var now = await GatherAsync(activation, was.FromPeopleOnly(), cancellation);
        var done = activation.Effects.Where(one => one.IsDone && one.Sequence > activation.AcceptedAt).Select(one => one.Effect).ToList();
        if (FactChanges.SilentNow(was, now) is { } silent)
            return new EffectNotDone(ActivationPlan.Next(activation, Proposal.Of(activation)!.Route)!.Value, null, silent.Why);

        var changes = FactChanges.Between(was, now, done);
        return changes.Count is 0 ? new FactsRechecked(now)
            : done.Count is 0 ? new FactsChanged(now, changes)
            : new ChangedBeforeSending(now, changes);
    }

    private static string? Tenant(ActivationCase activation) =>
        TenantKey.Of((activation.AcceptedFacts ?? activation.Facts).Person.Value?.Party, activation.Request);
}
