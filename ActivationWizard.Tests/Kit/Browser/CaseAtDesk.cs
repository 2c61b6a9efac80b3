using System.Text.RegularExpressions;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.App;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>
/// One request as somebody handles it on the screen; what became of it is read from the journal and the simulators.
/// </summary>
internal sealed partial class CaseAtDesk(Desktop desk, TestApp app, CaseNumber number)
{
    public Desktop Desk => desk;

    public CaseNumber Number => number;

    /// <summary>Takes a seeded request from the work list; returns when a person has to do something.</summary>
    public static async Task<CaseAtDesk> TakeAsync(Desktop desk, TestApp app, string name)
    {
        await desk.OpenRowAsync(name);
        await desk.WaitForAddressAsync(CasePath().ToString());
        return await OpenedAsync(desk, app);
    }

    /// <summary>The case whose page is on the screen; returns when a person has to do something.</summary>
    public static async Task<CaseAtDesk> OpenedAsync(Desktop desk, TestApp app)
    {
        Assert.True(CaseNumber.TryParse(CasePath().Match(desk.Page.Url).Groups[1].Value, out var number), desk.Page.Url);
        await app.UntilAsync(number, one => one.Handler is not null && !one.State.WaitsForSystem);
        return new CaseAtDesk(desk, app, number);
    }

    public Task<ActivationCase> NowAsync() => app.CaseAsync(number);

    /// <summary>Answers every question of the proposal with yes, and does it.</summary>
    public async Task AgreeAsync()
    {
        await desk.AnswerQuestionsAsync();
        await desk.ClickAsync(Seen.Accept);
    }

    public Task FetchAgainAsync() => desk.PressAsync("Haal opnieuw op");

    /// <summary>Chooses the neutral refusal, with a reason.</summary>
    public Task RefuseAsync(string reason) => GiveReasonAsync("Geef geen code", reason);

    /// <summary>Closes the case without effect, with a reason.</summary>
    public Task WithdrawAsync(string reason) => GiveReasonAsync("Sluit de zaak zonder iets te doen", reason);

    /// <summary>Records how the administrator's identity was checked.</summary>
    public async Task ProveAsync()
    {
        await desk.ClickAsync(Seen.Proof);
        await desk.PressAsync("Leg vast en ga verder");
    }

    /// <summary>Waits for Klaar, and compares what really happened.</summary>
    public async Task EndsAsync(ActivationState state, string effects)
    {
        await desk.WaitForStepAsync("klaar");
        await desk.WaitForAsync(Seen.Outcome);
        var activation = await NowAsync();
        var ledger = app.LedgerOf(activation);

        Assert.Equal(state, activation.State);
        Assert.Equal(effects, string.Join(' ', ledger.Where(entry => !IsMail(entry)).Select(entry => entry.Effect)));
        Assert.Equal(ledger.Count, ledger.DistinctBy(entry => (entry.Effect, entry.IdempotencyKey)).Count());
        Assert.All(ledger.Where(entry => entry.Effect is "mail-code"), mail =>
            Assert.Equal(Proposal.Of(activation)!.Email!.ToString(), Assert.Single(mail.Recipient)));
        Assert.All(ledger.Where(entry => entry.Effect is "dispatch-letter"), letter =>
            Assert.Equal(Proposal.Of(activation)!.Envelope, letter.Recipient));
        if (activation.Request.Requester is Requester.CourtAdministrator)
            Assert.DoesNotContain(ledger, entry => entry.Effect is "dispatch-letter");
        var mails = state is ActivationState.Refused && activation.Request.Email is not null ? 1 : 0;
        Assert.Equal(mails, ledger.Count(IsMail));
        Assert.Equal(mails,
            app.MailsOf(activation).Count(mail => mail.Contains(activation.Request.Email!.ToString(), StringComparison.Ordinal)));
        Assert.Empty(desk.Problems);
    }

    private static bool IsMail(LedgerEntry entry) => entry.Effect is SandboxEffects.SendMail;

    private async Task GiveReasonAsync(string title, string reason)
    {
        await desk.Page.Locator("summary", new() { HasTextString = title }).ClickAsync();
        await desk.TypeAsync(Seen.Reason, reason);
        await desk.PressAsync(title);
    }

    [GeneratedRegex("/zaken/([0-9-]+)/(?:zoeken|controleren)$")]
    private static partial Regex CasePath();
}

/// <summary>One app and one employee at work in it, for tests that each take another request.</summary>
public sealed class SeededDesk(BrowserHost browser) : IAsyncLifetime
{
    public TestApp App { get; } = new();

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
