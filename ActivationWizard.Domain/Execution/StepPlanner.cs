using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Domain.Execution;

/// <summary>
/// Chooses the next move. Pure: the same case gives the same move at the same moment, on any instance, after any crash, as long
/// as the epoch is the same.
/// </summary>
public sealed class StepPlanner(Judgement judgement, ActivationSettings settings, ICurrentEpoch epoch)
{
    /// <summary>The move for the case as it is.</summary>
    public Move For(ActivationCase activation, DateTimeOffset now) => activation switch
    {
        { State: ActivationState.Opened } => new Move.Append(new GatheringBegun()),
        { Aside: { } aside, WaitsForPerson: true } when aside.ComesBackAt <= now => new Move.Append(new CaseCameBack()),
        { CanBeTried: true } when settings.Trial && (!activation.IsTrial || activation.IsTrialOver) =>
            new Move.Append(new TrialBegun()),
        { AsksForPractice: true, IsTrialOver: false } when !settings.Trial => new Move.Append(new WentLive()),
        // Under way when the trial began: it waits, as it is, until the installation is live again.
        { State.Step: WizardStep.Execute, State: not ActivationState.NeedsAttention } when settings.Trial => new Move.Rest(),
        { State: ActivationState.GatheringFacts } => Judge(activation),
        { IsOutdated: true } => new Move.Reread(),
        { State: ActivationState.AwaitingDecision, Composed: null } => Reply(activation),
        { IsInDoubt: true, Pending: { } doubted } when !doubted.Effect.IsRead =>
            new Move.Append(new LostTimeDoubted(doubted.Effect, doubted.Key)),
        { Pending: { } effect, Lost.Again: { } again } => IsAhead(again, now) ? new Move.Rest(again) : new Move.Recover(effect),
        { Pending: { } effect } => new Move.Perform(effect),
        { Trouble: EffectNotDone { Again: { } again } missed } =>
            IsAhead(again, now) ? new Move.Rest(again) : new Move.Append(new RetryAsked(missed.Effect, missed.Key)),
        { IsBounced: true } => activation.Sought is null ? new Move.SeekAddress() : new Move.Rest(),
        { State: ActivationState.NeedsAttention, Trouble: EffectTrouble trouble, Evidence: null } => new Move.Look(trouble),
        { Trouble: not null } => new Move.Rest(),
        { State.WaitsForSystem: true } => Go(activation, now),
        _ => new Move.Rest(),
    };

    /// <summary>When a system that is busy with what it was asked is asked again.</summary>
    public DateTimeOffset AskAgainAt(DateTimeOffset now) => now + settings.ConfirmationInterval;

    /// <summary>The fact that the table or a guard asks next over these facts; null when it can decide.</summary>
    public FactKind? Missing(ActivationCase activation, CaseFacts facts) =>
        judgement.On(activation, facts) is TableAnswer.AskFirst ask ? ask.Fact : null;

    /// <summary>
    /// What the table makes of these facts. Throws <see cref="InvalidOperationException"/> when it needs another one first.
    /// </summary>
    public Verdict VerdictOn(ActivationCase activation, CaseFacts facts) => judgement.On(activation, facts) switch
    {
        TableAnswer.Decided decided => decided.Verdict,
        _ => throw new InvalidOperationException("The table needs another fact first."),
    };

    private Move Judge(ActivationCase activation)
    {
        var answer = judgement.On(activation);
        if (answer is not TableAnswer.Decided { Verdict: var verdict })
            return new Move.Ask();

        return new Move.Append(verdict.Ruling switch
        {
            Ruling.Hold { Reason: HoldReason.IdentifyPerson } => new SeveralPersonsFound(verdict),
            Ruling.Hold hold => new HoldPlaced(hold.Reason, verdict),
            Ruling.AskTreatAsNewCode => new QuestionRaised(verdict),
            _ => new ProposalMade(verdict),
        });
    }

    private static Move Reply(ActivationCase activation) => Proposal.Of(activation) is { Refusal: { } refusal, Email: not null }
        ? new Move.Compose(activation.Template ?? new TemplateChoice(refusal.Ground, refusal.Neutral, MailLanguage.Dutch))
        : new Move.Rest();

    /// <summary>
    /// The facts were read again so shortly ago, and on this very day, that they count as read just now (G4). What only people
    /// said is read nowhere.
    /// </summary>
    public bool IsFresh(ActivationCase activation, DateTimeOffset now) => activation.RecheckedAt > activation.AcceptedAt
        && activation.Facts.AreOfTheDayOf(now)
        && (activation.Facts.LastReadAt is not { } read || (now >= read && now - read <= settings.RecheckHolds));

    // Further away than anything is put off: the clock was put back since, and nobody has to wait for that.
    private bool IsAhead(DateTimeOffset moment, DateTimeOffset now) => moment > now && moment - now <= settings.LongestWait;

    private Move Go(ActivationCase activation, DateTimeOffset now)
    {
        var proposal = Proposal.Of(activation)
            ?? throw new InvalidOperationException("Nothing was proposed, and yet the case is under way.");
        if (EffectPlan.Next(activation, proposal.Route) is not { } next)
        {
            return new Move.Append(activation.Undelivered is { } returned
                ? new ReplyBounced(EffectKind.SendReply, returned) : Completion(proposal.Route));
        }

        var isFirst = !activation.Effects.Any(one => one.IsDone && one.Sequence > activation.AcceptedAt);
        var askedSince = activation.Effects.Any(one => one.Sequence > activation.RecheckedAt);
        return activation.RecheckedAt < activation.AcceptedAt
            || ((isFirst || next.NeedsFreshFacts(proposal)) && (askedSince || !IsFresh(activation, now)))
            ? new Move.Recheck()
            : new Move.Append(EffectPlan.Request(activation, proposal, next, epoch.Now));
    }

    private static CaseEvent Completion(Route route) =>
        route is Route.Refusal ? new RequestRefused()
        : route.IsLetter ? new CompletedByLetter()
        : new CompletedByEmail();
}
