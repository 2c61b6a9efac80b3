using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Codes;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Domain.Cases.ActivationState;

namespace ActivationWizard.Domain.Answers;

/// <summary>A person's answer and the case as it is give the events that follow, or the reason why none do. Pure.</summary>
public static class Decider
{
    internal const int LongestReason = 500;
    private const int LongestReply = 10_000;

    /// <summary>What follows from the answer of this person at this moment, in an installation with these settings.</summary>
    public static Decision Decide(
        ActivationCase activation, Answer answer, Actor actor, DateTimeOffset now, ActivationSettings settings)
    {
        if (activation.State.IsFinal)
            return Declined(Obstacle.NotAskedNow);
        if (AnswerRules.Forbidden(activation, answer, actor) is { } obstacle)
            return Declined(obstacle);

        return answer switch
        {
            TakeCase => Refreshed(
                HandOver.Take(activation, actor, now, settings.TakeOverPatience), activation, now, settings.FactsMaxAge),
            TakeNewCase => activation.Handler is null
                ? Refreshed(new Decision.Taken(new CaseTaken()), activation, now, settings.FactsMaxAge)
                : Declined(Obstacle.NotYourCase),
            ResumeCase => Refreshed(new Decision.Taken(), activation, now, settings.FactsMaxAge),
            SkipCase skip => Skip(activation, skip),
            AskToTakeOver => HandOver.Ask(activation, actor),
            HandCaseOver => HandOver.Answer(activation, handsOver: true),
            KeepCase => HandOver.Answer(activation, handsOver: false),
            Reassign reassign => HandOver.Reassign(activation, reassign.To),
            PassOn pass => HandOver.PassOn(activation, pass),
            CorrectRequest or PutCaseAside or TakeCaseBack or AskTeamLead or AnswerTeamLead or AddNote =>
                CaseActs.Decide(activation, answer, now),
            ChooseTenant choice => Choose(activation, choice),
            TreatAsNewCode { Yes: false } or RefuseInstead when activation.IsTrial => Declined(Obstacle.TrialRun),
            TreatAsNewCode treat => Treat(activation, treat),
            ChooseTemplate choice => ChooseReply(activation, choice.Template),
            AcceptProposal when settings.Trial || activation.IsTrial => Declined(Obstacle.TrialRun),
            AcceptProposal accept => Accept(activation, accept.Acceptance),
            RecordPractice told => PracticeAnswers.Record(activation, told),
            LeaveTrial => When(activation is { AsksForPractice: true, IsTrialOver: true }, new TrialLeft()),
            FetchAgain => When(activation.CanFetchAgain, new FetchAgainAsked()),
            RefuseInstead refuse => Reasoned(
                refuse.Reason,
                activation.State is OnHold or ChoosingTenant or AwaitingDecision,
                new RefusalChosen(refuse.Reason.Trim())),
            Withdraw withdraw => activation.CanWithdraw
                ? Reasoned(withdraw.Reason, true, new CaseWithdrawn(withdraw.Reason.Trim()))
                : Declined(Obstacle.OnlyForward),
            CloseAsDouble twice => Doubles.Close(activation, twice),
            RecordProof proof => Prove(activation, proof),
            DecideArrangement decide => Reasoned(
                decide.Reason,
                activation is { State: OnHold, Hold: HoldReason.ArrangementUnderAdministration },
                new ArrangementDecided(decide.MaySend, decide.Reason.Trim())),
            AnswerFact fact => AnswerByHand(activation, fact),
            RevealCode => When(CodeByHand.MayBeShown(activation), new CodeRevealed()),
            GiveCode typed when !CodeByHand.IsAsked(activation) => Declined(Obstacle.NotAskedNow),
            GiveCode { Seen: null } => Declined(Obstacle.CodeNotValid),
            GiveCode or SawCode when !CodeByHand.IsLookedFor(activation) => Declined(Obstacle.NotAskedNow),
            GiveCode { LastDay: null } or SawCode { LastDay: null } => Declined(Obstacle.LastDayNeeded),
            GiveCode { Seen.Fingerprint: var fingerprint, LastDay: { } day } =>
                Taken(CodeByHand.Judge(activation, fingerprint, day, now, settings)),
            SawCode { LastDay: { } day } => Taken(CodeByHand.Judge(activation, null, day, now, settings)),
            SawNoCode => When(CodeByHand.IsLookedFor(activation), CodeByHand.None(activation)),
            SendReplyAgain again => !activation.IsBounced ? Declined(Obstacle.NotAskedNow)
                : activation.NewAddresses.Contains(again.To) ? Taken(new ReplyReaddressed(again.To))
                : Declined(Obstacle.NotAnOption),
            SettleBounce settle => Enum.IsDefined(settle.End)
                ? Reasoned(settle.Note, activation.IsBounced, new BounceSettled(settle.End, settle.Note.Trim()))
                : Declined(Obstacle.NotAnOption),
            _ => TroubleAnswers.Decide(activation, answer),
        };
    }

    // Whoever comes to a case decides on what the sources say now, and today. Facts that were read in the future were read by a
    // clock that was wrong. Once something was agreed to, G4 sees to that.
    private static Decision Refreshed(Decision decision, ActivationCase activation, DateTimeOffset now, TimeSpan maxAge) =>
        decision is Decision.Taken { Events: var facts }
        && activation.State is ChoosingTenant or AwaitingDecision or OnHold
        && activation is { IsOutdated: false, Trouble: null, AcceptedFacts: null, Facts.ReadAt: { } read }
        && ((now - read).Duration() > maxAge || !activation.Facts.AreOfTheDayOf(now))
            ? new Decision.Taken([.. facts, new FactsOutdated()])
            : decision;

