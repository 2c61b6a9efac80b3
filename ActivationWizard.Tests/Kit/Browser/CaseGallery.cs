using ActivationWizard.App;
using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using Microsoft.Extensions.DependencyInjection;

namespace ActivationWizard.Tests.Kit.Browser;

/// <summary>Cases brought into every state a page of a case can show, for tests that only look.</summary>
public sealed class CaseGallery : IAsyncLifetime
{
    private const string Asked = "Activatiecode";

    private readonly BrowserHost _browser;
    private readonly List<Exhibit> _exhibits = [];
    private readonly Queue<string> _forBusy = new(["B. van den Brief", "K. Kaart", "L. Lettinga", "A. van der Bus"]);
    private Desktop _desk = null!;
    private Guid _message;

    public CaseGallery(BrowserHost browser) : this(browser, new TestApp(new() { Settings = MailApp.Settings })) { }

    internal CaseGallery(BrowserHost browser, TestApp app) => (_browser, App) = (browser, app);

    public TestApp App { get; }

    internal IReadOnlyList<Exhibit> Exhibits => _exhibits;

    /// <summary>An address with the case and the message of this gallery in their places.</summary>
    internal string At(string path) => path
        .Replace(ScreenPicture.Ended, Ended, StringComparison.Ordinal)
        .Replace(ScreenPicture.Message, $"{_message}", StringComparison.Ordinal);

    /// <summary>The number of a case that ended, by letter.</summary>
    internal string Ended => _exhibits.Single(one => one.Name == "done-letter").Path.Split('/')[2];

    private bool HasMail => App.Services.GetRequiredService<IncomingMailOptions>().IsRead;

