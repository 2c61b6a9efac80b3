using ActivationWizard.App.SignIn;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Each scenario in a real browser, from the work list to Klaar and on to the next request: what the employee clicks, presses and
/// types is counted, what the systems did is read from the simulators' ledger.
/// </summary>
public sealed class ScenarioTests(
    ScenarioTests.Apps apps, BrowserHost browser, ITestOutputHelper output) : IClassFixture<ScenarioTests.Apps>
{
    /// <summary>Every day those that differ most in what they ask of a person, each once: by mouse or by keys.</summary>
    private static readonly string[]
        MouseEveryDay = ["Letter (2)", "Refusal and block (3)", "New code by e-mail (4)"],
        KeysEveryDay = ["E-mail (1)", "Court administrator (3b)"];

    public static IEnumerable<TheoryDataRow<string>> ByMouse => Titles(MouseEveryDay);

    public static IEnumerable<TheoryDataRow<string>> ByKeys => Titles(KeysEveryDay);

    [Theory]
    [MemberData(nameof(ByMouse))]
    public async Task Scenario_ByMouse_TakesNoMoreClicksThanPromised(string title)
    {
        var scenario = Scenario.All.Single(one => one.Title == title);
        await using var desk = await Desktop.OpenAsync(browser, apps.ByMouse.Address, DemoPeople.Sanne);
        await desk.OpenRowAsync(scenario.Name);
        await desk.WaitForStepAsync("controleren");
        foreach (var question in scenario.Questions)
        {
            await desk.ClickAsync(question);
            if (question == Scenario.Proof)
                await desk.PressAsync("Leg vast en ga verder");
        }

        await desk.ClickAsync(Seen.Accept);
        await EndsAsync(apps.ByMouse, desk, scenario, next: () => desk.ClickAsync(Seen.Next));

        Report(scenario, "mouse", desk.Clicks, scenario.Clicks, desk);
    }

    [Theory]
    [MemberData(nameof(ByKeys))]
    public async Task Scenario_WithoutAMouse_TakesNoMoreKeysThanPromised(string title)
    {
        var scenario = Scenario.All.Single(one => one.Title == title);
        await using var desk = await Desktop.OpenAsync(browser, apps.ByKeys.Address, DemoPeople.Sanne);
        await desk.WalkToRowAsync(scenario.Name);
        await desk.KeyAsync("Enter");
        await desk.WaitForStepAsync("controleren");
        // The heading takes the focus once the page has come, and would take it from a question as well.
        await desk.WaitForFocusAsync("main h1");
        foreach (var question in scenario.Questions)
        {
            await desk.Page.Locator("fieldset", new() { Has = desk.Page.Locator(question) })
                .Locator("[aria-keyshortcuts='Control+Enter']").First.WaitForAsync();
            await desk.KeyAsync("Control+Enter");
            await desk.WaitForFocusAsync(question);
            await desk.KeyAsync("Space");
            if (question == Scenario.Proof)
                await desk.KeyAsync("Control+Enter");
        }

        await desk.KeyAsync("Control+Enter", when: Seen.Accept);
        await EndsAsync(apps.ByKeys, desk, scenario, next: async () =>
        {
            await desk.WaitForFocusAsync(Seen.Next);
            await desk.KeyAsync("Enter");
        });

        Assert.Equal(0, desk.Clicks);
        Report(scenario, "keys", desk.Presses, scenario.Presses, desk);
    }

    private static IEnumerable<TheoryDataRow<string>> Titles(string[] everyDay) => Scenario.All.Select(one =>
        everyDay.Contains(one.Title) ? new TheoryDataRow<string>(one.Title) : NightlyAttribute.Row(one.Title));

    private static async Task EndsAsync(TestApp app, Desktop desk, Scenario scenario, Func<Task> next)
    {
        await desk.WaitForStepAsync("klaar");
        await desk.WaitForAsync(Seen.Outcome);
        var activation = await app.CaseOfAsync(scenario.Name);
        Assert.Equal(scenario.End, activation.State);
        Assert.Equal(scenario.Effects, app.LedgerOf(activation).Select(entry => entry.Effect));
        Assert.Equal("controleren, uitvoeren, klaar", string.Join(", ", desk.Steps));
        await next();
        await desk.WaitForAddressAsync($"^/zaken/(?!{activation.Number})");
        Assert.Equal(0, desk.Characters);
        Assert.Empty(desk.Problems);
    }

    private void Report(Scenario scenario, string by, int taken, int promised, Desktop desk)
    {
        output.WriteLine($"| {scenario.Title} | {by} | {taken} | {promised} | {desk.Characters} | {desk.Screens} |");
        Assert.True(taken <= promised, $"{scenario.Title} by {by} takes {taken}, {promised} were promised");
    }

    /// <summary>An app for each way, for a request can be handled only once.</summary>
    public sealed class Apps : IDisposable
    {
        public TestApp ByMouse { get; } = new();

        public TestApp ByKeys { get; } = new();

        public void Dispose()
        {
            ByMouse.Dispose();
            ByKeys.Dispose();
        }
    }
}
