namespace ActivationWizard.App.Cases.Parts;

/// <summary>An answer that nobody gives by not answering.</summary>
public enum YesNo
{
    Yes,
    No,
}
