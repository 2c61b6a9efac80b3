using ActivationWizard.App.Components.Steps;
using ActivationWizard.App.Resources;
using ActivationWizard.Domain;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.App.Components.Handling;

/// <summary>What a case is called on its page, and whose it is.</summary>
public static class CaseWords
{
    /// <summary>Who handles it, for this viewer.</summary>
    public static string HandledBy(ActivationCase activation, Actor viewer) =>
        activation.Handler is not { } handler ? StepsText.NotTaken
        : handler.Id == viewer.Id ? StepsText.HandledByYou
        : StepsText.HandledBy.With(handler.Name);

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
}
