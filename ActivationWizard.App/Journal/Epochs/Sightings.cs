using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Effects.Recovery;
using ActivationWizard.Domain.Values;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.App.Journal.Epochs;

/// <summary>An effect that was done for certain and is to be looked for by our reference.</summary>
public sealed record ExpectedSighting(EffectKind Effect, CaseNumber Number, EffectKey Key);

/// <summary>What every instance on this database knows of effects that were found by our reference.</summary>
public sealed class Sightings(
    IDbContextFactory<JournalContext> contexts, IJournalWriter writer, TimeProvider time) : ISightings
{
    public async Task<Sighting?> OfAsync(EffectKind effect, CancellationToken cancellation)
    {
        var name = effect.ToString();
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Sightings.SingleOrDefaultAsync(row => row.Effect == name, cancellation)
            is { IsFound: { } found, LookedAt: { } at }
            ? new Sighting(found, new DateTimeOffset(at, TimeSpan.Zero))
            : null;
    }

    public Task NoteAsync(EffectKind effect, bool isFound, CancellationToken cancellation) =>
        writer.WriteAsync(new Looked(effect.ToString(), isFound, time.GetUtcNow().UtcTicks), cancellation);

    public Task ExpectAsync(EffectKind effect, CaseNumber number, EffectKey key, CancellationToken cancellation) =>
        writer.WriteAsync(
            new Expecting(effect.ToString(), CaseKey.Of(number), key.ToString(), time.GetUtcNow().UtcTicks), cancellation);

    /// <summary>What was done until <paramref name="until"/> and is still to be looked for.</summary>
    public async Task<IReadOnlyList<ExpectedSighting>> ExpectedAsync(DateTimeOffset until, CancellationToken cancellation)
    {
        var ticks = until.UtcTicks;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var rows = await context.Sightings.Where(row => row.DoneAt <= ticks && row.Case != null).ToListAsync(cancellation);
        return
        [
            .. from row in rows
               let effect = Enum.TryParse<EffectKind>(row.Effect, out var kind) ? kind : (EffectKind?)null
               let number = CaseKey.TryNumberOf(row.Case!.Value)
               let key = EffectKey.TryParse(row.EffectKey, out var parsed) ? parsed : null
               where effect is not null && number is not null && key is not null
               select new ExpectedSighting(effect.Value, number, key),
        ];
    }

    /// <summary>Does not look for it now: later, or when it cannot be looked for any more, not at all.</summary>
    public Task PutOffAsync(ExpectedSighting expected, bool forGood, CancellationToken cancellation) =>
        writer.WriteAsync(
            new PuttingOff(expected.Effect.ToString(), expected.Key.ToString(), forGood ? null : time.GetUtcNow().UtcTicks),
            cancellation);

    private abstract class Writing(string effect) : IJournalWrite
    {
        public string Subject => $"sighting {Effect}";

        protected string Effect { get; } = effect;

        public async Task StageAsync(JournalSession session, CancellationToken cancellation)
        {
            var rows = session.Context.Sightings;
            if (await ChangeAsync(rows.Where(one => one.Effect == Effect), cancellation) is 0
                && !await rows.AnyAsync(one => one.Effect == Effect, cancellation) && First() is { } first)
                session.Context.Add(first);
        }

        protected abstract Task<int> ChangeAsync(IQueryable<SightingRow> known, CancellationToken cancellation);

        protected abstract SightingRow? First();
    }

    private sealed class Looked(string effect, bool isFound, long at) : Writing(effect)
    {
        protected override SightingRow First() => new() { Effect = Effect, IsFound = isFound, LookedAt = at };

        protected override Task<int> ChangeAsync(IQueryable<SightingRow> known, CancellationToken cancellation) =>
            known.ExecuteUpdateAsync(
                set => set.SetProperty(one => one.IsFound, isFound).SetProperty(one => one.LookedAt, at)
                    .SetProperty(one => one.Case, (long?)null)
                    .SetProperty(one => one.EffectKey, (string?)null)
                    .SetProperty(one => one.DoneAt, (long?)null),
                cancellation);
    }

    // One at a time: were the next to take its place, none would ever get old enough.
    private sealed class Expecting(string effect, long @case, string key, long at) : Writing(effect)
    {
        protected override SightingRow First() => new() { Effect = Effect, Case = @case, EffectKey = key, DoneAt = at };

        protected override Task<int> ChangeAsync(IQueryable<SightingRow> known, CancellationToken cancellation) =>
            known.Where(one => one.Case == null).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Case, @case)
                    .SetProperty(one => one.EffectKey, key)
                    .SetProperty(one => one.DoneAt, at),
                cancellation);
    }

    private sealed class PuttingOff(string effect, string key, long? until) : Writing(effect)
    {
        protected override SightingRow? First() => null;

        protected override Task<int> ChangeAsync(IQueryable<SightingRow> known, CancellationToken cancellation) =>
            known.Where(one => one.EffectKey == key).ExecuteUpdateAsync(
                set => set.SetProperty(one => one.Case, one => until == null ? null : one.Case)
                    .SetProperty(one => one.EffectKey, one => until == null ? null : one.EffectKey)
                    .SetProperty(one => one.DoneAt, until),
                cancellation);
    }
}
