using ActivationWizard.Tests.Faults.Cells;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Faults;

/// <summary>The same deaths and the same crowd with the journal in PostgreSQL.</summary>
public sealed class PostgresTests(PostgresServer server)
{
    [Fact]
    [Nightly("every day the same deaths on SQLite, and the journal itself on both")]
    public Task Killed_InManyEffects_NothingIsLostAndNothingTwice() =>
        HoldsAsync(world => KillCells.RunAsync("killed once", world, [.. KillCell.Once.Where((_, at) => at % 11 is 0)]));

    [Fact]
    [Nightly("every day the same on SQLite, and the leases themselves on both")]
    public Task TwoCases_OfOneTenant_ActOneAfterTheOther() => HoldsAsync(world => TogetherCells.OneTenantAsync(world, 4));

    [Fact]
    [Nightly("the trouble lasts its seconds, three times")]
    public async Task Database_ReadOnlyForAWhile_NothingIsLostAndEverybodyGetsAnAnswer()
    {
        var trouble = EnvironmentCells.OnPostgres.Single(one => one.Name == "PostgreSQL read-only");

        var row = await EnvironmentCells.RunAsync(trouble, await PostgresWorld.SettingsAsync(server));

        FaultPart.Note(row);
        Assert.Empty(row.Findings);
    }

    [Fact]
    [Nightly("every day the same on SQLite, and the whole suite has every write")]
    public async Task Upkeep_KilledAtSomeOfItsWrites_GoesOnWhenItIsRunAgain()
    {
        var rows = await UpkeepCells.RunAsync(
            await PostgresWorld.SettingsAsync(server), [RouteCase.Named("e-mail"), RouteCase.Named("refusal")], every: 5);

        FaultPart.Note(rows.Select(row => row with { Name = $"{row.Name}, PostgreSQL" }));
        Assert.All(rows, row => Assert.Empty(row.Findings));
    }

    private async Task HoldsAsync(Func<FaultWorld, Task<FaultRow>> run)
    {
        await using var world = await FaultWorld.StartAsync(await PostgresWorld.SettingsAsync(server));

        var row = await run(world);

        FaultPart.Note(row with { Name = $"{row.Name}, PostgreSQL" });
        Assert.Empty(row.Findings);
    }
}