    private static Decision Skip(ActivationCase activation, SkipCase skip) =>
        !activation.CanSkip ? Declined(Obstacle.NotAskedNow)
        : !Enum.IsDefined(skip.Reason) ? Declined(Obstacle.NotAnOption)
        : skip.Note?.Length > LongestReason || (skip.Reason is SkipReason.Other && string.IsNullOrWhiteSpace(skip.Note))
            ? Declined(Obstacle.ReasonNeeded)
        : new Decision.Taken(new CaseSkipped(skip.Reason, string.IsNullOrWhiteSpace(skip.Note) ? null : skip.Note.Trim()));

    private static Decision Choose(ActivationCase activation, ChooseTenant choice) =>
        activation.State is not ChoosingTenant ? Declined(Obstacle.NotAskedNow)
        : activation.Facts.Person.Value?.Candidates.Any(candidate => candidate.Party.Id == choice.PartyId) is true
            ? new Decision.Taken(new TenantChosen(choice.PartyId))
            : Declined(Obstacle.NotAnOption);

    private static Decision Treat(ActivationCase activation, TreatAsNewCode treat) => When(
        activation is { State: AwaitingDecision, Verdict.Ruling: Ruling.AskTreatAsNewCode },
        treat.Yes ? new TreatedAsNewCode() : new CaseWithdrawn(nameof(Ruling.AskTreatAsNewCode)));

    private static Decision Prove(ActivationCase activation, RecordProof proof) =>
        activation is not { State: OnHold, Hold: HoldReason.VerifyAdministrator } ? Declined(Obstacle.NotAskedNow)
        : !Enum.IsDefined(proof.Proof) || activation.Facts.Administrator.Value?.PartyId is null ? Declined(Obstacle.NotAnOption)
        : proof.Note?.Length > LongestReason ? Declined(Obstacle.ReasonNeeded)
        : new Decision.Taken(new ProofRecorded(proof.Proof, proof.Note));

    private static Decision AnswerByHand(ActivationCase activation, AnswerFact answer) =>
        activation is not { State: OnHold, Hold: HoldReason.SourceUnavailable } || activation.Verdict?.Missing != answer.Fact
            ? Declined(Obstacle.NotAskedNow)
            : answer.Value is null || HandFacts.AnswersTo(answer.Fact).Contains(answer.Value)
                ? new Decision.Taken(new FactAnswered(answer.Fact, answer.Value))
                : Declined(Obstacle.NotAnOption);

    // A neutral reply may always be chosen; one that says why only where the requester may know.
    private static Decision ChooseReply(ActivationCase activation, TemplateChoice template) =>
        activation.State is not AwaitingDecision || Proposal.Of(activation) is not { Refusal: { } refusal, Email: not null }
            ? Declined(Obstacle.NotAskedNow)
        : (refusal.Neutral && !template.Neutral) || !Enum.IsDefined(template.Ground) || !Enum.IsDefined(template.Language)
            ? Declined(Obstacle.NotAnOption)
        : new Decision.Taken(new TemplateChosen(template));

    private static Decision Accept(ActivationCase activation, Acceptance acceptance)
    {
        if (activation.State is not AwaitingDecision || Proposal.Of(activation) is not { } proposal)
            return Declined(Obstacle.NotAskedNow);
        if (acceptance.CorrectContacts is false && proposal.AsksToCorrectContacts)
            return new Decision.Taken(new HoldPlaced(HoldReason.ContactConflict, activation.Verdict!));

        return Missing(proposal, acceptance) is { } obstacle
            ? Declined(obstacle)
            : new Decision.Taken(new ProposalAccepted(acceptance));
    }

    private static Obstacle? Missing(Proposal proposal, Acceptance acceptance) =>
        proposal.DeletesAccount && !acceptance.OldAccountMayGo ? Obstacle.OldAccountNotConfirmed
        : proposal.AsksAboutRecentCode && !acceptance.RecentCodeMayDie ? Obstacle.RecentCodeNotConfirmed
        : proposal.AsksToCorrectContacts && acceptance.CorrectContacts is null ? Obstacle.CorrectionNotAnswered
        : proposal.AsksToBlock != acceptance.BlockAccount.HasValue ? Obstacle.BlockNotAnswered
        : proposal.Refusal is null ? null
        : proposal.Email is null ? acceptance.ToldBy is Channel.Phone or Channel.Counter ? null : Obstacle.ToldByNotAnswered
        : IsComplete(acceptance, proposal) ? null : Obstacle.ReplyIncomplete;

    private static bool IsComplete(Acceptance acceptance, Proposal proposal) =>
        acceptance is { Reply: { } reply, Template: { } template }
        && (template.Neutral || !proposal.Refusal!.Neutral)
        && reply.Subject.Trim() is { Length: > 0 and <= 200 } subject && !subject.Any(char.IsControl)
        && reply.Body.Trim() is { Length: > 0 and <= LongestReply };

    private static Decision.Taken Taken(CaseEvent happened) => new(happened);

    private static Decision When(bool open, CaseEvent happened) =>
        open ? new Decision.Taken(happened) : Declined(Obstacle.NotAskedNow);

    internal static Decision Reasoned(string reason, bool open, CaseEvent happened) =>
        !open ? Declined(Obstacle.NotAskedNow)
        : reason.Trim() is { Length: > 0 and <= LongestReason } ? new Decision.Taken(happened)
        : Declined(Obstacle.ReasonNeeded);

    private static Decision.Declined Declined(Obstacle obstacle) => new(obstacle);
}
