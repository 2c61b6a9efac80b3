using ActivationWizard.App.Journal;
using ActivationWizard.App.Journal.Encryption;
using ActivationWizard.App.Journal.Queries;
using ActivationWizard.App.Journal.Storage;
using ActivationWizard.App.Journal.Transfer;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Execution;
using ActivationWizard.Domain.Values;
using ActivationWizard.Tests.Kit.Journal;
using ActivationWizard.Tests.Kit.Postgres;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Journal;

/// <summary>An installation that moves from its files into PostgreSQL.</summary>
public sealed class MoveTests(PostgresServer server) : IAsyncLifetime
{
    private MoveWorld _world = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _world = await MoveWorld.StartAsync(server);

    public ValueTask DisposeAsync() => _world.DisposeAsync();

    [Fact]
    public async Task Tables_EachOfTheModel_MovesAndNoneCountsByItself()
    {
        await using var services = JournalHost.Services(_world.Target, DatabaseMark.Demo);
        await using var journal = services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        await using var keys = services.GetRequiredService<IDbContextFactory<KeyStoreContext>>().CreateDbContext();
        IEntityType[] all = [.. journal.Model.GetEntityTypes(), .. keys.Model.GetEntityTypes()];

        Assert.Equal(
            all.Select(one => one.ClrType.Name).Order(), MovedTables.Rows.Select(one => one.Name).Order());
        // What a sequence gives would have to be set right after a move.
        Assert.DoesNotContain(all.SelectMany(one => one.GetProperties()), one => one.ValueGenerated is not ValueGenerated.Never);
    }

    [Fact]
    public async Task Move_KilledInTheMiddleOfEachTable_GoesOnEveryTimeAndEndsWithTheSameRows()
    {
        var before = await MoveWorld.RowsAsync(_world.Files);
        Assert.All(before, table => Assert.True(
            table.Value.Count > 1 || table.Key is nameof(InstallationRow) or nameof(RecordHeadRow) or nameof(KeyRingRow),
            table.Key));
        var killed = new HashSet<string>();
        MoveEnd? end = null;
        while (end is null)
        {
            await using var services = JournalHost.Services(_world.Target, DatabaseMark.Demo);
            try
            {
                end = await services.GetRequiredService<JournalMove>().MoveAsync(1, DieOnce, VerifyAsync, Cancellation);
            }
            catch (TimeoutException)
            {
                await Assert.ThrowsAsync<MovedDatabaseException>(() => JournalHost.StartAsync(_world.Target, DatabaseMark.Demo));
            }

            Task VerifyAsync()
            {
                // What arrives is looked at before anything is closed: the files are the journal until then.
                Assert.Equal(before.Count, killed.Count);
                return Task.CompletedTask;
            }
        }

        Assert.Equal(MoveEnd.Moved, end);
        Assert.Equal(before, await MoveWorld.RowsAsync(_world.Target));

        Task DieOnce(MovedRows rows) =>
            rows.There > 0 && killed.Add(rows.Table) ? throw new TimeoutException() : Task.CompletedTask;
    }

    [Fact]
    public async Task Move_Whole_IsTheSameInstallationThatFindsOrdersAndGoesOnAsBefore()
    {
        IReadOnlyList<string> found;
        Epoch epoch;
        await using (var files = await JournalHost.StartAsync(_world.Files, DatabaseMark.Demo))
            (found, epoch) = (await FoundAsync(files), files.Get<ICurrentEpoch>().Now);
        MoveWorld.Forget(_world.Files);

        var (code, said) = await _world.MoveAsync();

        Assert.True(code is 0, said);
        Assert.Contains("Events: 55 of 55.\n", said, StringComparison.Ordinal);
        Assert.Contains("6 cases, 55 events, 2 erased, 0 that do not fit.\n", said, StringComparison.Ordinal);
        Assert.Contains("Everything is in PostgreSQL", said, StringComparison.Ordinal);
        await using var moved = await JournalHost.StartAsync(_world.Target, DatabaseMark.Demo);
        Assert.Equal(epoch, moved.Get<ICurrentEpoch>().Now);
        Assert.Equal(found, await FoundAsync(moved));
        var again = await moved.Journal.OpenAsync(Story.Request(), Actor.Wizard, "website-1", Cancellation);
        var next = await moved.Journal.OpenAsync(Story.Request(), Actor.Wizard, "website-3", Cancellation);
        Assert.Equal(("2026-00005", "2026-00007"), (again.Number.ToString(), next.Number.ToString()));
        Assert.Empty(await moved.Verification.VerifyAllAsync(Cancellation));
    }

