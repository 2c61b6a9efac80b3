using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Domain.Answers;

/// <summary>What an employee says was done the old way, while the wizard is tried out.</summary>
internal static class PracticeAnswers
{
    /// <summary>The event that ends the case, or what is missing. What belongs to no such practice is left out.</summary>
    public static Decision Record(ActivationCase activation, RecordPractice told) => told switch
    {
        _ when !activation.AsksForPractice => Declined(Obstacle.NotAskedNow),
        { Practice: null } or { Practice: Practice.Refused, Ground: null } => Declined(Obstacle.PracticeNotSaid),
        { Practice: Practice.AsProposed } => activation.HasComparable
            ? Taken(new PracticeRecorded(Practice.AsProposed, null, null, null))
            : Declined(Obstacle.NotAskedNow),
        _ when !IsAnOption(told) => Declined(Obstacle.NotAnOption),
        { Reason: null } or { Note.Length: > Decider.LongestReason } => Declined(Obstacle.PracticeReasonNeeded),
        { Reason: PracticeReason.Other } when string.IsNullOrWhiteSpace(told.Note) => Declined(Obstacle.PracticeReasonNeeded),
        _ => Taken(new PracticeRecorded(
            told.Practice.Value,
            told.Practice is Practice.Refused ? told.Ground : null,
            told.Reason,
            string.IsNullOrWhiteSpace(told.Note) ? null : told.Note.Trim())),
    };

    private static bool IsAnOption(RecordPractice told) => Enum.IsDefined(told.Practice!.Value)
        && (told.Ground is not { } ground || Enum.IsDefined(ground))
        && (told.Reason is not { } reason || Enum.IsDefined(reason));

    private static Decision.Taken Taken(PracticeRecorded recorded) => new(recorded);

    private static Decision.Declined Declined(Obstacle obstacle) => new(obstacle);
}
