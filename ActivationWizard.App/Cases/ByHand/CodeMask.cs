namespace ActivationWizard.App.Cases.ByHand;

/// <summary>What stands where a code is: of a length that says nothing.</summary>
public static class CodeMask
{
    public const string Text = "••••••••";
}
