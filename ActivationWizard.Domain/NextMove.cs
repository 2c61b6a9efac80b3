using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.Domain;

/// <summary>What the runner has to do next for a case. Closed.</summary>
public abstract record Move
{
    private Move()
    {
    }

    /// <summary>Ask the sources what the table still needs.</summary>
    public sealed record Ask : Move;

    /// <summary>Write these events.</summary>
    public sealed record Append(params IReadOnlyList<CaseEvent> Facts) : Move;

    /// <summary>Read the facts again and compare (G4).</summary>
    public sealed record Recheck : Move;

    /// <summary>Fill in this standard reply, for the employee to see before it goes.</summary>
    public sealed record Draft(TemplateChoice Template) : Move;

    /// <summary>Call the system: the request is in the journal.</summary>
    public sealed record Perform(EffectRequested Effect) : Move;

    /// <summary>Wait: for a person, or because the case is over.</summary>
    public sealed record Rest : Move;
}

/// <summary>Chooses the next move. Pure: the same case gives the same move, on any instance, after any crash.</summary>
public sealed class NextMove(Judgement judgement)
{
    /// <summary>The move for the case as it is.</summary>
    public Move For(ActivationCase activation) => activation switch
    {
        { State: ActivationState.GatheringFacts } => Judge(activation),
        { State: ActivationState.AwaitingDecision, Draft: null } => Reply(activation),
        { Pending: { } effect } => new Move.Perform(effect),
        { Trouble: not null } => new Move.Rest(),
        { State.WaitsForSystem: true } => Go(activation),
        _ => new Move.Rest(),
    };

    /// <summary>The fact that the table or a guard asks next over these facts; null when it can decide.</summary>
    public FactKind? Missing(ActivationCase activation, CaseFacts facts) =>
        judgement.On(activation, facts) is TableAnswer.AskFirst ask ? ask.Fact : null;

    private Move Judge(ActivationCase activation)
    {
        var answer = judgement.On(activation);
        if (answer is not TableAnswer.Decided { Verdict: var verdict })
            return new Move.Ask();

        return new Move.Append(verdict.Outcome switch
        {
            Outcome.Hold { Reason: HoldReason.IdentifyPerson } => new SeveralPersonsFound(verdict),
            Outcome.Hold hold => new HoldPlaced(hold.Reason, verdict),
            Outcome.AskTreatAsNewCode => new QuestionRaised(verdict),
            _ => new ProposalMade(verdict),
        });
    }

    private static Move Reply(ActivationCase activation) => Proposal.Of(activation) is { Refusal: { } refusal, Email: not null }
        ? new Move.Draft(activation.Template ?? new TemplateChoice(refusal.Ground, refusal.Neutral, MailLanguage.Dutch))
        : new Move.Rest();

    private static Move Go(ActivationCase activation)
    {
        var proposal = Proposal.Of(activation) ?? throw new InvalidOperationException("Nothing was proposed, and yet the case is under way.");
        if (ActivationPlan.Next(activation, proposal.Route) is not { } next)
            return new Move.Append(Completion(proposal.Route));

        var nothingDoneYet = activation.RecheckedAt < activation.AcceptedAt;
        var doneSince = activation.Effects.Any(one => one.Sequence > activation.RecheckedAt);
        return nothingDoneYet || (IsSending(next, proposal) && doneSince)
            ? new Move.Recheck()
            : new Move.Append(EffectRequests.For(activation, proposal, next));
    }

    private static bool IsSending(EffectKind effect, Proposal proposal) =>
        effect is EffectKind.DispatchLetter or EffectKind.SendReply || (effect is EffectKind.ActivateAccount && proposal.Email is not null);

    private static CaseEvent Completion(Route route) =>
        route is Route.Refusal ? new RequestRefused()
        : route.IsLetter ? new CompletedByLetter()
        : new CompletedByEmail();
}
