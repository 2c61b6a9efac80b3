using System.Diagnostics;
using System.Net.Sockets;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using ActivationWizard.Tests.Kit.Tools;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// PostgreSQL dies midway, and a replica that misses the last of what was written takes its place under the same address: what
/// the journal does not know any more is not done a second time, by an app that lives on.
/// </summary>
internal static class FailoverCells
{
    // After so many effects of all routes together the replica gets nothing more, and after so many the other dies.
    private static readonly (int LetGo, int Dead)[] Moments = [(1, 8), (10, 25), (30, 31)];

    /// <summary>Every route twice, at each moment.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        if (PostgresPrograms.Find() is not { } programs)
        {
            report.Say("  PostgreSQL skipped: there is none here");
            return;
        }

        foreach (var (letGo, dead) in Moments)
            report.Add(await RunAsync(programs, letGo, dead));
    }

    /// <summary>One failover in a world of its own.</summary>
    public static async Task<FaultRow> RunAsync(string programs, int letGo, int dead)
    {
        var clock = Stopwatch.StartNew();
        var first = await PostgresCluster.StartAsync(programs, isDurable: false);
        await using var replica = await PostgresCluster.StartAsync(programs, isDurable: false, first);
        await using var address = new Gateway(
            new UnixDomainSocketEndPoint(first.Socket), new UnixDomainSocketEndPoint(replica.Socket))
        { Towards = 0 };
        await using var world = await FaultWorld.StartAsync(new()
        {
            ["Journal:Provider"] = "Postgres",
            ["Journal:ConnectionString"] =
                $"Host=127.0.0.1;Port={address.Port};Database=postgres;Username=test;Maximum Pool Size=60",
        });
        var app = await world.StartAppAsync();
        var cases = new List<CaseUnderTest>();
        foreach (var route in RouteCase.All.Concat(RouteCase.All))
            cases.Add(await world.OpenAsync(route));
        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        var before = await world.EffectsAsync();
        var going = cases.Select(one => app.GoAsync(one.Number, seconds: 30)).ToList();
        await world.UntilAsync(before + letGo, going);
        await replica.LetGoAsync();
        await world.UntilAsync(before + dead, going);
        address.IsShut = true;
        address.Cut();
        await first.DisposeAsync();
        await replica.PromoteAsync();
        (address.Towards, address.IsShut) = (1, false);
        await Task.WhenAll(going);
        await world.Sandbox.ClearFaultsAsync();

        var ended = await KillCells.EndAsync(app, cases);
        var findings = await RestoredCells.LookAsync(world, cases, ended);
        return new FaultRow(
            "failover to a replica that misses the last", cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings,
            clock.Elapsed);
    }
}
