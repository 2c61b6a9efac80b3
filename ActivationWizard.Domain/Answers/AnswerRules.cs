using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Answers;

/// <summary>Whose answer it is to give: by role, by who has the case, and by who did something else in it.</summary>
internal static class AnswerRules
{
    /// <summary>Why this person may not answer so; null when nothing is in the way.</summary>
    internal static Obstacle? Forbidden(ActivationCase activation, Answer answer, Actor actor) => answer switch
    {
        Reassign or PassOn => actor.May(Operation.Reassign) ? null : Obstacle.NotAllowed,
        TakeCase or TakeNewCase or AskToTakeOver =>
            !actor.May(Operation.TakeCase) ? Obstacle.NotAllowed
            : activation.Eyes.HasSettled(actor) ? Obstacle.OtherRole
            : null,
        DecideArrangement =>
            !actor.May(Operation.DecideArrangement) ? Obstacle.NotAllowed
            : HasHandled(activation, actor) ? Obstacle.OtherRole
            : null,
        AnswerTeamLead =>
            !actor.May(Operation.AnswerQuestion) ? Obstacle.NotAllowed
            : HasHandled(activation, actor) ? Obstacle.OtherRole
            : null,
        AddNote when actor.Role is Role.TeamLead && actor.May(Operation.Comment) => null,
        SettleOutcome or SendReplyAgain or SettleBounce
            when actor.Role is Role.TeamLead && HasHandled(activation, actor) => Obstacle.OtherRole,
        SettleOutcome or SendReplyAgain or SettleBounce or LookAgain when actor.May(Operation.SettleOutcome)
            && (actor.Role is Role.TeamLead || actor.Id == activation.Handler?.Id) => null,
        Withdraw when actor.May(Operation.WithdrawAnyCase) => null,
        RevealCode when !actor.May(Operation.RevealCode) => Obstacle.NotAllowed,
        _ when !actor.May(Operation.HandleOwnCase) => Obstacle.NotAllowed,
        _ => actor.Id == activation.Handler?.Id ? null : Obstacle.NotYourCase,
    };

    // To whom a case was given, and who did nothing in it yet, has it all the same.
    private static bool HasHandled(ActivationCase activation, Actor actor) =>
        actor.Id == activation.Handler?.Id || activation.Eyes.HasHandled(actor);
}
