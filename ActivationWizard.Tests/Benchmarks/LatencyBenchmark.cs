using ActivationWizard.App.SignIn;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;

namespace ActivationWizard.Tests.Benchmarks;

/// <summary>
/// From the click on the last button to Klaar painted, by the clock of the page itself: the app in a process of its own,
/// simulators that answer at once.
/// </summary>
internal static class LatencyBenchmark
{
    private const int Times = 20;

    // The click's own time stamp, so that waiting for the page's thread counts too; a task after the next frame, so that painting
    // does.
    private const string Clock = """
        () => {
            let clicked = 0;
            addEventListener('click', event => clicked = event.timeStamp, { capture: true, once: true });
            window.untilDone = new Promise(done => {
                const watch = new MutationObserver(() => {
                    if (!document.getElementById('uitkomst')) return;
                    watch.disconnect();
                    requestAnimationFrame(() => setTimeout(() => done(performance.now() - clicked)));
                });
                watch.observe(document.body, { subtree: true, childList: true });
            });
        }
        """;

    private static readonly string[] ByEmail = Names("D22");
    private static readonly string[] ByLetter = Names("D25");

    public static async Task RunAsync(TextWriter output)
    {
        await using var browser = new BrowserHost();
        var (email, letter, first) = (new List<TimeSpan>(), new List<TimeSpan>(), new List<TimeSpan>());
        while (email.Count < Times || letter.Count < Times)
        {
            using var data = new TemporaryFolder();
            await using var app = await AppProcess.StartAsync(data.Path);
            await using var desk = await Desktop.OpenAsync(browser, app.Address, DemoPeople.Sanne);
            foreach (var (mailed, printed) in ByEmail.Zip(ByLetter))
            {
                // The first case of a fresh process pays for compiling everything.
                var isFirst = mailed == ByEmail[0];
                (isFirst ? first : email).Add(await MeasureAsync(desk, mailed));
                (isFirst ? first : letter).Add(await MeasureAsync(desk, printed));
            }
        }

        await output.WriteLineAsync($"e-mail: {new Figures(email.Take(Times))} (median at most 0.4 s)");
        await output.WriteLineAsync($"letter: {new Figures(letter.Take(Times))} (median at most 0.8 s)");
        await output.WriteLineAsync($"not in these, the first of both after a start: {new Figures(first)}");
    }

    private static async Task<TimeSpan> MeasureAsync(Desktop desk, string name)
    {
        await desk.OpenRowAsync(name);
        await desk.WaitForStepAsync("controleren");
        await desk.WaitForAsync(Seen.Accept);
        await desk.Page.EvaluateAsync(Clock);
        await desk.ClickAsync(Seen.Accept);
        return TimeSpan.FromMilliseconds(await desk.Page.EvaluateAsync<double>("() => window.untilDone"));
    }

    // First codes that ask the employee nothing but the last click.
    private static string[] Names(string row) =>
    [
        .. SandboxSeeds.Requests
            .Where(one => one.ExpectedRow == row
                && one is { Soort: "eerste", Aanvrager: "huurder", ExpectedHold: null, NeedsIdentityProof: false })
            .Select(one => one.Naam)
            .Take(8),
    ];
}
