using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Answers;

/// <summary>Why an answer cannot be taken now. The words for people are the pages'.</summary>
public enum Obstacle
{
    /// <summary>The role may not do this.</summary>
    NotAllowed,

    /// <summary>The person did something in this case in another role: a second person has to be another.</summary>
    OtherRole,

    /// <summary>Another employee has the case.</summary>
    NotYourCase,

    /// <summary>Another employee has the case, and has to be asked for it first, and given time to answer.</summary>
    AskFirst,

    /// <summary>The case moved on: this question is no longer open.</summary>
    NotAskedNow,

    /// <summary>It must be said that the old account may go.</summary>
    OldAccountNotConfirmed,

    /// <summary>It must be said that the code of some days ago may die.</summary>
    RecentCodeNotConfirmed,

    /// <summary>It must be said whether the account is blocked.</summary>
    BlockNotAnswered,

    /// <summary>It must be said whether privé and zakelijk are corrected.</summary>
    CorrectionNotAnswered,

    /// <summary>The reply has no subject or no text, or is too long.</summary>
    ReplyIncomplete,

    /// <summary>There is no address: it must be said how the requester was told.</summary>
    ToldByNotAnswered,

    /// <summary>A reason is needed, of at most 500 characters.</summary>
    ReasonNeeded,

    /// <summary>The answer is not one of those offered.</summary>
    NotAnOption,

    /// <summary>What was typed is not a code, by the installation's pattern.</summary>
    CodeNotValid,

    /// <summary>It must be said up to and including which day the code is good.</summary>
    LastDayNeeded,

    /// <summary>An effect is under way, or only forward is possible: the case cannot be closed now.</summary>
    OnlyForward,

    /// <summary>Another case acts for this tenant at this moment.</summary>
    TenantBusy,

    /// <summary>The wizard is tried out: nothing is done by it.</summary>
    TrialRun,

    /// <summary>It must be said what was done the old way.</summary>
    PracticeNotSaid,

    /// <summary>
    /// It must be said why that was not what was proposed, in a note of at most 500 characters for another reason.
    /// </summary>
    PracticeReasonNeeded,

    /// <summary>Something was done for the request, or is being done: it cannot be corrected any more.</summary>
    TooLateToCorrect,

    /// <summary>Nothing in the request was corrected.</summary>
    NothingCorrected,

    /// <summary>It must be said until which day the case is put aside: after today, and at most a year ahead.</summary>
    DayNotAhead,

    /// <summary>The wizard is in the middle of a call for it, which nothing may come between.</summary>
    CarriedOut,

    /// <summary>There is no such case.</summary>
    NoSuchCase,

    /// <summary>The case that is to go on in place of a double is over itself.</summary>
    OtherIsOver,

    /// <summary>The case that is to go on in place of a double is another tenant's.</summary>
    AnothersCase,
}

/// <summary>A case that acts for its tenant, and who has it.</summary>
public sealed record ActingCase(CaseNumber Number, Actor? Handler);

/// <summary>What became of an answer. Closed.</summary>
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>These events follow.</summary>
    public sealed record Taken(params IReadOnlyList<CaseEvent> Events) : Decision;

    /// <summary>Nothing follows, for this reason.</summary>
    public sealed record Declined(Obstacle Obstacle) : Decision
    {
        /// <summary>The case that acts for the tenant, for <see cref="Obstacle.TenantBusy"/>.</summary>
        public ActingCase? Acting { get; init; }
    }
}
