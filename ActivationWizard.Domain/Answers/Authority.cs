using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Answers;

/// <summary>What can be done with cases.</summary>
public enum Operation
{
    OpenCase,
    SeeWorkList,
    SeeCase,
    HandleOwnCase,
    TakeCase,
    Reassign,
    WithdrawAnyCase,
    DecideArrangement,
    AnswerQuestion,
    SettleOutcome,
    SeeAllFinishedCases,
    ReplayOwnCase,
    ReplayAnyCase,
    RevealCode,
    KeepDraft,
    SeeStatus,
    Comment,
    SeeOverview,
    SeeTrial,
    SeeMorning,
    Review,
    ExportCases,
    CompareWithTodaysRules,
    AskSourceAgain,
    EndSessions,
    SeeAccessLog,
    FindAccessesOfTenant,
    AnswerAccessRequest,
    ChooseTemplates,
    CheckSystems,
    SeeSettings,
    SeeMessages,
    HandleMessages,
}

/// <summary>The one table of role × operation: asked in the runner and in the queries, only mirrored by pages.</summary>
public static class Authority
{
    private static readonly Dictionary<Role, HashSet<Operation>> Table = new()
    {
        [Role.Employee] =
        [
            Operation.OpenCase, Operation.SeeWorkList, Operation.SeeCase, Operation.HandleOwnCase, Operation.TakeCase,
            Operation.SettleOutcome, Operation.KeepDraft, Operation.ReplayOwnCase, Operation.RevealCode, Operation.Comment,
            Operation.SeeMessages, Operation.HandleMessages,
        ],
        [Role.TeamLead] =
        [
            Operation.SeeWorkList, Operation.SeeCase, Operation.Reassign, Operation.WithdrawAnyCase,
            Operation.DecideArrangement, Operation.AnswerQuestion, Operation.SettleOutcome, Operation.KeepDraft,
            Operation.SeeAllFinishedCases,
            Operation.ReplayOwnCase, Operation.ReplayAnyCase, Operation.SeeStatus, Operation.Comment, Operation.SeeOverview,
            Operation.SeeTrial, Operation.SeeMorning, Operation.Review, Operation.ExportCases,
            Operation.CompareWithTodaysRules, Operation.AskSourceAgain,
            Operation.SeeAccessLog, Operation.FindAccessesOfTenant, Operation.AnswerAccessRequest, Operation.SeeMessages,
        ],
        [Role.SystemManager] =
        [
            Operation.SeeStatus, Operation.EndSessions, Operation.SeeAccessLog, Operation.ChooseTemplates,
            Operation.CheckSystems, Operation.SeeSettings,
        ],
        [Role.Machine] = [Operation.OpenCase],
    };

    /// <summary>True when the role may do this.</summary>
    public static bool May(this Role role, Operation operation) => Table[role].Contains(operation);

    /// <summary>True when the person may do this.</summary>
    public static bool May(this Actor actor, Operation operation) => actor.Role.May(operation);

    /// <summary>Throws <see cref="UnauthorizedAccessException"/> when the person may not do this.</summary>
    public static void Demand(this Actor actor, Operation operation)
    {
        if (!actor.May(operation))
            throw new UnauthorizedAccessException($"Role {actor.Role} may not do {operation}.");
    }
}
