using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Reviews;

/// <summary>How a case was handled, by who reviews it. The names are in the database.</summary>
public enum Assessment
{
    Right,
    RightWithRemark,
    Wrong,
}

/// <summary>What a remark is about. The names are in the database.</summary>
public enum ReviewReason
{
    /// <summary>Which tenant it is, or which facts.</summary>
    Facts,

    /// <summary>What was decided.</summary>
    Decision,

    /// <summary>What was written to the requester.</summary>
    Reply,

    /// <summary>How it was carried out, by hand above all.</summary>
    CarryingOut,

    /// <summary>A reason or a note that is missing or says too little.</summary>
    Explanation,

    /// <summary>Anything else, which the remark says.</summary>
    Other,
}

/// <summary>What a reviewer says of a case; null was not answered. The remark is at most 1,000 characters.</summary>
public sealed record ReviewGiven(Assessment? Assessment, ReviewReason? Reason, string? Remark);

/// <summary>Why a review cannot be taken. The words for people are the pages'.</summary>
public enum ReviewObstacle
{
    /// <summary>The role reviews no cases.</summary>
    NotAllowed,

    /// <summary>This person did something in the case, in whatever role, or has it: a second person reviews it.</summary>
    WorkedOnIt,

    /// <summary>It must be said how it was handled.</summary>
    AssessmentNeeded,

    /// <summary>It must be said what the remark is about.</summary>
    ReasonNeeded,

    /// <summary>A remark is needed, of at most 1,000 characters.</summary>
    RemarkNeeded,

    /// <summary>It is not among those that are reviewed, or cannot be read any more.</summary>
    NotDrawn,

    /// <summary>A colleague reviewed it before.</summary>
    AlreadyReviewed,
}

/// <summary>Who may review a case, and what a review has to say. Pure.</summary>
public static class ReviewRules
{
    /// <summary>The most characters of a remark.</summary>
    public const int LongestRemark = 1_000;

    /// <summary>True when the person did something in the case, in whatever role, or has it.</summary>
    public static bool HasWorkedOn(ActivationCase activation, Actor person) =>
        activation.Eyes.HasTakenPart(person) || activation.Handler?.Id == person.Id;

    /// <summary>What stands in the way of this review; null for nothing.</summary>
    public static ReviewObstacle? Judge(ActivationCase activation, ReviewGiven given, Actor reviewer) =>
        !reviewer.May(Operation.Review) ? ReviewObstacle.NotAllowed
        : !activation.State.IsFinal ? ReviewObstacle.NotDrawn
        : HasWorkedOn(activation, reviewer) ? ReviewObstacle.WorkedOnIt
        : given.Assessment is not { } assessment || !Enum.IsDefined(assessment) ? ReviewObstacle.AssessmentNeeded
        : assessment is Assessment.Right ? null
        : given.Reason is not { } reason || !Enum.IsDefined(reason) ? ReviewObstacle.ReasonNeeded
        : given.Remark?.Trim() is { Length: > 0 and <= LongestRemark } ? null
        : ReviewObstacle.RemarkNeeded;
}
