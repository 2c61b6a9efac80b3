namespace ActivationWizard.App.Components.Steps;

/// <summary>An answer that nobody gives by not answering.</summary>
public enum YesNo
{
    Yes,
    No,
}