    public async ValueTask InitializeAsync()
    {
        await MailsAsync();
        _desk = await Desktop.OpenAsync(_browser, App.Address, DemoPeople.Sanne);
        await ProposalsAsync();
        await HoldsAsync();
        await TroubleAsync();
        await EndsAsync();
        Delay();
        if (HasMail)
            _message = (await MailApp.TakenAsync(App, Asked)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await _desk.DisposeAsync();
        await App.DisposeAsync();
    }

    /// <summary>A case that waits for Postex for some time: each view has one of its own.</summary>
    internal async Task<Exhibit> BusyAsync()
    {
        var atDesk = await TakeAsync(_forBusy.Dequeue());
        await atDesk.AgreeAsync();
        await _desk.WaitForStepAsync("uitvoeren");
        return new("busy", Urls.ForStep(atDesk.Number, WizardStep.Execute), "main >> role=list");
    }

    // They come in while the cases are brought where they are shown.
    private async Task MailsAsync()
    {
        if (!HasMail)
            return;
        await MailApp.PutAsync(
            App, "A. van den Heuvel <a.vandenheuvel@postvak.example>", Asked,
            "Goedendag,\n\nKunt u mij een activatiecode sturen voor het huurdersportaal?\n"
            + "Ik woon op Dorpsstraat 14, 5671 AB Nuenen.\n\nMet vriendelijke groet,\nA. van den Heuvel\n"
            + "\nOp 21 november 2026 schreef Thuis:\n> U kunt ons altijd mailen.\n");
        await MailApp.PutAsync(
            App, "\"info@thuis.example\" <x9@elders.example>", "Uw account", "Klik hier om uw account te controleren.");
        await MailApp.PutAsync(
            App, "B. Weg <b.weg@postvak.example>", "Afwezig", "Ik ben er maandag weer.", ("Auto-Submitted", "auto-replied"));
    }

    private async Task ProposalsAsync()
    {
        await ShowAsync("proposal-email", "E. Mailstra", Seen.Accept);
        await App.ChangeAsync(new
        {
            kind = "contact",
            relatienummer = NumberOf("R. Andersen"),
            detailSoort = "PRI",
            waarde = "wilhelmina.alexandra.vandenbroek-hoogeveen@familiepostvak-internationaal.example",
        });
        await ShowAsync(
            "proposal-letter-long-address", "R. Andersen", $"{Seen.Table} >> text=wilhelmina.alexandra",
            prepare: FetchAgainAsync);
        var refusal = await ShowAsync("refusal", "T. Schuldink", Seen.Mail);
        Add("refusal-editing", refusal, Seen.ReplyBody, desk => desk.ClickAsync(Seen.ChangeReply));
        await ShowAsync("refusal-block-error", "R. Onderdelinden", Seen.ErrorLines, desk => desk.ClickAsync(Seen.Accept));
        await ShowAsync("new-code-error", "N. Nieuwenhuis", Seen.ErrorLines, desk => desk.ClickAsync(Seen.Accept));
        await ShowAsync("new-code-letter", "S. Papen", Seen.Accept);
        await ShowAsync("rules-open", "V. Verschil", $"details[open] >> {Seen.Rules}", desk => desk.ClickAsync(Seen.Rules));
        await ShowAsync("correct-contacts", "I. Eigenaar", Seen.Correct, prepare: one => one.ProveAsync());
    }

    private async Task HoldsAsync()
    {
        await ShowAsync("administrator-proof", "R. Rechtop", Seen.Proof);
        await ShowAsync("fact-by-hand", "U. Storingsma", Seen.RecordFact);
        await ShowAsync("choosing-tenant", "J. Dubbelman", Seen.Candidates);
        await ShowAsync("arrangement", "K. Afbetaler", Seen.Arrangement, prepare: one => one.ProveAsync());
        await ShowAsync("question", "A. Alberts-Actief", Seen.NewCodeQuestion);
        await ShowAsync("reason-error", "B. Slotboom", Seen.ErrorLines, async desk =>
        {
            await desk.ClickAsync($"summary >> {Seen.RefuseInstead}");
            await desk.ClickAsync($"role=button >> {Seen.RefuseInstead}");
        });
        _exhibits.Add(new("looking-on", Urls.ForStep(await App.NumberOfAsync("D. Drukker"), WizardStep.Search), Seen.LookingOn));
        _exhibits.Add(new("no-such-case", "/zaken/2026-99999", Seen.Title));
    }

    private async Task TroubleAsync()
    {
        var person = await App.StateAsync($"people/{NumberOf("S. de Vries")}");
        Script(
            FaultKind.TooManyRequests, "umbrella", "POST",
            $"/api/v1/klanten/{person["klanten"]![0]!["klantId"]}/account/activatie", 0);
        await ShowAsync("not-done", "S. de Vries", Seen.NoAnswer, prepare: one => one.AgreeAsync(), step: WizardStep.Execute);
        await ShowAsync("by-hand", "F. Lade", Seen.ByHand, prepare: one => one.AgreeAsync(), step: WizardStep.Execute);
        Script(FaultKind.SessionError, "postex", "POST", "/rest/v2/generators/*/raw", 1);
        await ShowAsync("attention", "M. Papier", Seen.Attention, prepare: one => one.AgreeAsync(), step: WizardStep.Execute);
    }

    private async Task EndsAsync()
    {
        await ShowAsync("done-letter", "J. Zegel", Seen.Outcome, prepare: one => one.AgreeAsync(), step: WizardStep.Done);
        await ShowAsync("done-refused", "D. Oudhof", Seen.Outcome, prepare: one => one.AgreeAsync(), step: WizardStep.Done);
        await ShowAsync(
            "closed", "H. van Wijlen", Seen.Outcome, prepare: one => one.WithdrawAsync("Nabestaande belt"),
            step: WizardStep.Done);
    }

    private async Task FetchAgainAsync(CaseAtDesk one)
    {
        await _desk.Page.Locator("summary", new() { HasTextString = "iets anders" }).ClickAsync();
        await one.FetchAgainAsync();
    }

    private async Task<CaseAtDesk> ShowAsync(
        string exhibit, string name, string sign, Func<Desktop, Task>? act = null, Func<CaseAtDesk, Task>? prepare = null,
        WizardStep step = WizardStep.Check)
    {
        var atDesk = await TakeAsync(name);
        if (prepare is not null)
        {
            await prepare(atDesk);
            await _desk.Page.Locator(sign).First.WaitForAsync();
        }

        Add(exhibit, atDesk, sign, act, step);
        return atDesk;
    }

    private void Add(
        string exhibit, CaseAtDesk atDesk, string sign, Func<Desktop, Task>? act, WizardStep step = WizardStep.Check) =>
        _exhibits.Add(new(exhibit, Urls.ForStep(atDesk.Number, step), sign, act));

    private void Delay() => App.Sandbox.Script(new FaultRule
    {
        Fault = FaultKind.Delay,
        System = "postex",
        Method = "GET",
        Path = "/rest/v2/generator-sessions/*",
        Times = 0,
        Delay = TimeSpan.FromSeconds(9),
    });

    private void Script(FaultKind fault, string system, string method, string path, int times) =>
        App.Sandbox.Script(new FaultRule
        {
            Fault = fault,
            System = system,
            Method = method,
            Path = path,
            Times = times,
            RetryAfter = "3600",
        });

    private Task<CaseAtDesk> TakeAsync(string name) => CaseAtDesk.TakeAsync(_desk, App, name);

    private static string NumberOf(string name) => SandboxSeeds.Requests.Single(one => one.Naam == name).PartyNumber!;
}
