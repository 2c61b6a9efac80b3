using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using Microsoft.Extensions.Hosting;

namespace ActivationWizard.Tests.Kit.Basics;

/// <summary>
/// A start state: the installation has been at work for a while, and found effects of its own by our reference. What it learns
/// afterwards counts over it, also at the next start.
/// </summary>
internal sealed class LearntBefore(ISightings sightings) : IHostedService
{
    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var effect in Enum.GetValues<EffectKind>())
        {
            if (effect.Recoverable.Contains(RecoveryCapability.Query)
                && await sightings.OfAsync(effect, cancellationToken) is null)
                await sightings.NoteAsync(effect, isFound: true, cancellationToken);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
