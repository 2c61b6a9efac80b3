using System.Diagnostics;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// A backup at a boundary of an effect, work that goes on to the end, the backup put back, and work that goes on again: what the
/// journal does not know any more is not done a second time.
/// </summary>
internal static class RestoredCells
{
    private const string Backup = "backup";

    /// <summary>Every effect of every route at every boundary, put back by the command and by hand in turn.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        await using var world = await FaultWorld.StartAsync();
        foreach (var (at, batch) in KillCell.Once.Chunk(KillCells.AtOnce).Index())
        {
            await world.Sandbox.ResetAsync();
            report.Add(await RunAsync(world, batch, byHand: at % 2 is 1));
        }
    }

    /// <summary>These cells, with one backup for all of them.</summary>
    public static async Task<FaultRow> RunAsync(FaultWorld world, IReadOnlyList<KillCell> cells, bool byHand)
    {
        var clock = Stopwatch.StartNew();
        var name = byHand ? "went back, files put in place" : "went back, restored";
        var backup = $"{Backup}-{Guid.NewGuid():N}";
        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var cell in cells)
            cases.Add(await world.OpenAsync(cell.Route));
        await world.Sandbox.ScriptAsync(
            cells.Zip(cases).SelectMany(one => KillCells.Holds(one.First.Effect, one.First.First, one.Second)));
        await app.ArmAsync(KillCells.Points(cells, cases, cell => cell.First));
        var died = await KillCells.DieAsync(world, cases);
        await world.EndAppAsync();
        await world.BackUpAsync(backup);

        await KillCells.EndAsync(await world.StartAppAsync(), cases);
        await world.EndAppAsync();
        await world.RestoreAsync(backup, byHand);
        var ended = await KillCells.EndAsync(await world.StartAppAsync(), cases);
        await world.EndAppAsync();

        return new FaultRow(
            name, died.Count, cells.Count, FaultRow.Persons(ended.Values), await LookAsync(world, cases, ended), clock.Elapsed);
    }

    /// <summary>
    /// The journal does not know what was done in the time that was lost: what counts is what was done, for whom, how often.
    /// </summary>
    public static async Task<IReadOnlyList<Finding>> LookAsync(
        FaultWorld world, IReadOnlyList<CaseUnderTest> cases, IReadOnlyDictionary<string, Standing> ended)
    {
        var ledger = await world.Sandbox.LedgerAsync();
        var findings = new List<Finding>();
        foreach (var one in cases)
        {
            findings.AddRange(ledger
                .Where(entry => entry.Subject.Contains(one.Tenant.Number, StringComparison.Ordinal))
                .GroupBy(entry => entry.Effect)
                .Where(same => same.Count() > 1)
                .Select(same => new Finding(
                    Harm.Duplicate, one.Number, $"{one.Route}: {same.Key}: {string.Join(", ", same.Select(KeyOf))}")));
            var mails = world.MailsOf(one.Number).Count();
            if (mails > 1)
                findings.Add(new Finding(Harm.Duplicate, one.Number, $"{one.Route}: {mails} mails"));
            if (!ended.TryGetValue(one.Number, out var standing) || !standing.Rests)
                findings.Add(new Finding(Harm.Nowhere, one.Number, $"{one.Route}: it does not rest ({standing?.State})"));
        }

        await using var journal = new JournalPeer(world);
        findings.AddRange(await journal.BreaksAsync());
        return findings;
    }

    private static string KeyOf(LedgerEntry entry) => entry.IdempotencyKey ?? "";
}
