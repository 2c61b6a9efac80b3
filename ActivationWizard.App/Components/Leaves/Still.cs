using Microsoft.AspNetCore.Components;

namespace ActivationWizard.App.Components.Leaves;

/// <summary>A component that is drawn again only when what it shows has changed: of a long list most has not.</summary>
public abstract class Still : ComponentBase
{
    private object? _drawn;

    /// <summary>All that its drawing depends on, compared by value: a tuple.</summary>
    protected abstract object Shown { get; }

    protected sealed override bool ShouldRender() => !Shown.Equals(_drawn);

    protected override void OnAfterRender(bool firstRender) => _drawn = Shown;
}
