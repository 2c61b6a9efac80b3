using System.Diagnostics.Metrics;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.App.Background;

/// <summary>What becomes of cases and effects in this process, and how its queue is.</summary>
public sealed class CaseMeter
{
    /// <summary>The meter.</summary>
    public const string Name = "ActivationWizard.Cases";

    private readonly Counter<long> _closed;
    private readonly Counter<long> _effects;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _fenced;

    public CaseMeter(IMeterFactory meters, WaitingCases waiting)
    {
        var meter = meters.Create(Name);
        _closed = meter.CreateCounter<long>(
            "activationwizard.cases.closed", "{case}", "Cases that came to their end here, by outcome.");
        _effects = meter.CreateCounter<long>(
            "activationwizard.effects", "{effect}", "What calls that change something came to, by system, effect and outcome.");
        _retries = meter.CreateCounter<long>(
            "activationwizard.effects.retries", "{retry}", "Effects that were asked for again, by system and effect.");
        _fenced = meter.CreateCounter<long>(
            "activationwizard.leases.lost", "{lease}", "Writes that were refused because another process has the tenant.");
        meter.CreateObservableGauge(
            "activationwizard.queue.length",
            () =>
            {
                var state = waiting.State();
                return new[] { Of(state.Waiting, "waiting"), Of(state.Arrived, "arrived"), Of(state.UnderWay, "under way") };
            },
            "{case}", "Cases in line in this process, by line.");
        meter.CreateObservableGauge(
            "activationwizard.queue.lag", () => waiting.State().Lag.TotalSeconds, "s",
            "How long the case that has waited longest is in line.");
    }

    /// <summary>Events that are on disk.</summary>
    public void Appended(ActivationCase before, ActivationCase after, IReadOnlyList<CaseEvent> events)
    {
        if (after.State.IsFinal && !before.State.IsFinal)
            _closed.Add(1, new KeyValuePair<string, object?>("outcome", $"{after.State}"));
        foreach (var one in events)
        {
            switch (one)
            {
                case EffectDone done:
                    Count(done.Effect, "done");
                    break;
                case RetryAsked retry:
                    Retried(retry.Effect);
                    break;
                case RequestRepeated repeated:
                    Retried(repeated.Effect);
                    break;
                case AnswerLost lost:
                    Count(lost.Effect, "lost");
                    break;
                case EffectTrouble trouble when OutcomeOf(trouble) is { } outcome:
                    Count(trouble.Effect, outcome);
                    break;
            }
        }
    }

    /// <summary>A write was refused: this process has lost the right to act.</summary>
    public void Fenced() => _fenced.Add(1);

    private static string? OutcomeOf(EffectTrouble trouble) => trouble switch
    {
        EffectNotDone => "not done",
        EffectRefused => "refused",
        OutcomeUnknown or LostTimeDoubted => "unknown",
        ManualStepNeeded => "by hand",
        _ => null,
    };

    private static Measurement<int> Of(int count, string line) => new(count, new KeyValuePair<string, object?>("line", line));

    private void Count(EffectKind effect, string outcome) => _effects.Add(
        1, new("system", $"{effect.System}"), new("effect", $"{effect}"), new("outcome", outcome));

    private void Retried(EffectKind effect) => _retries.Add(1, new("system", $"{effect.System}"), new("effect", $"{effect}"));
}
