using System.Diagnostics;
using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Tests.Faults.Run;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Tools;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Faults.Cells;

/// <summary>What happens to an employee's browser at the moment in which a case is sent.</summary>
internal sealed record Disturbance(string Name, Func<SendingCase, Task> DoAsync);

/// <summary>
/// A real browser, disturbed while it sends a case: whatever the employee sees after that, it is the same case, nothing happens
/// twice, and the page shows its end.
/// </summary>
internal static class BrowserCells
{
    /// <summary>In real time, for that is what is tested: long enough for a page to notice.</summary>
    private static readonly TimeSpan Away = TimeSpan.FromSeconds(1.5);

    /// <summary>In real time: the click is on its way, or just there; which of the two is left to chance.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);

    private static readonly IReadOnlyList<RouteCase> Routes =
        [.. RouteCase.All.Where(route => !route.Name.StartsWith("administrator", StringComparison.Ordinal))];

    /// <summary>All that can happen to it.</summary>
    public static IReadOnlyList<Disturbance> All { get; } =
    [
        new("websocket lost before the click", async one =>
        {
            one.Relay.Line = Line.Cut;
            one.Relay.Hangup();
            await one.Desk.Page.Locator(Seen.Accept).DispatchEventAsync("click");
            await one.BackAsync(Away);
        }),
        new("websocket lost with the click", async one =>
        {
            await one.SendAsync();
            one.Relay.Line = Line.Cut;
            one.Relay.Hangup();
            await one.BackAsync(Away);
        }),
        new("websocket lost just after the click", async one =>
        {
            await one.SendAsync();
            await Task.Delay(Moment);
            one.Relay.Line = Line.Cut;
            one.Relay.Hangup();
            await one.BackAsync(Away);
        }),
        new("browser reloaded", async one =>
        {
            await one.SendAsync();
            await one.Desk.Page.ReloadAsync();
        }),
        new("tab closed", async one =>
        {
            await one.SendAsync();
            await one.Desk.Page.CloseAsync();
            await one.SignInAgainAsync();
        }),
        new("signed out midway", async one =>
        {
            await one.SendAsync();
            await one.SignOutAsync();
            await one.SignInAgainAsync();
        }),
        new("double click", one => one.Desk.Page.Locator(Seen.Accept).DblClickAsync()),
        new("two tabs", async one =>
        {
            var other = await one.Desk.Page.Context.NewPageAsync();
            await other.GotoAsync(one.Path);
            await other.WaitUntilReadyAsync();
            foreach (var tick in await other.Locator("#oud-account, #blokkeren input").AllAsync())
                await tick.First.CheckAsync();
            await PageWaits.ClickAtOnceAsync(Seen.Accept, one.Desk.Page, other);
        }),
    ];

    /// <summary>Every disturbance with every route; says so where there is no browser.</summary>
    public static async Task RunAsync(FaultReport report)
    {
        if (await Chromium.FindAsync() is null)
        {
            report.Say("  skipped: no Chromium on this machine");
            return;
        }

        await using var browser = new BrowserHost();
        await using var world = await FaultWorld.StartAsync();
        foreach (var one in All)
            report.Add(await RunAsync(world, browser, one, Routes));
    }

    /// <summary>One disturbance, each route in a window of its own.</summary>
    public static async Task<FaultRow> RunAsync(
        FaultWorld world, BrowserHost browser, Disturbance disturbance, IReadOnlyList<RouteCase> routes)
    {
        var clock = Stopwatch.StartNew();
        await world.Sandbox.ResetAsync();
        var app = await world.StartAppAsync();
        await world.Sandbox.ScriptAsync([FaultSettings.SlowUmbrella]);
        var cases = new List<CaseUnderTest>();
        foreach (var route in routes)
            cases.Add(await world.OpenAsync(route));
        var findings = new List<Finding>();
        await Parallel.ForEachAsync(cases, new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (one, _) =>
        {
            await app.AnswerAsync(one.Number);
            await app.GoAsync(one.Number, patience: 0);
            await using var sending = await SendingCase.OpenAsync(browser, app.Address, one.Number);
            await disturbance.DoAsync(sending);
            if (await sending.EndsAsync() is { } instead)
            {
                lock (findings)
                    findings.Add(new Finding(
                        Harm.Nowhere, one.Number, $"{disturbance.Name}, {one.Route}: its page shows no end, but {instead}"));
            }
        });
        await world.Sandbox.ClearFaultsAsync();

        var ended = await KillCells.EndAsync(app, cases);
        findings.AddRange(await FaultCheck.LookAsync(world, cases, ended));
        return new FaultRow(
            $"browser: {disturbance.Name}", cases.Count, cases.Count, FaultRow.Persons(ended.Values), findings, clock.Elapsed);
    }
}

/// <summary>A case on the screen, ready to be sent; between the browser and the app is a line that can be cut.</summary>
internal sealed class SendingCase : IAsyncDisposable
{
    /// <summary>How long an employee waits before looking again; nothing fails by it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    private readonly BrowserHost _browser;
    private readonly string _number;

    private SendingCase(BrowserHost browser, Relay relay, string number) => (_browser, Relay, _number) = (browser, relay, number);

    public Relay Relay { get; }

    public Desktop Desk { get; private set; } = null!;

    public string Path => Urls.Case.Replace("{Number}", _number, StringComparison.Ordinal);

    /// <summary>Everything that the proposal asks is answered; only the click is missing.</summary>
    public static async Task<SendingCase> OpenAsync(BrowserHost browser, Uri app, string number)
    {
        var one = new SendingCase(browser, new Relay(app), number);
        await one.SignInAgainAsync();
        await one.Desk.AnswerQuestionsAsync();
        return one;
    }

    public Task SendAsync() => Desk.Page.Locator(Seen.Accept).ClickAsync();

    /// <summary>The line is mended after a while.</summary>
    public async Task BackAsync(TimeSpan away)
    {
        await Task.Delay(away);
        Relay.Line = Line.Open;
    }

    public async Task SignOutAsync()
    {
        // Not by way of the menu, which a page that gets its circuit just then draws closed again.
        await Desk.Page.Locator($"form[action='{Urls.SignOut.InPage()}']").EvaluateAsync("form => form.requestSubmit()");
        await Desk.WaitForAddressAsync($"^{Urls.SignIn}");
    }

    /// <summary>In a browser that remembers nothing.</summary>
    public async Task SignInAgainAsync()
    {
        if (Desk is { } before)
            await before.DisposeAsync();
        Desk = await Desktop.OpenAsync(_browser, Relay.Address, DemoPeople.Sanne, startsAt: Path);
    }

    /// <summary>
    /// What an employee does who does not see the end: waits, looks again, and sends what was not sent. Null when the page shows
    /// that the case is over, else what it shows.
    /// </summary>
    public async Task<string?> EndsAsync()
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Waiting.Limit)
        {
            try
            {
                await Desk.Page.Locator(Seen.Outcome).WaitForAsync(new() { Timeout = (float)Patience.TotalMilliseconds });
                return null;
            }
            catch (Exception failure) when (failure is TimeoutException or PlaywrightException)
            {
                await Desk.GoAsync(Path);
                if (await Desk.IsThereAsync(Seen.Accept))
                {
                    await Desk.AnswerQuestionsAsync();
                    await SendAsync();
                }
            }
        }

        return await Desk.Page.Locator("main").InnerTextAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await Relay.DisposeAsync();
    }
}
