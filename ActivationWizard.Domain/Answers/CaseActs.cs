using ActivationWizard.Domain.Cases;

namespace ActivationWizard.Domain.Answers;

/// <summary>What follows from an act on a case that answers none of its questions. Pure.</summary>
internal static class CaseActs
{
    internal static Decision Correct(ActivationCase activation, CorrectRequest correct)
    {
        var was = RequestValues.Of(activation.Request);
        return !activation.CanCorrect ? Declined(Obstacle.TooLateToCorrect)
            : !correct.Now.IsWhole ? Declined(Obstacle.NotAnOption)
            : correct.Now == was ? Declined(Obstacle.NothingCorrected)
            : Decider.Reasoned(correct.Reason, true, new RequestCorrected(was, correct.Now, correct.Reason.Trim()));
    }

    private static Decision.Declined Declined(Obstacle obstacle) => new(obstacle);
}
