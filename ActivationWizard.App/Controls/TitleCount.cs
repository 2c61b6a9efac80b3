namespace ActivationWizard.App.Controls;

/// <summary>What the title of every page begins with: how much there is for the person who looks. One for each circuit.</summary>
public sealed class TitleCount
{
    /// <summary>It became another one.</summary>
    public event Action? Changed;

    /// <summary>Zero shows nothing.</summary>
    public int Value { get; private set; }

    /// <summary>Makes it another one.</summary>
    public void Set(int value)
    {
        if (value == Value)
            return;
        Value = value;
        Changed?.Invoke();
    }
}
