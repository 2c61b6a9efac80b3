using System.Text.RegularExpressions;
using ActivationWizard.App;
using ActivationWizard.App.Cases;
using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// A step that changes in place, by keyboard: the focus goes to the next question or to what came of it, and is never on the body
/// of the page, in no frame in between.
/// </summary>
public sealed class FocusTests(SeededDesk seeded, BrowserHost browser) : IClassFixture<SeededDesk>
{
    private const string OneMechanism = "one script places the focus, and two ways past it are walked every day";

    private Desktop Desk => seeded.Desk;

    [Fact]
    public async Task TreatAsNew_Answered_GoesToTheProposal()
    {
        await TakeAsync("A. Alberts-Actief", Seen.NewCodeQuestion);
        await PressAsync(Desk, StepsText.QuestionTreatYes);
        await IsOnAsync(Desk, "^Voorstel: ");

        // The heading of the page arrives by way of the server, and may be later than a quick answer.
        await Desk.Page.EvaluateAsync("async () => (await import('/focus.js')).arriveAt(document.querySelector('h1'))");
        await IsOnAsync(Desk, "^Voorstel: ");
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task FetchAgain_Asked_GoesToTheProposalThatComes()
    {
        await TakeAsync("V. Verschil", Seen.Accept);
        await OpenAsync(Desk, StepsText.SomethingElse);
        await PressAsync(Desk, StepsText.FetchAgain);
        await IsOnAsync(Desk, "^Voorstel: ");
    }

    [Fact]
    public async Task Proof_Recorded_GoesToTheProposal()
    {
        await TakeAsync("I. Eigenaar", Seen.Proof);
        await Desk.Page.Locator(Seen.Proof).First.CheckAsync();
        await PressAsync(Desk, StepsText.ProofRecord);
        await IsOnAsync(Desk, "^Voorstel: ");
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Request_Corrected_GoesToTheProposalThatComes()
    {
        await TakeAsync("L. Lettinga", Seen.Accept);
        await OpenAsync(Desk, ActsText.CorrectTitle);
        await Desk.Page.GetByLabel(IntakeText.LabelEmail).FillAsync("l.lettinga@elders.example");
        await Desk.Page.GetByLabel(ActsText.CorrectReason).FillAsync("Tikfout");
        await PressAsync(Desk, ActsText.CorrectButton);
        await IsOnAsync(Desk, "^Voorstel: ");
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Fact_Answered_GoesToTheNextQuestion()
    {
        await TakeAsync("U. Storingsma", Seen.RecordFact);
        await Desk.Page.GetByLabel(HandText.DontKnow).CheckAsync();
        await PressAsync(Desk, StepsText.FactRecord);
        await IsOnAsync(Desk, HandText.TitleDontKnow);
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Step_TakenByHandAndDone_GoesToItsHeadingAndToTheNextRequest()
    {
        var atDesk = await TakeAsync("S. de Vries", Seen.Accept);
        var person = await seeded.App.StateAsync($"people/{NumberOf("S. de Vries")}");
        seeded.App.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.TooManyRequests,
            System = "umbrella",
            Method = "POST",
            Path = $"/api/v1/klanten/{person["klanten"]![0]!["klantId"]}/account/activatie",
            Times = 0,
            RetryAfter = "3600",
        });
        await atDesk.AgreeAsync();
        await Desk.WaitForAsync(Seen.NoAnswer);
        await PressAsync(Desk, StepsText.DoByHand);
        await IsOnAsync(Desk, "Doe deze stap zelf");
        await PressAsync(Desk, StepsText.ManualDone);
        await Desk.WaitForFocusAsync(Seen.Next);
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Evidence_LookedAtAgain_StaysWhereItIsShown()
    {
        seeded.App.Sandbox.Script(new FaultRule
        {
            Fault = FaultKind.SessionError,
            System = "postex",
            Method = "POST",
            Path = "/rest/v2/generators/*/raw",
        });
        var atDesk = await TakeAsync("M. Papier", Seen.Accept);
        await atDesk.AgreeAsync();
        await Desk.WaitForAsync(Seen.Attention);
        await PressAsync(Desk, RecoveryText.LookAgain);
        await IsOnAsync(Desk, "^Wat Postex nu zegt$");
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Case_GivenBack_GoesToTheNextRequest()
    {
        await TakeAsync("E. Mailstra", Seen.Accept);
        await OpenAsync(Desk, StepsText.Skip);
        await Desk.Page.GetByRole(AriaRole.Radiogroup, new() { Name = StepsText.SkipQuestion })
            .GetByRole(AriaRole.Radio).First.CheckAsync();
        await PressAsync(Desk, StepsText.SkipButton);
        await Desk.WaitForFocusAsync(Seen.Next);
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Arrangement_DecidedByATeamLead_GoesToTheProposalOnBothScreens()
    {
        var atDesk = await TakeAsync("K. Afbetaler", Seen.Proof);
        await Desk.Page.Locator(Seen.Proof).First.CheckAsync();
        await PressAsync(Desk, StepsText.ProofRecord);
        await IsOnAsync(Desk, VerdictsText.HoldArrangementUnderAdministration);
        await using var els = await Desktop.OpenAsync(
            browser, seeded.App.Address, DemoPeople.Els, startsAt: Urls.ForStep(atDesk.Number, WizardStep.Check));
        await els.Page.Locator(Seen.Arrangement).First.CheckAsync();
        await els.Page.Locator(Seen.Reason).First.FillAsync("Afspraak met de bewindvoerder");

        await PressAsync(els, StepsText.ArrangementRecord);

        await IsOnAsync(els, "^Voorstel: ");
        await IsOnAsync(Desk, "^Voorstel: ");
    }

    [Fact]
    [Nightly(OneMechanism)]
    public async Task Connection_ThatComesBackWithAFreshPage_GoesToWhatThereIsToDo()
    {
        await TakeAsync("P. Postma", Seen.Accept);
        await Desk.Page.EvaluateAsync(
            """
            () => ['show', 'rejected'].forEach(state => document.getElementById('components-reconnect-modal')
                .dispatchEvent(new CustomEvent('components-reconnect-state-changed', { detail: { state } })))
            """);

        await IsOnAsync(Desk, "^Voorstel: ");
        await Expect(Desk.Page.GetByRole(AriaRole.Status).GetByText(ShellText.ReconnectBack)).ToBeVisibleAsync();
    }

    private static string NumberOf(string name) => SandboxSeeds.Requests.Single(one => one.Naam == name).PartyNumber!;

    private async Task<CaseAtDesk> TakeAsync(string name, string sign)
    {
        var atDesk = await CaseAtDesk.TakeAsync(Desk, seeded.App, name);
        await Desk.WaitForAsync(sign);
        await Expect(Desk.Page.Locator(Seen.Title)).ToBeFocusedAsync();
        return atDesk;
    }

    private static async Task OpenAsync(Desktop desk, string summary)
    {
        await desk.Page.Locator("summary", new() { HasTextString = summary }).First.FocusAsync();
        await desk.KeyAsync("Enter");
    }

    // From here on each frame says what has the focus.
    private static async Task PressAsync(Desktop desk, string button)
    {
        var pressed = desk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First;
        await Expect(pressed).ToBeEnabledAsync();
        await pressed.FocusAsync();
        await desk.Page.EvaluateAsync(
            """
            () => {
                window.framesOnBody = 0;
                const look = () => {
                    if (document.activeElement === document.body) window.framesOnBody++;
                    requestAnimationFrame(look);
                };
                look();
            }
            """);
        await desk.KeyAsync("Enter");
    }

    private static async Task IsOnAsync(Desktop desk, string text)
    {
        await Expect(desk.Page.Locator("main :focus")).ToHaveTextAsync(new Regex(text));
        Assert.Equal(0, await desk.Page.EvaluateAsync<int>("() => window.framesOnBody ?? 0"));
        Assert.Empty(desk.Problems);
    }
}
