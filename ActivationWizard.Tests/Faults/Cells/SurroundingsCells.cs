using System.Diagnostics;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// The language and the time zone of the machine, and a machine that is told to stop while everybody is at work.
/// </summary>
internal static class SurroundingsCells
{
    private const int Effects = 20;
    private const int Circuits = 50;

    /// <summary>Languages and zones in which letters, figures and days are otherwise, and some that there are none.</summary>
    public static IReadOnlyList<(string Language, string Zone)> All { get; } =
    [
        ("C", "UTC"), ("tr_TR.UTF-8", "Pacific/Kiritimati"), ("ar_SA.UTF-8", "America/St_Johns"),
        ("zz_QQ.UTF-8", "Nowhere/Atall"),
    ];

    /// <summary>All of it.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        foreach (var (language, zone) in All)
            report.Add(await ElsewhereAsync(language, zone));
        report.Add((await ToldToEndAsync()).Row);
    }

    /// <summary>Every route on a machine with this language and zone.</summary>
    public static async Task<FaultRow> ElsewhereAsync(string language, string zone)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync();
        var app = await world.StartAppAsync(environment: new()
        {
            ["LANG"] = language,
            ["LC_ALL"] = language,
            ["TZ"] = zone,
        });
        List<CaseUnderTest> cases = [];
        foreach (var route in RouteCase.All)
            cases.Add(await world.OpenAsync(route));
        await Task.WhenAll(cases.Select(one => app.GoAsync(one.Number)));
        var ended = await KillCells.EndAsync(app, cases);
        return new FaultRow(
            $"{language}, {zone}", cases.Count, cases.Count, FaultRow.Persons(ended.Values),
            await FaultCheck.LookAsync(world, cases, ended), clock.Elapsed);
    }

    /// <summary>
    /// SIGTERM while twenty cases are being carried out and fifty circuits are open; and how the process ended.
    /// </summary>
    public static async Task<(FaultRow Row, int ExitCode)> ToldToEndAsync()
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync(new() { ["Work:CasesAtOnce"] = $"{Effects}" });
        var app = await world.StartAppAsync();
        List<CaseUnderTest> cases = [];
        while (cases.Count < Effects)
            cases.Add(await world.OpenAsync(RouteCase.Named("e-mail")));
        List<BareCircuit> circuits = [];
        try
        {
            while (circuits.Count < Circuits)
                circuits.Add(await BareCircuit.OpenAsync(
                    new Uri(app.Address, Urls.Work), circuits.Count % 2 is 0 ? DemoPeople.Sanne : DemoPeople.Tom));
            await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
            var before = await world.EffectsAsync();
            var going = cases.Select(one => app.GoAsync(one.Number)).ToList();
            await world.UntilAsync(before + 1, going);
            await app.Process.TerminateAsync();
            await app.Process.EndsAsync();
            var exitCode = app.Process.ExitCode;
            await Task.WhenAll(going);
            await world.Sandbox.ClearFaultsAsync();
            var ended = await KillCells.EndAsync(await world.StartAppAsync(), cases);
            return (new FaultRow(
                $"SIGTERM, {Effects} effects, {Circuits} circuits", cases.Count, cases.Count, FaultRow.Persons(ended.Values),
                await FaultCheck.LookAsync(world, cases, ended), clock.Elapsed), exitCode);
        }
        finally
        {
            foreach (var circuit in circuits)
                await circuit.DisposeAsync();
        }
    }
}