    [Fact]
    public async Task Files_OfAMovedInstallation_AreRefusedByAppAndCommands()
    {
        Assert.Equal(0, (await _world.MoveAsync()).Code);

        var refused = await Assert.ThrowsAsync<MovedDatabaseException>(
            () => JournalHost.StartAsync(_world.Files, DatabaseMark.Demo));
        MoveWorld.Forget(_world.Files);
        var (code, said) = await _world.RunAsync(new StringWriter(), "--verify");
        MoveWorld.Forget(_world.Files);

        Assert.StartsWith("Journal:Provider: ", Assert.Single(refused.Failures), StringComparison.Ordinal);
        Assert.Equal(1, code);
        Assert.Contains("was moved to PostgreSQL", said, StringComparison.Ordinal);
        // By what every version looks at, also one that knows of no move.
        await using var services = JournalHost.Services(_world.Files, DatabaseMark.Demo);
        await using var journal = services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        var applied = await journal.Database.GetAppliedMigrationsAsync(Cancellation);
        Assert.NotEmpty(applied.Except(journal.Database.GetMigrations()));
    }

    [Fact]
    public async Task Move_AgainAfterTheEnd_OpensWhatWasClosedAndSaysWhereItIs()
    {
        Assert.Equal(0, (await _world.MoveAsync()).Code);
        Assert.Contains("nothing to do", (await _world.MoveAsync()).Said, StringComparison.Ordinal);

        // It died between the two marks: the files are closed, the database is not open yet.
        await _world.ChangeAsync(
            $"INSERT INTO \"__EFMigrationsHistory\" VALUES ('99990101000000_MoveNotFinished_{await ContentsAsync()}', 'x')",
            _world.Target);
        await Assert.ThrowsAsync<MovedDatabaseException>(() => JournalHost.StartAsync(_world.Target, DatabaseMark.Demo));

        Assert.Equal(0, (await _world.MoveAsync()).Code);
        await using (await JournalHost.StartAsync(_world.Target, DatabaseMark.Demo))
        {
        }

        var (code, said) = await _world.MoveAsync($"--Journal:ConnectionString={await server.CreateDatabaseAsync()}");
        Assert.Equal(1, code);
        Assert.Contains("another PostgreSQL database", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Move_OfFilesThatWentOnAfterAnInterruptedMove_BeginsFromNothing()
    {
        await using (var services = JournalHost.Services(_world.Target, DatabaseMark.Demo))
        {
            await Assert.ThrowsAsync<TimeoutException>(() => services.GetRequiredService<JournalMove>().MoveAsync(
                1, rows => rows.Table is "Drafts" ? throw new TimeoutException() : Task.CompletedTask, () => Task.CompletedTask,
                Cancellation));
        }

        await using (var files = await JournalHost.StartAsync(_world.Files, DatabaseMark.Demo))
            await files.Journal.OpenAsync(Story.Request("Nieuw"), Actor.Wizard, null, Cancellation);
        await _world.ChangeAsync("DELETE FROM \"SavedViews\"", _world.Files);
        var before = await MoveWorld.RowsAsync(_world.Files);

        Assert.Equal(0, (await _world.MoveAsync()).Code);

        Assert.Equal(before, await MoveWorld.RowsAsync(_world.Target));
    }

    [Fact]
    public async Task Move_OfATamperedJournal_SaysWhatDoesNotFitAndTakesItAsItIs()
    {
        await _world.ChangeAsync("UPDATE \"Events\" SET \"ActorName\" = 'Iemand' WHERE \"Sequence\" = 6", _world.Files);

        var (code, said) = await _world.MoveAsync();

        Assert.Equal(2, code);
        Assert.Contains("event 6: Changed", said, StringComparison.Ordinal);
        Assert.Contains("It is the same in the files", said, StringComparison.Ordinal);
        Assert.Equal(await MoveWorld.RowsAsync(_world.Files), await MoveWorld.RowsAsync(_world.Target));
    }

    private async Task<string> ContentsAsync()
    {
        await using var services = JournalHost.Services(_world.Files, DatabaseMark.Demo);
        await using var journal = services.GetRequiredService<IDbContextFactory<JournalContext>>().CreateDbContext();
        var mark = await MoveMark.ReadAsync(journal, Cancellation);
        MoveWorld.Forget(_world.Files);
        return mark!.Contents;
    }

    // By words and in the order of names, which a database has an idea of its own about.
    private static async Task<IReadOnlyList<string>> FoundAsync(JournalHost host)
    {
        var byName = await host.Finished.FindAsync(
            DemoPeople.Els, new FinishedFilter { Sort = FinishedSort.Name }, null, 25, Cancellation);
        var byWord = await host.Finished.PageAsync(DemoPeople.Els, "obrien", null, 25, Cancellation);
        return [.. byName.Cases.Concat(byWord.Cases).Select(one => $"{one.Number} {one.Name} {one.CompletedAt:O}")];
    }
}
