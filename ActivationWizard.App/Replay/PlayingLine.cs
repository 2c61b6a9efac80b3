using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ActivationWizard.App.Replay;

/// <summary>
/// Whether the page of this circuit is still there. A page that was closed while it played has nowhere to go on to: its circuit
/// outlives it by minutes.
/// </summary>
public sealed class PlayingLine : CircuitHandler
{
    /// <summary>The page is gone, for now or for good.</summary>
    public event Action? Lost;

    /// <inheritdoc/>
    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Lost?.Invoke();
        return Task.CompletedTask;
    }
}
