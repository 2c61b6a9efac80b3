using ActivationWizard.App.Journal.Epochs;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteSightingTests() : SightingTests(JournalProvider.Sqlite, null);

public sealed class PostgresSightingTests(PostgresServer postgres) : SightingTests(JournalProvider.Postgres, postgres);

/// <summary>What an installation keeps of itself: its epoch, and what it has found by our reference.</summary>
public abstract class SightingTests(JournalProvider provider, PostgresServer? postgres) : JournalTests(provider, postgres)
{
    private static readonly CaseNumber Number = CaseNumber.Of(2026, 412);

    private Sightings Seen => Host.Get<Sightings>();

    [Fact]
    public async Task Sighting_Noted_IsKnownToEveryInstance()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        Assert.Null(await Seen.OfAsync(EffectKind.DispatchLetter, Cancellation));

        await Seen.NoteAsync(EffectKind.DispatchLetter, isFound: true, Cancellation);
        Assert.True((await other.Get<Sightings>().OfAsync(EffectKind.DispatchLetter, Cancellation))!.IsFound);

        await other.Get<Sightings>().NoteAsync(EffectKind.DispatchLetter, isFound: false, Cancellation);
        Assert.False((await Seen.OfAsync(EffectKind.DispatchLetter, Cancellation))!.IsFound);
    }

    [Fact]
    public async Task Expected_IsLookedForOnceAfterItsTime()
    {
        var key = FixedEpoch.Key(Number, 7);
        await Seen.NoteAsync(EffectKind.SendReply, isFound: true, Cancellation);
        await Seen.ExpectAsync(EffectKind.SendReply, Number, key, Cancellation);
        var done = Host.Clock.GetUtcNow();

        Assert.Empty(await Seen.ExpectedAsync(done.AddSeconds(-1), Cancellation));
        Assert.Equal([new ExpectedSighting(EffectKind.SendReply, Number, key)], await Seen.ExpectedAsync(done, Cancellation));
        Assert.True((await Seen.OfAsync(EffectKind.SendReply, Cancellation))!.IsFound);

        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Seen.ExpectAsync(EffectKind.SendReply, Number, FixedEpoch.Key(Number, 9), Cancellation);
        var expected = Assert.Single(await Seen.ExpectedAsync(done, Cancellation));
        await Seen.PutOffAsync(expected, forGood: false, Cancellation);
        Assert.Empty(await Seen.ExpectedAsync(done, Cancellation));
        Assert.Equal(key, Assert.Single(await Seen.ExpectedAsync(Host.Clock.GetUtcNow(), Cancellation)).Key);

        await Seen.NoteAsync(EffectKind.SendReply, isFound: false, Cancellation);
        Assert.Empty(await Seen.ExpectedAsync(Host.Clock.GetUtcNow(), Cancellation));
    }

    [Fact]
    public async Task Epoch_MadeAtTheFirstStart_IsTheSameForEveryInstance()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        await using var elsewhere = await JournalHost.StartAsync(JournalProvider.Sqlite, null);

        Assert.Equal(Host.Get<ICurrentEpoch>().Now, other.Get<ICurrentEpoch>().Now);
        Assert.NotEqual(Host.Get<ICurrentEpoch>().Now.Installation, elsewhere.Get<ICurrentEpoch>().Now.Installation);
    }
}
