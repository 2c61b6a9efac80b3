using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Cases;

/// <summary>What a case is called on its page, and whose it is.</summary>
public static class CaseWords
{
    /// <summary>Who handles it, or did until it ended; every name for a null viewer.</summary>
    public static string HandledBy(
        ActivationCase activation, Actor? viewer) => (activation.State.IsFinal, activation.Handler) switch
        {
            (false, null) => StepsText.NotTaken,
            (false, { } handler) => StepsText.HandledBy.With(NameFor(viewer, handler)),
            (true, null) => ReplayText.NobodyHandled,
            (true, { } handler) => ReplayText.HandledBy.With(NameFor(viewer, handler)),
        };

    /// <summary>
    /// Why an answer was not taken, over the case as it is now: of two who send at once the second is told who was first.
    /// </summary>
    public static string Declined(
        Decision.Declined declined, Answer answer, ActivationCase? activation,
        Actor viewer) => (declined, answer, activation) switch
        {
            ({ Acting: { } acting }, _, _) =>
                TakeOverText.ActingCase.With(acting.Number, acting.Handler?.Name ?? StepsText.NotTaken),
            ({ Obstacle: Obstacle.NotAskedNow or Obstacle.NotYourCase }, AcceptProposal,
                { Agreed: { } agreed, Acceptance: not null }) =>
                TakeOverText.AlreadySent.With(NameFor(viewer, agreed.Person), Moments.Clock(agreed.At)),
            _ => StepWords.Of(declined.Obstacle),
        };

    /// <summary>The heading of a step.</summary>
    public static string Heading(ActivationCase activation, WizardStep step)
    {
        var name = activation.Facts.Person.Value?.Party?.Name.OnEnvelope ?? activation.Request.Name;
        return step switch
        {
            WizardStep.Search => StepsText.HeadingSearch.With(activation.Number),
            WizardStep.Check => StepsText.HeadingCheck.With(name),
            WizardStep.Execute => StepsText.HeadingExecute.With(name),
            _ => StepsText.HeadingDone.With(activation.Number),
        };
    }

    private static string NameFor(Actor? viewer, Actor person) => person.Id == viewer?.Id ? TakeOverText.You : person.Name;
}
