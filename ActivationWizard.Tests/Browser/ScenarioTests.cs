using ActivationWizard.Domain;
using ActivationWizard.Tests.TestKit.Browser;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Each scenario in a real browser, from the work list to Klaar: what the employee clicks and types is counted, what the systems did is read from the
/// simulators' ledger.
/// </summary>
public sealed class ScenarioTests(SeededApp seeded, BrowserHost browser, ITestOutputHelper output) : IClassFixture<SeededApp>
{
    [Fact]
    public Task Email_FromTheWorkList_TakesThreeClicks() => RunAsync(
        "Email (1)", "E. Mailstra", clicks: 3, ActivationState.SentByEmail, ["activate-account", "mail-code", "register-contact"]);

    [Fact]
    public Task Letter_NoAddressOnTheRequest_TakesThreeClicks() => RunAsync(
        "Letter (2)", "P. Postma", clicks: 3, ActivationState.SentByLetter, ["activate-account", "dispatch-letter", "register-document"]);

    [Fact]
    public Task Letter_AddressDiffers_TakesThreeClicks() => RunAsync(
        "Letter, address differs (2)", "R. Andersen", clicks: 3, ActivationState.SentByLetter, ["activate-account", "dispatch-letter", "register-document"]);

    [Fact]
    public Task Letter_PortalDiffers_TakesThreeClicks() => RunAsync(
        "Letter, portal differs (2)", "V. Verschil", clicks: 3, ActivationState.SentByLetter, ["activate-account", "dispatch-letter", "register-document"]);

    [Fact]
    public Task Refusal_WithTheMailSeen_TakesThreeClicks() => RunAsync(
        "Refusal (3)", "T. Schuldink", clicks: 3, ActivationState.Refused, ["register-contact"]);

    [Fact]
    public Task Refusal_UnderAdministration_TakesFourClicks() => RunAsync(
        "Refusal and block (3)", "R. Onderdelinden", clicks: 4, ActivationState.Refused, ["block-account", "register-contact"],
        desk => desk.ClickAsync("#blokkeren input"));

    [Fact]
    public Task Administrator_WithContactsToCorrect_TakesSixClicks() => RunAsync(
        "Court administrator (3b)", "I. Eigenaar", clicks: 6, ActivationState.SentByEmail,
        ["correct-contacts", "set-preference", "activate-account", "mail-code", "register-contact"],
        async desk =>
        {
            await desk.ClickAsync("#bewijs input");
            await desk.PressAsync("Leg vast en ga verder");
            await desk.ClickAsync("#corrigeren input");
        });

    [Fact]
    public Task NewCode_ByEmail_TakesFourClicks() => RunAsync(
        "New code by e-mail (4)", "N. Nieuwenhuis", clicks: 4, ActivationState.SentByEmail,
        ["delete-account", "create-account", "activate-account", "mail-code", "register-contact"],
        desk => desk.ClickAsync("#oud-account"));

    [Fact]
    public Task NewCode_ByLetter_TakesFourClicks() => RunAsync(
        "New code by letter (4)", "D. Drukker", clicks: 4, ActivationState.SentByLetter,
        ["delete-account", "create-account", "activate-account", "dispatch-letter", "register-document"],
        desk => desk.ClickAsync("#oud-account"));

    private async Task RunAsync(
        string scenario, string name, int clicks, ActivationState end, string[] effects, Func<Desktop, Task>? answer = null)
    {
        await using var desk = await Desktop.OpenAsync(browser, seeded.App.Address, Actors.Sanne);
        desk.StartCounting();

        await desk.OpenRowAsync(name);
        await desk.WaitForStepAsync("controleren");
        if (answer is not null)
            await answer(desk);
        await desk.ClickAsync("#doen");
        await desk.WaitForStepAsync("klaar");
        await desk.WaitForAsync("#uitkomst");
        var activation = await seeded.CaseOfAsync(name);
        var steps = desk.Steps;
        await desk.ClickAsync("#volgende");
        await desk.WaitForAddressAsync($"^/zaken/(?!{activation.Number})");

        output.WriteLine($"| {scenario} | {desk.Clicks} | {clicks} | {desk.Characters} | {string.Join(", ", steps)} |");
        Assert.Equal(end, activation.State);
        Assert.Equal(effects, seeded.LedgerOf(activation).Select(entry => entry.Effect));
        Assert.True(desk.Clicks <= clicks, $"{scenario} takes {desk.Clicks} clicks, {clicks} were promised");
        Assert.Equal(0, desk.Characters);
        Assert.Empty(desk.Problems);
    }
}
