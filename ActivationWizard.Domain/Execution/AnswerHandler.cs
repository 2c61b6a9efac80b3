using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// What became of an answer, and the case with it: after what followed when the answer was taken, else as it was when the answer
/// was judged. The case is null when there is no such case.
/// </summary>
public sealed record Answered(Decision Decision, ActivationCase? Case);

/// <summary>
/// The door that people come in by: opens cases for them and takes their answers. What follows is in the journal when it returns;
/// no system is called.
/// </summary>
public sealed class AnswerHandler(
    ICaseJournal journal, TenantGuard tenants, TypedCodes codes, ActivationSettings settings, TimeProvider time)
{
    private const int MostRaces = 5;

    /// <summary>
    /// Opens a case for a request. The same <paramref name="intakeKey"/> gives the same case. Throws <see
    /// cref="UnauthorizedAccessException"/> when the actor does not open cases.
    /// </summary>
    public Task<OpenedCase> OpenAsync(
        ActivationRequest request, Actor actor, string? intakeKey, CancellationToken cancellation) =>
        actor.May(Operation.OpenCase)
            ? journal.OpenAsync(request, actor, intakeKey, cancellation)
            : throw new UnauthorizedAccessException($"Role {actor.Role} does not open cases.");

    /// <summary>
    /// Takes a person's answer to the case as that person saw it, at <paramref name="seenVersion"/>. An answer to a question that
    /// has meanwhile been settled is declined. The case that is returned can be given to <see cref="CaseRunner"/> as it is.
    /// </summary>
    public async Task<Answered> AnswerAsync(
        CaseNumber number, int seenVersion, Answer answer, Actor actor, CancellationToken cancellation)
    {
        if (answer is GiveCode typed)
            answer = typed.LookedAt(codes);
        LeaseOutcome? reserved = null;
        ActivationCase? activation = null;
        for (var race = 0; race < MostRaces; race++)
        {
            activation = await journal.LoadAsync(number, cancellation);
            if (activation is null)
                return Declined(Obstacle.NoSuchCase, null);
            if (seenVersion < activation.MovedAt && !CanBeGivenLate(answer))
                return Declined(Obstacle.NotAskedNow, activation);

            if (answer is CloseAsDouble twice)
                answer = twice.Beside(await journal.LoadAsync(twice.Other, cancellation));
            var decision = Decider.Decide(activation, answer, actor, time.GetUtcNow(), settings);
            if (decision is not Decision.Taken { Events: { Count: > 0 } events })
                return new Answered(decision, activation);
            // Of an effect that is being carried out the outcome has to be the next event.
            var isBeside = events is [NoteAdded] && activation is { State.WaitsForSystem: true, ActsForTenant: true };
            reserved = events is [ProposalAccepted or ReplyReaddressed] ? await tenants.ReserveAsync(activation, cancellation)
                : isBeside ? await tenants.AcquireAsync(activation, cancellation) : null;
            if (isBeside && reserved is not LeaseOutcome.Held)
                return Declined(Obstacle.CarriedOut, activation);
            // This very case is under way: it was accepted meanwhile, which the next look at it shows.
            if (reserved is LeaseOutcome.UnderWay)
                continue;
            if (reserved is LeaseOutcome.HeldBy)
                return await BusyAsync(reserved, activation, cancellation);

            var claim = (reserved as LeaseOutcome.Held)?.Claim;
            var (outcome, after) = isBeside
                ? await AppendBesideAsync(activation, events, actor, claim, cancellation)
                : await journal.AppendAsync(activation, events, actor, claim, cancellation);
            if (outcome is AppendOutcome.Appended)
            {
                if (answer is GiveCode { Seen.Code: { } code } && events is [EffectDone])
                    codes.Keep(number, code);
                await tenants.ReleaseAfterAsync(activation, after, cancellation);
                return new Answered(decision, after);
            }
        }

        return reserved is LeaseOutcome.UnderWay
            ? await BusyAsync(reserved, activation, cancellation) : Declined(Obstacle.NotAskedNow, activation);
    }

    /// <summary>
    /// Has the request of a case that is over handled again, in a new case that nobody has yet: as it was corrected there, and
    /// received now. Both cases are as they are after it; no new one when it was declined.
    /// </summary>
    public async Task<(Answered Ended, ActivationCase? Opened)> ReopenAsync(
        CaseNumber number, string reason, Actor actor, CancellationToken cancellation)
    {
        ActivationCase? ended = null;
        for (var race = 0; race < MostRaces; race++)
        {
            ended = await journal.LoadAsync(number, cancellation);
            if (ended is null)
                return (Declined(Obstacle.NoSuchCase, null), null);
            if (CaseActs.ForReopening(ended, reason, actor) is { } obstacle)
                return (Declined(obstacle, ended), null);

            var request = ended.Request with { ReceivedAt = time.GetUtcNow() };
            var (opened, after) = await journal.ReopenAsync(ended, request, reason.Trim(), actor, cancellation);
            if (opened is not null)
                return (new Answered(new Decision.Taken(new CaseReopened(opened.Number, reason.Trim())), after), opened);
        }

        return (Declined(Obstacle.NotAskedNow, ended), null);
    }

    // The right is for this event only: whatever becomes of it, the call beside it goes on.
    private async Task<(AppendOutcome Outcome, ActivationCase After)> AppendBesideAsync(
        ActivationCase activation, IReadOnlyList<CaseEvent> events, Actor actor, TenantClaim? claim,
        CancellationToken cancellation)
    {
        try
        {
            return await journal.AppendAsync(activation, events, actor, claim, cancellation);
        }
        finally
        {
            await tenants.YieldAsync(new Run { Claim = claim });
        }
    }

    /// <summary>True when this answer would change the case as it was seen; nothing is read.</summary>
    public bool Changes(ActivationCase seen, Answer answer, Actor actor) =>
        Decider.Decide(seen, answer, actor, time.GetUtcNow(), settings) is Decision.Taken { Events.Count: > 0 };

    // What is right whatever happened since the page was drawn.
    private static bool CanBeGivenLate(Answer answer) =>
        answer is TakeCase or TakeNewCase
            or ResumeCase or SkipCase or PassOn or AskToTakeOver or HandCaseOver or KeepCase or Withdraw or TryAgain or LookAgain
            or TakeCaseBack or AnswerTeamLead or AddNote;

    private static Answered Declined(
        Obstacle obstacle, ActivationCase? activation) => new(new Decision.Declined(obstacle), activation);

    private async Task<Answered> BusyAsync(LeaseOutcome reserved, ActivationCase? activation, CancellationToken cancellation)
    {
        var acting = reserved is LeaseOutcome.HeldBy { Other: var other }
            ? new ActingCase(other, (await journal.LoadAsync(other, cancellation))?.Handler)
            : null;
        return new Answered(new Decision.Declined(Obstacle.TenantBusy) { Acting = acting }, activation);
    }
}
