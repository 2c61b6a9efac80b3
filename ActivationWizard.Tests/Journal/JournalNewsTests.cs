using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;

namespace ActivationWizard.Tests.Journal;

/// <summary>One instance tells, another hears; also after the database was gone.</summary>
public sealed class JournalNewsTests(PostgresServer postgres) : JournalTests(JournalProvider.Postgres, postgres)
{
    [Fact]
    public async Task Tell_ByOneInstance_IsHeardByTheOther()
    {
        await using var other = await JournalHost.StartAsync(Host.Storage, DatabaseMark.Demo);
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var heard = 0;
        var hearing = other.Get<IJournalNews>().ListenAsync(() => Interlocked.Increment(ref heard), ending.Token);
        var telling = Host.Get<IJournalNews>().ListenAsync(() => { }, ending.Token);
        await Waiting.ForAsync("the first listening", () => Volatile.Read(ref heard) > 0);

        var before = Volatile.Read(ref heard);
        Host.Get<IJournalNews>().Tell();

        await Waiting.ForAsync("what was told", () => Volatile.Read(ref heard) > before);
        await ending.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Task.WhenAll(hearing, telling));
    }
}
