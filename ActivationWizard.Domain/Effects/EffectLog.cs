using System.Collections.Immutable;
using ActivationWizard.Domain.Events;

namespace ActivationWizard.Domain.Effects;

/// <summary>The effects of a case, kept up with its events.</summary>
internal static class EffectLog
{
    extension(ImmutableList<EffectProgress> effects)
    {
        /// <summary>A first or another attempt at the effect.</summary>
        public ImmutableList<EffectProgress> Requested(EffectRequested requested, RecordedEvent entry)
        {
            var at = effects.FindIndex(one => one.Effect == requested.Effect);
            var attempts = at < 0 ? 1 : effects[at].Attempts + 1;
            var progress = new EffectProgress(
                requested.Effect, requested.Key, EffectStatus.Requested, entry.At, null, attempts, entry.Sequence);
            return at < 0 ? effects.Add(progress) : effects.SetItem(at, progress);
        }

        /// <summary>The effect is done; an effect that was never asked for was done by hand from the start.</summary>
        public ImmutableList<EffectProgress> Ended(EffectDone done, RecordedEvent entry)
        {
            var status = entry.Actor.Role is Values.Role.Machine ? EffectStatus.Done : EffectStatus.DoneByHand;
            return effects.Changed(done.Effect, status, entry);
        }

        /// <summary>
        /// The effect did not go as it should, or a person said how to go on. Without a key it was a look at the
        /// facts that failed.
        /// </summary>
        public ImmutableList<EffectProgress> Troubled(EffectTrouble trouble, RecordedEvent entry)
        {
            if (trouble.Key is null)
                return effects;
            if (trouble.Status is not { } status)
                return effects;

            var effect = EffectRegistry.Of(trouble.Effect);
            if (trouble is ManualStepNeeded && effect.Interrupts is { } interrupted
                && effects.Any(one => one.Effect == interrupted && one.Status is EffectStatus.Requested))
                effects = effects.Changed(interrupted, EffectStatus.NotDone, entry);
            if (trouble is DidNotHappen && effect.FallsWith is { } fallen)
                effects = effects.Changed(fallen, status, entry);
            return effects.Changed(trouble.Effect, status, entry);
        }

        /// <summary>The answer was lost, or the same request goes once more; a look changes nothing.</summary>
        public ImmutableList<EffectProgress> Sought(EffectInquiry inquiry)
        {
            var at = effects.FindIndex(one => one.Effect == inquiry.Effect);
            return (at, inquiry) switch
            {
                ( < 0, _) => effects,
                (_, AnswerLost) => effects.SetItem(at, effects[at] with { Status = EffectStatus.Lost }),
                (_, RequestRepeated) => effects.SetItem(
                    at, effects[at] with { Status = EffectStatus.Requested, Attempts = effects[at].Attempts + 1 }),
                _ => effects,
            };
        }

        /// <summary>An effect that turned out not to have happened, and is not asked again.</summary>
        public ImmutableList<EffectProgress> GivenUp(EffectRequested? pending, RecordedEvent entry) =>
            pending is null ? effects : effects.Changed(pending.Effect, EffectStatus.NotDone, entry);

        private ImmutableList<EffectProgress> Changed(EffectKind effect, EffectStatus status, RecordedEvent entry)
        {
            var at = effects.FindIndex(one => one.Effect == effect);
            return at < 0 ? effects : effects.SetItem(at, effects[at] with { Status = status, EndedAt = entry.At });
        }
    }
}
