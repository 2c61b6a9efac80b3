using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Domain.Answers;

/// <summary>What follows from an act on a case that answers none of its questions. Pure.</summary>
internal static class CaseActs
{
    private const int LongestAsideYears = 1;

    internal static Decision Decide(ActivationCase activation, Answer act, DateTimeOffset now) => act switch
    {
        CorrectRequest correct => Correct(activation, correct),
        PutCaseAside put when !activation.WaitsForPerson => Declined(Obstacle.NotAskedNow),
        PutCaseAside put => put.Until is { } day && IsAhead(day, DutchCalendar.DayOf(now))
            ? Decider.Reasoned(put.Note, true, new CasePutAside(day, put.Note.Trim()))
            : Declined(Obstacle.DayNotAhead),
        TakeCaseBack => activation is { Aside: not null, WaitsForPerson: true }
            ? new Decision.Taken(new CaseCameBack()) : Declined(Obstacle.NotAskedNow),
        AskTeamLead ask => Decider.Reasoned(
            ask.Question, activation is { WaitsForPerson: true, LeadQuestion: not { IsOpen: true } },
            new TeamLeadAsked(ask.Question.Trim())),
        AnswerTeamLead answer => Decider.Reasoned(
            answer.Text, activation.LeadQuestion is { IsOpen: true } && HandOver.IsPossible(activation),
            new TeamLeadAnswered(answer.Text.Trim())),
        AddNote note => Decider.Reasoned(note.Text, activation.CanNote, new NoteAdded(note.Text.Trim())),
        _ => throw new InvalidOperationException("This is no act on a case."),
    };

    /// <summary>Why this person may not have the request of this case handled again; null when nothing is in the way.</summary>
    internal static Obstacle? ForReopening(ActivationCase activation, string reason, Actor actor) =>
        !actor.May(Operation.OpenCase) || !actor.May(Operation.TakeCase) ? Obstacle.NotAllowed
        : !activation.CanReopen ? Obstacle.NotAskedNow
        : reason.Trim() is { Length: > 0 and <= Decider.LongestReason } ? null
        : Obstacle.ReasonNeeded;

    private static bool IsAhead(DateOnly day, DateOnly today) => day > today && day <= today.AddYears(LongestAsideYears);

    private static Decision Correct(ActivationCase activation, CorrectRequest correct)
    {
        var was = RequestValues.Of(activation.Request);
        return !activation.CanCorrect ? Declined(Obstacle.TooLateToCorrect)
            : !correct.Now.IsWhole ? Declined(Obstacle.NotAnOption)
            : correct.Now == was ? Declined(Obstacle.NothingCorrected)
            : Decider.Reasoned(correct.Reason, true, new RequestCorrected(was, correct.Now, correct.Reason.Trim()));
    }

    private static Decision.Declined Declined(Obstacle obstacle) => new(obstacle);
}
