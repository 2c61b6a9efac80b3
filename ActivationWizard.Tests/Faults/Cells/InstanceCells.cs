using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using ActivationWizard.Tests.Faults.Host;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Postgres;
using Npgsql;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// Several instances on one database: all but one die, one after the other; their clocks are minutes apart; the network loses one
/// of them and not the other.
/// </summary>
internal static class InstanceCells
{
    private const int EffectsBetweenDeaths = 15;

    private static readonly TimeSpan Apart = TimeSpan.FromMinutes(3);

    /// <summary>After so many effects of all routes together the network loses an instance.</summary>
    private static readonly int[] Moments = [1, 6, 15];

    /// <summary>All of it, on SQLite, where instances share a folder, and on PostgreSQL.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        report.Add(await SeveralAsync([], 3));
        report.Add(await ApartAsync([], Apart, -Apart));
        report.Add(await ApartAsync([], -Apart, Apart));
        await using var postgres = new PostgresServer();
        if (await postgres.ProblemAsync() is { } reason)
        {
            report.Say($"  PostgreSQL skipped: {reason}");
            return;
        }

        report.Add(await SeveralAsync(await PostgresWorld.SettingsAsync(postgres), 3));
        report.Add(await SeveralAsync(await PostgresWorld.SettingsAsync(postgres), 5));
        report.Add(await ApartAsync(await PostgresWorld.SettingsAsync(postgres), Apart, -Apart));
        report.Add(await ApartAsync(await PostgresWorld.SettingsAsync(postgres), -Apart, Apart));
        report.Add(await CutOffAsync(await PostgresWorld.SettingsAsync(postgres)));
    }

    /// <summary>
    /// So many share the cases; all but one are killed, each while the others take up what the one before it left.
    /// </summary>
    public static async Task<FaultRow> SeveralAsync(Dictionary<string, string> settings, int instances)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(settings);
        List<AppPeer> apps = [await world.StartAppAsync()];
        try
        {
            while (apps.Count < instances)
                apps.Add(await world.AnotherAppAsync());
            var cases = await OpenAsync(world, times: instances);
            await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
            var before = await world.EffectsAsync();
            var going = cases.Select((one, at) => apps[at % instances].GoAsync(one.Number)).ToList();
            foreach (var (app, at) in apps.Skip(1).Select((app, at) => (app, at)))
            {
                await world.UntilAsync(before + EffectsBetweenDeaths * (at + 1), going);
                await app.Process.KillAsync();
            }

            await Task.WhenAll(going);
            await world.Sandbox.ClearFaultsAsync();
            return await EndAsync($"{instances} instances, {instances - 1} killed, {DatabaseOf(world)}", world, cases, clock);
        }
        finally
        {
            foreach (var app in apps.Skip(1))
                await app.DisposeAsync();
        }
    }

    /// <summary>
    /// Two whose clocks are so far from the right time; the first is killed midway, and the other takes up its cases.
    /// </summary>
    public static async Task<FaultRow> ApartAsync(Dictionary<string, string> settings, TimeSpan killed, TimeSpan other)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(settings);
        world.ClockAhead = Apart;
        await world.StartAppAsync(settings: ClockOf(other));
        await using var first = await world.AnotherAppAsync(settings: ClockOf(killed));
        var cases = await OpenAsync(world, times: 2);
        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        var before = await world.EffectsAsync();
        var going = cases.Select((one, at) => (at % 2 is 0 ? first : world.App).GoAsync(one.Number)).ToList();
        await world.UntilAsync(before + cases.Count, going);
        await first.Process.KillAsync();
        await Task.WhenAll(going);
        await world.Sandbox.ClearFaultsAsync();
        var which = killed > other ? "ahead" : "behind";
        return await EndAsync($"clocks 6 minutes apart, the one {which} killed, {DatabaseOf(world)}", world, cases, clock);
    }

    /// <summary>
    /// The network loses one of two midway, which lives on and still reaches the systems; the other takes up its cases, and then
    /// the network is there again.
    /// </summary>
    public static async Task<FaultRow> CutOffAsync(Dictionary<string, string> settings)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(settings);
        await world.StartAppAsync();
        var database = new NpgsqlConnectionStringBuilder(settings["Journal:ConnectionString"]);
        await using var network = new Gateway(new UnixDomainSocketEndPoint(Path.Combine(database.Host!, ".s.PGSQL.5432")));
        (database.Host, database.Port) = ("127.0.0.1", network.Port);
        await using var lost = await world.AnotherAppAsync(
            settings: new() { ["Journal:ConnectionString"] = database.ConnectionString });
        var cases = new List<CaseUnderTest>();
        foreach (var moment in Moments)
        {
            var now = await OpenAsync(world, times: 1);
            cases.AddRange(now);
            await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
            var before = await world.EffectsAsync();
            var going = now.Select(one => lost.GoAsync(one.Number, seconds: 20)).ToList();
            await world.UntilAsync(before + moment, going);
            network.IsShut = true;
            network.Cut();
            await KillCells.EndAsync(world.App, now);
            network.IsShut = false;
            await Task.WhenAll(going);
            await world.Sandbox.ClearFaultsAsync();
        }

        return await EndAsync("the network loses one of two instances", world, cases, clock);
    }

    private static async Task<List<CaseUnderTest>> OpenAsync(FaultWorld world, int times)
    {
        var cases = new List<CaseUnderTest>();
        foreach (var route in Enumerable.Repeat(RouteCase.All, times).SelectMany(routes => routes))
            cases.Add(await world.OpenAsync(route));
        return cases;
    }

    private static async Task<FaultRow> EndAsync(string name, FaultWorld world, List<CaseUnderTest> cases, Stopwatch clock)
    {
        var ended = await KillCells.EndAsync(world.App, cases);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new FaultRow(name, cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    private static Dictionary<string, string> ClockOf(TimeSpan ahead) =>
        new() { [FaultHostSettings.ClockAhead] = ahead.TotalSeconds.ToString(CultureInfo.InvariantCulture) };

    private static string DatabaseOf(FaultWorld world) => PostgresWorld.FolderOf(world) is null ? "SQLite" : "PostgreSQL";
}
