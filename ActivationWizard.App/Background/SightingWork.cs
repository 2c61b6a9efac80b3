using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Events;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;

namespace ActivationWizard.App.Background;

/// <summary>
/// Looks for effects that were done for certain: whether they are found says whether a look-up by our reference counts.
/// </summary>
public sealed class SightingRound(Sightings sightings, EvidenceSearch evidence, CaseReading cases)
{
    /// <summary>Looks once for each that was done until this moment; what does not answer is put off.</summary>
    public async Task RunAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        foreach (var expected in await sightings.ExpectedAsync(until, cancellation))
        {
            // A case that was erased or cannot be read is nobody's evidence.
            var raw = await cases.ReadAsync(expected.Number, cancellation);
            var known = raw.Entries.Select(entry => entry.Event).OfType<EffectRequested>()
                .FirstOrDefault(one => one.Key == expected.Key);
            if (raw.Case is not { } activation || known is null)
                await sightings.PutOffAsync(expected, forGood: true, cancellation);
            else if (!await evidence.LearnAsync(activation, known, cancellation))
                await sightings.PutOffAsync(expected, forGood: false, cancellation);
        }
    }
}

/// <summary>Has a round at every sweep, for what was done a quiet period ago.</summary>
public sealed class SightingWork(
    SightingRound round, ActivationSettings settings, WorkSettings work, TimeProvider time, ILogger<SightingWork> log)
    : RepeatedWork("Looking for what was done for certain", work.SweepInterval, time, log)
{
    /// <inheritdoc />
    protected override Task DoAsync(CancellationToken cancellation) =>
        round.RunAsync(Time.GetUtcNow() - settings.QuietPeriod, cancellation);
}
