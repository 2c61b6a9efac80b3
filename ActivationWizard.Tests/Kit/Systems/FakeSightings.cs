using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Systems;

/// <summary>
/// What an installation has learnt of its systems. Most tests are of one that has been at work for a while: it has found effects
/// of every kind.
/// </summary>
internal sealed class FakeSightings(TimeProvider time) : ISightings
{
    private readonly Dictionary<EffectKind, Sighting> _seen = Enum.GetValues<EffectKind>()
        .ToDictionary(effect => effect, _ => new Sighting(IsFound: true, Sample.Now.AddDays(-30)));

    /// <summary>What was done for certain and is still to be looked for.</summary>
    public List<(EffectKind Effect, CaseNumber Number, EffectKey Key)> Expected { get; } = [];

    /// <summary>The installation has only just begun.</summary>
    public void Forget() => _seen.Clear();

    public Task<Sighting?> OfAsync(EffectKind effect, CancellationToken cancellation) =>
        Task.FromResult(_seen.GetValueOrDefault(effect));

    public Task NoteAsync(EffectKind effect, bool isFound, CancellationToken cancellation)
    {
        _seen[effect] = new Sighting(isFound, time.GetUtcNow());
        Expected.RemoveAll(one => one.Effect == effect);
        return Task.CompletedTask;
    }

    public Task ExpectAsync(EffectKind effect, CaseNumber number, EffectKey key, CancellationToken cancellation)
    {
        if (Expected.All(one => one.Effect != effect))
            Expected.Add((effect, number, key));
        return Task.CompletedTask;
    }
}
