using ActivationWizard.App.SignIn;
using ActivationWizard.App.Words;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using ActivationWizard.Tests.Kit.Systems;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// An installation in which no system has an interface: how a corporation starts. Each scenario comes to Klaar, by questions and
/// steps alone.
/// </summary>
public sealed class ManualInstallationTests(ManualDesk work) : IClassFixture<ManualDesk>
{
    private const string AsInTheDomain = "the domain proves the same in milliseconds";

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task Email_ByHand_EndsInKlaar() => EndsAsync("E. Mailstra", ActivationState.SentByEmail, Row.D22, HandAnswers.But());

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task Letter_ByHand_EndsInKlaar() => EndsAsync("P. Postma", ActivationState.SentByLetter, Row.D25, HandAnswers.But());

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task Refusal_ByHand_EndsInKlaar() => EndsAsync(
        "T. Schuldink", ActivationState.Refused, Row.D18,
        HandAnswers.But((FactKind.Arrangement, nameof(ArrangementStatus.Active))));

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task Administrator_ByHand_EndsInKlaar() => EndsAsync(
        "I. Eigenaar", ActivationState.SentByEmail, Row.D17, HandAnswers.But(
            (FactKind.Protection, nameof(ProtectionStatus.Bewind)), (FactKind.Contacts, nameof(ContactsStatus.Correctable))));

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task NewCodeByEmail_ByHand_EndsInKlaar() => EndsAsync(
        "N. Nieuwenhuis", ActivationState.SentByEmail, Row.D23, HandAnswers.But((FactKind.Account, "Active")));

    [Fact]
    [Nightly(AsInTheDomain)]
    public Task NewCodeByLetter_ByHand_EndsInKlaar() => EndsAsync(
        "D. Drukker", ActivationState.SentByLetter, Row.D26,
        HandAnswers.But((FactKind.Account, "Active"), (FactKind.Email, nameof(EmailComparison.Mismatch))));

    private async Task EndsAsync(string name, ActivationState end, Row row, HandAnswers answers)
    {
        using var dutch = new FixedCulture("nl-NL");
        var atDesk = await CaseAtDesk.TakeAsync(work.Desk, work.App, name);
        var activation = await atDesk.NowAsync();
        while (!activation.State.IsFinal)
        {
            await GoOnAsync(atDesk, activation, answers);
            activation = await work.App.UntilAsync(
                atDesk.Number, one =>
                    one.Version > activation.Version && (one.State.IsFinal || !one.State.WaitsForSystem) && !IsDrafting(one));
        }

        Assert.Equal((end, row), (activation.State, activation.Verdict!.Row));
        Assert.Equal(answers.Given, HandFacts.SeenBy(activation.Facts));
        Assert.All(activation.Effects, effect => Assert.Equal(EffectStatus.DoneByHand, effect.Status));
        await work.Desk.WaitForStepAsync("klaar");
        await work.Desk.WaitForAsync(Seen.Outcome);
        Assert.Empty(work.App.LedgerOf(activation));
        Assert.Empty(work.App.Sandbox.Ledger);
        Assert.Empty(work.App.MailsOf(activation));
        Assert.Empty(work.Desk.Problems);
    }

    private async Task GoOnAsync(CaseAtDesk atDesk, ActivationCase activation, HandAnswers answers)
    {
        switch (activation)
        {
            case { Hold: HoldReason.SourceUnavailable, State: ActivationState.OnHold, Verdict.Missing: { } fact }:
                Assert.DoesNotContain(fact, answers.Given);
                answers.Given.Add(fact);
                await SeesAsync("role=radiogroup", HandWords.Question(fact, activation));
                await work.Desk.Page.GetByRole(
                    AriaRole.Radio,
                    new() { Name = HandWords.Answer(fact, answers.Values[fact]!, activation.Facts) }).First.CheckAsync();
                await work.Desk.PressAsync("Leg dit antwoord vast");
                break;
            case { Hold: HoldReason.VerifyAdministrator, State: ActivationState.OnHold }:
                await work.Desk.WaitForAsync(Seen.Proof);
                await atDesk.ProveAsync();
                break;
            case { State: ActivationState.AwaitingDecision }:
                await work.Desk.WaitForAsync(Seen.Accept);
                await work.Desk.WaitForAsync(Seen.LookedUp);
                await atDesk.AgreeAsync();
                break;
            case { State: ActivationState.AwaitingManualStep, Trouble: ManualStepNeeded { Effect: var effect } }:
                await SeesAsync(Seen.ByHand, StepWords.Of(effect));
                if (effect is EffectKind.ReadCode)
                    await work.Desk.Page.FillAsync(Seen.LastDay, "2030-12-24");
                await work.Desk.PressAsync("Ik heb dit gedaan");
                break;
            default:
                Assert.Fail($"{activation.State} {activation.Hold} {activation.Trouble}");
                break;
        }
    }

    private static bool IsDrafting(ActivationCase activation) =>
        activation is { State: ActivationState.AwaitingDecision, Composed: null }
        && Proposal.Of(activation) is { Refusal: not null, Email: not null };

    private Task SeesAsync(string selector, string text) =>
        work.Desk.Page.Locator(selector, new() { HasTextString = text }).First.WaitForAsync();
}

/// <summary>An app that works with no system at all, and one employee at work in it.</summary>
public sealed class ManualDesk(BrowserHost browser) : IAsyncLifetime
{
    public TestApp App { get; } = new(new()
    {
        Settings =
        {
            ["Umbrella:Mode"] = "Manual",
            ["Viewpoint:Mode"] = "Manual",
            ["Postex:Mode"] = "Manual",
            ["Mailbox:Mode"] = "Manual",
        },
    });

    internal Desktop Desk { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Desk = await Desktop.OpenAsync(browser, App.Address, DemoPeople.Sanne);
    }

    public async ValueTask DisposeAsync()
    {
        await Desk.DisposeAsync();
        await App.DisposeAsync();
    }
}
