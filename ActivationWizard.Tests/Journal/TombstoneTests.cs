using ActivationWizard.App.Journal.Commands;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;

namespace ActivationWizard.Tests.Journal;

public sealed class SqliteTombstoneTests() : TombstoneTests(JournalProvider.Sqlite, null);

public sealed class PostgresTombstoneTests(PostgresServer postgres) : TombstoneTests(JournalProvider.Postgres, postgres);

/// <summary>What was erased stays so, whichever store is put back from before.</summary>
public abstract class TombstoneTests(JournalProvider provider, PostgresServer? postgres)
{
    private const string KeysPutBack =
        "DELETE FROM {keys}\"DataKeys\"; INSERT INTO {keys}\"DataKeys\" SELECT * FROM {keys}\"OldKeys\"";

    private static readonly CaseNumber Erased = CaseNumber.Of(2026, 3);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_TheKeyStoreWasPutBackUnderARunningApp_ShowsNothing()
    {
        using var world = await ManipulatedWorld.CopyAsync(provider, postgres);
        await using var host = await world.StartAsync();
        await world.MeddleAsync(KeysPutBack);

        var raw = await host.Finished.ReplayAsync(Erased, DemoPeople.Els, Cancellation);

        Assert.Equal((0, CaseFault.Erased), (raw!.Entries.Count, raw.Break!.What));
        // Also when the summary does not say so any more: the record of it does.
        await world.MeddleAsync("UPDATE \"Summaries\" SET \"ErasedAt\" = NULL WHERE \"Case\" = 20260000003");
        Assert.Equal(CaseFault.Erased, (await host.Reading.ReadAsync(Erased, Cancellation)).Break!.What);
    }

    [Fact]
    public async Task Start_TheKeyStoreWasPutBack_DeletesTheKeyOfTheErasedCaseAndNoOther()
    {
        using var world = await ManipulatedWorld.CopyAsync(provider, postgres);
        await world.MeddleAsync(KeysPutBack);
        Assert.Contains(
            (await world.VerifyAsync()).Said, line => line.StartsWith("Case 2026-00003: KeyOf", StringComparison.Ordinal));

        await using var host = await world.StartAsync();

        Assert.DoesNotContain((await world.VerifyAsync()).Said, line => line.Contains("2026-00003", StringComparison.Ordinal));
        await using var keys = host.Get<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        await using var journal = host.Open();
        var key = await journal.Events.Where(row => row.Case == 20260000003).Select(row => row.KeyId).FirstAsync(Cancellation);
        Assert.Null(await keys.DataKeys.SingleOrDefaultAsync(row => row.Id == key, Cancellation));
        Assert.Equal(13, (await host.Reading.ReadAsync(CaseNumber.Of(2026, 1), Cancellation)).Entries.Count);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_DatabaseAndKeyStoreWerePutBack_EraseItAgain(bool isOpenThere)
    {
        using var world = await ManipulatedWorld.CopyAsync(provider, postgres);
        await PutBackAsync(world);
        if (isOpenThere)
            await world.MeddleAsync("UPDATE \"Summaries\" SET \"CompletedAt\" = NULL WHERE \"Case\" = 20260000003");

        await using var host = await world.StartAsync();

        Assert.Equal(CaseFault.Erased, (await host.Reading.ReadAsync(Erased, Cancellation)).Break!.What);
        Assert.Empty((await host.Finished.PageAsync(DemoPeople.Els, "vries", null, 10, Cancellation)).Cases);
        Assert.DoesNotContain(
            await host.Queries.WorkListAsync(DemoPeople.Els, WorkListFilter.All, Cancellation), one => one.Number == Erased);
        await using var journal = host.Open();
        var summary = await journal.Summaries.SingleAsync(row => row.Case == 20260000003, Cancellation);
        Assert.Equal(("", "", null), (summary.Name, summary.Address, summary.Household));
        Assert.Equal(20260000003, (await journal.Erasures.SingleAsync(Cancellation)).Case);
        Assert.DoesNotContain(
            (await host.Verification.CheckAllAsync(Cancellation)).Beside, one => one.Number == Erased);
    }

    [Fact]
    public async Task Start_ALineThatWasForged_ErasesNothing()
    {
        using var world = await ManipulatedWorld.CopyAsync(provider, postgres);
        var lines = await File.ReadAllTextAsync(world["checkpoint.erased"], Cancellation);
        await File.AppendAllTextAsync(
            world["checkpoint.erased"], lines.Replace("20260000003", "20260000001", StringComparison.Ordinal), Cancellation);

        await using var host = await world.StartAsync();

        Assert.Equal(13, (await host.Reading.ReadAsync(CaseNumber.Of(2026, 1), Cancellation)).Entries.Count);
    }

    [Fact]
    public async Task Start_AnotherInstanceErased_NotesItAsWell()
    {
        using var world = await ManipulatedWorld.CopyAsync(provider, postgres);
        var noted = await File.ReadAllTextAsync(world["checkpoint.erased"], Cancellation);
        File.Delete(world["checkpoint.erased"]);

        await using var host = await world.StartAsync();

        Assert.Equal(noted, await File.ReadAllTextAsync(world["checkpoint.erased"], Cancellation));
        await host.Get<CaseErasure>().EraseAsync(CaseNumber.Of(2026, 1), DemoPeople.Bram.Id, "Asked", Cancellation);
        Assert.Equal(2, (await File.ReadAllLinesAsync(world["checkpoint.erased"], Cancellation)).Length);
    }

    private static async Task PutBackAsync(ManipulatedWorld world)
    {
        foreach (var table in new[] { "WordPseudonyms", "Events", "Summaries" })
            await world.MeddleAsync($"DELETE FROM \"{table}\"; INSERT INTO \"{table}\" SELECT * FROM \"Old{table}\"");
        await world.MeddleAsync("DELETE FROM \"Erasures\"");
        await world.MeddleAsync(KeysPutBack);
    }
}
