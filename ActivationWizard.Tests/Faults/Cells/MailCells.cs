using System.Diagnostics;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.Basics;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>
/// How a reply leaves over Graph, broken at each of its calls and killed while each of them is under way: it is looked for, made
/// as a draft, marked, and sent.
/// </summary>
internal static class MailCells
{
    // A process has one circuit for all cases: with more of them at once it would open.
    private const int Together = 4;

    /// <summary>How long after the call an effect comes whose caller is dead by then: in real time, the simulators'.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromSeconds(3);

    private static readonly EffectCall Looking = new("mailbox", "GET", "/v1.0/users/*/messages");

    /// <summary>The calls that change something, in order.</summary>
    private static readonly EffectCall[] Changing =
    [
        new("mailbox", "POST", "/v1.0/users/*/messages"),
        new("mailbox", "PATCH", "/v1.0/users/*/messages/*"),
        new("mailbox", "POST", "/v1.0/users/*/messages/*/send"),
    ];

    /// <summary>The routes in which there is a reply.</summary>
    public static IReadOnlyList<RouteCase> Routes { get; } = [RouteCase.Named("refusal"), RouteCase.Named("refusal, block")];

    /// <summary>Each of the calls with each fault that says something else about what happened.</summary>
    public static IReadOnlyList<CallCell> Broken { get; } =
    [
        .. from fault in OfAny(times: 3)
           select new CallCell(Routes[0], Looking, fault),
        .. from call in Changing
           from fault in OfAny(times: 1).Concat(OfChanging)
           select new CallCell(Routes[0], call, fault),
    ];

    /// <summary>All of it.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        report.Add(await BreakAsync(Broken));
        report.Add(await KillAsync(Routes));
        foreach (var cell in SubmissionCell.All)
            report.Add(await SubmissionCells.RunAsync(cell));
    }

    /// <summary>Breaks calls, a few cases at a time.</summary>
    public static async Task<FaultRow> BreakAsync(IReadOnlyList<CallCell> cells)
    {
        const string name = "reply over Graph, call × fault";
        await using var world = await FaultWorld.StartAsync(new() { ["Mailbox:Timeout"] = "00:00:03" });
        var rows = new List<FaultRow>();
        foreach (var some in cells.Chunk(Together))
            rows.Add(await CallCells.RunAsync(name, world, some));
        return FaultRow.Sum(name, rows);
    }

    /// <summary>
    /// Kills the app while each call is with the mailbox: what it does comes to a dead caller, or has come and nobody was told.
    /// </summary>
    public static async Task<FaultRow> KillAsync(IReadOnlyList<RouteCase> routes)
    {
        var clock = Stopwatch.StartNew();
        await using var world = await FaultWorld.StartAsync();
        var app = await world.StartAppAsync();
        (RouteCase Route, EffectCall Call, FaultKind Fault)[] cells =
        [
            .. from route in routes
               from call in Changing
               from fault in new[] { FaultKind.LateEffect, FaultKind.TimeoutAfter }
               select (route, call, fault),
        ];
        var cases = new List<CaseUnderTest>();
        foreach (var cell in cells)
            cases.Add(await world.OpenAsync(cell.Route));
        await world.Sandbox.ScriptAsync(cells.Zip(cases).Select(one => Held(one.First, one.Second)));

        var going = Task.WhenAll(cases.Select(one => app.GoAsync(one.Number)));
        await Waiting.ForAsync(
            "every call under way", world.Sandbox.FaultsAsync, rules => rules.All(rule => rule.Met > 0) || going.IsCompleted,
            rules => $"{rules.Count(rule => rule.Met > 0)} of {rules.Count}");
        var met = (await world.Sandbox.FaultsAsync()).Count(rule => rule.Met > 0);
        await world.EndAppAsync();
        await going;
        await world.Sandbox.ClearFaultsAsync();

        app = await world.StartAppAsync();
        var ended = await KillCells.EndAsync(app, cases);
        await Task.Delay(Late);
        var findings = await FaultCheck.LookAsync(world, cases, ended);
        return new FaultRow(
            "reply over Graph, killed in each call", met, cells.Length, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }

    private static FaultRule Held((RouteCase Route, EffectCall Call, FaultKind Fault) cell, CaseUnderTest one) =>
        cell.Fault is FaultKind.LateEffect
            ? cell.Call.Meets(cell.Fault, one.Number) with { Status = 0, Delay = Late }
            : cell.Call.Meets(cell.Fault, one.Number);

    private static IEnumerable<FaultRule> OfAny(int times) =>
    [
        Of(FaultKind.TimeoutBefore, times), Of(FaultKind.ResetBefore, times), Of(FaultKind.ErrorBefore, times),
        Of(FaultKind.ErrorBefore, times) with { Status = 503 }, Of(FaultKind.TooManyRequests, times),
        Of(FaultKind.HalfBody, times), Of(FaultKind.MalformedJson, times),
    ];

    private static IEnumerable<FaultRule> OfChanging =>
    [
        Of(FaultKind.TimeoutAfter, 1), Of(FaultKind.ResetAfter, 1), Of(FaultKind.ErrorAfter, 1),
        // As the gateway of Graph says of a mail that was sent.
        Of(FaultKind.ErrorAfter, 1) with { Status = 504 },
        new() { Fault = FaultKind.LateEffect, Delay = TimeSpan.FromSeconds(0.8), Status = 0 },
    ];

    private static FaultRule Of(FaultKind fault, int times) => new() { Fault = fault, Times = times };
}
