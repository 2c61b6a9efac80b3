using Microsoft.AspNetCore.Components;

namespace ActivationWizard.App.Controls;

/// <summary>A component that is drawn again only when what it shows has changed: of a long list most has not.</summary>
public abstract class Still : ComponentBase
{
    private object? _shown;

    /// <summary>All that its drawing depends on, of its parameters and nothing else, compared by value: a tuple.</summary>
    protected abstract object Shown { get; }

    // Compared as it is given, not as it is drawn: that comes later, and what was given in between would be missed.
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        var shown = Shown;
        if (shown.Equals(_shown))
            return Task.CompletedTask;
        _shown = shown;
        return base.SetParametersAsync(ParameterView.Empty);
    }
}
