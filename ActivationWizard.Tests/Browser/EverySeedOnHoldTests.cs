using ActivationWizard.App.SignIn;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.App;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;
using Microsoft.Playwright;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Every seeded request that waits for a person, until a person has settled it: each of the endings of a hold is used.
/// </summary>
public sealed class EverySeedOnHoldTests(SeededDesk work, BrowserHost browser) : IClassFixture<SeededDesk>
{
    private const string AsInTheDomain = "the domain proves the same in milliseconds";
    private const string Mail = "activate-account mail-code register-contact";
    private const string Letter = "activate-account dispatch-letter register-document";

    private Desktop Desk => work.Desk;

    [Theory]
    [NightlyData("F. Morgenstern", "register-contact")]
    [InlineData("U. Curvers", "register-contact")]
    [NightlyData("M. Voogd", "register-contact")]
    [NightlyData("W. Tweehuizen", "register-contact")]
    [NightlyData("G. Nietinbeeld", "register-contact")]
    [NightlyData("N. Vrijman", "register-contact")]
    [NightlyData("L. Toezicht", "register-contact")]
    public async Task Hold_Refused_SendsTheNeutralReplyThatWasSeen(string name, string effects)
    {
        var atDesk = await HeldAsync(name);
        await atDesk.RefuseAsync("In overleg met de teamleider");
        await atDesk.AgreeAsync();
        await atDesk.EndsAsync(ActivationState.Refused, effects);

        var activation = await atDesk.NowAsync();
        Assert.Equal("In overleg met de teamleider", activation.RefusalReason);
        Assert.True(Proposal.Of(activation)?.Refusal?.Neutral);
    }

    [Theory]
    [NightlyData("H. van Wijlen")]
    [NightlyData("Bakkerij De Korenaar B.V.")]
    [NightlyData("D. Tweelink")]
    [NightlyData("E. Wimpel")]
    [NightlyData("J. Tweestrijd")]
    public async Task Hold_Closed_DoesNothing(string name)
    {
        var atDesk = await HeldAsync(name);
        if (SeedOf(name).NeedsIdentityProof)
            await ProveUntilHeldAsync(atDesk);
        await atDesk.WithdrawAsync("Nabestaande belt zelf terug");
        await atDesk.EndsAsync(ActivationState.Withdrawn, "");

        Assert.Contains("Nabestaande belt zelf terug", await Desk.Page.Locator(Seen.Outcome).InnerTextAsync(),
            StringComparison.Ordinal);
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("S. Vaags")]
    public async Task UnclearFlag_EndedAtTheSource_GoesByLetter()
    {
        var flag = await MessageAsync("signaleringen", "S. Vaags");
        await SettledAtTheSourceAsync("S. Vaags", Merge("signaleringen", flag, new { status = new { code = "VER" } }));
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("W. Wachter")]
    public async Task PendingArrangement_EndedAtTheSource_GoesByEmail()
    {
        var arrangement = await MessageAsync("betalingsregelingen", "W. Wachter");
        await SettledAtTheSourceAsync(
            "W. Wachter", Merge("betalingsregelingen", arrangement, new { status = new { code = "BEE" } }),
            ActivationState.SentByEmail, Mail);
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("B. Slotboom")]
    public Task BlockedAccount_UnblockedAtTheSource_IsMadeAnew() => SettledAtTheSourceAsync(
        "B. Slotboom", new { kind = "account", relatienummer = SeedOf("B. Slotboom").PartyNumber, status = "GEA" },
        ActivationState.SentByEmail, "delete-account create-account " + Mail);

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("A. Straatsma")]
    public async Task IncompleteAddress_CompletedAtTheSource_GoesByLetter()
    {
        var unit = (await work.App.StateAsync("viewpoint/eenheden")).AsArray()
            .Single(one => (string?)one!["adres"]!["straatnaam"] == "Nergenslaan")!;
        unit["adres"]!["woonplaats"] = new System.Text.Json.Nodes.JsonObject { ["naam"] = "Eindhoven", ["id"] = "1" };
        await SettledAtTheSourceAsync("A. Straatsma", Merge("eenheden", (string)unit["id"]!, new { adres = unit["adres"] }));
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("D. Omleiding")]
    public Task PreferenceForEmail_SetToPaper_GoesByLetter() => SettledAtTheSourceAsync(
        "D. Omleiding", new { kind = "preference", relatienummer = SeedOf("D. Omleiding").PartyNumber, channel = "paper" });

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("M. Botsing")]
    public async Task ContactConflict_PutRightAtTheSource_GoesToTheAdministrator()
    {
        var atDesk = await HeldAsync("M. Botsing");
        await ProveUntilHeldAsync(atDesk);
        await work.App.ChangeAsync(new
        {
            kind = "contact",
            relatienummer = SeedOf("M. Botsing").PartyNumber,
            detailSoort = "PRI",
            waarde = "post@balansbewind.example",
        });
        await atDesk.FetchAgainAsync();
        await atDesk.AgreeAsync();

        await atDesk.EndsAsync(ActivationState.SentByEmail, "set-preference " + Mail);
    }

    [Fact]
    [Handles("G. Bounce")]
    [Nightly(AsInTheDomain)]
    public async Task EmailNotSent_AddressTakenOutAtTheSource_GoesByLetter()
    {
        var atDesk = await TakeAsync("G. Bounce");
        await atDesk.AgreeAsync();
        await HoldsAsync(atDesk, HoldReason.EmailNotSent);
        await work.App.ChangeAsync(
            new { kind = "contact", relatienummer = SeedOf("G. Bounce").PartyNumber, detailSoort = "PRI" });
        await atDesk.FetchAgainAsync();
        await atDesk.AgreeAsync();

        await atDesk.EndsAsync(ActivationState.SentByLetter, "activate-account dispatch-letter register-document");
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("T. Gedeeld")]
    public async Task EmailNotSent_Closed_MailsNothing()
    {
        var atDesk = await TakeAsync("T. Gedeeld");
        await atDesk.AgreeAsync();
        await HoldsAsync(atDesk, HoldReason.EmailNotSent);
        await atDesk.WithdrawAsync("Huurder kiest een ander adres");

        await atDesk.EndsAsync(ActivationState.Withdrawn, "");
    }

    [Fact]
    [Handles("J. Dubbelman")]
    public async Task SeveralPersons_OneChosen_GoesByEmail()
    {
        await TakeAsync("J. Dubbelman");
        await Desk.WaitForStepAsync("zoeken");
        var father = Desk.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "1955" });
        await father.GetByRole(AriaRole.Button).ClickAsync();
        await Desk.WaitForStepAsync("controleren");
        var atDesk = await CaseAtDesk.OpenedAsync(Desk, work.App);
        await atDesk.AgreeAsync();

        await atDesk.EndsAsync(ActivationState.SentByEmail, Mail);
        Assert.Equal(1955, (await atDesk.NowAsync()).Facts.Person.Value?.Party?.BirthDate?.Year);
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("U. Storingsma")]
    public async Task SystemDown_AnsweredByHand_GoesOn()
    {
        var atDesk = await HeldAsync("U. Storingsma");
        await AnswerFactAsync("Weet ik niet");
        await work.App.UntilAsync(
            atDesk.Number, one =>
                one.Last is HoldPlaced && one.Facts.Account.Source is ActivationWizard.Domain.Facts.Source.Employee);
        await HoldsAsync(atDesk, HoldReason.SourceUnavailable);

        // Umbrella may know another address: with the account looked up by hand, so is the comparison.
        await AnswerFactAsync("Er is een account, het is nog niet actief");
        await Desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Umbrella" }).WaitForAsync();
        await AnswerFactAsync("Hetzelfde adres, of geen adres");
        await Desk.WaitForAsync(Seen.Accept);
        Assert.Equal(Row.D22, (await atDesk.NowAsync()).Verdict?.Row);
        await work.App.ChangeAsync(new { kind = "outage", relatienummer = SeedOf("U. Storingsma").PartyNumber, on = false });
        await atDesk.AgreeAsync();

        // Who looked the account up by hand also activates it; after that the wizard goes on by itself.
        await Desk.WaitForAsync(Seen.ByHand);
        await Desk.PressAsync("Ik heb dit gedaan");
        await atDesk.EndsAsync(ActivationState.SentByEmail, "register-contact");
    }

    [Fact]
    [Handles("K. Afbetaler")]
    public async Task ArrangementUnderAdministration_DecidedByATeamLead_GoesToTheAdministrator()
    {
        var atDesk = await HeldAsync("K. Afbetaler");
        await ProveUntilHeldAsync(atDesk);
        await HoldsAsync(atDesk, HoldReason.ArrangementUnderAdministration);
        Assert.True(
            await Desk.Page.Locator(Seen.Arrangement).First.IsDisabledAsync(), "the employee who handles it decides alone");

        await using (var els = await Desktop.OpenAsync(
            browser, work.App.Address, DemoPeople.Els, startsAt: new Uri(Desk.Page.Url).AbsolutePath))
        {
            await els.ClickAsync(Seen.Arrangement);
            await els.TypeAsync(Seen.Reason, "De bewindvoerder betaalt de regeling");
            await els.PressAsync("Leg het besluit vast");
            await els.Page.Locator(Seen.Accept).WaitForAsync();
            Assert.True(await els.Page.Locator(Seen.Accept).IsDisabledAsync(), "a team lead acts in another's step");
            Assert.Empty(els.Problems);
        }

        await atDesk.AgreeAsync();
        await atDesk.EndsAsync(ActivationState.SentByEmail, "set-preference " + Mail);
    }

    [Fact]
    [Nightly(AsInTheDomain)]
    [Handles("A. Alberts-Actief")]
    public async Task FirstCodeForAnActiveAccount_TreatedAsNew_IsMadeAnew()
    {
        var atDesk = await TakeAsync("A. Alberts-Actief");
        Assert.Equal(Row.D21, (await atDesk.NowAsync()).Verdict?.Row);
        await Desk.PressAsync("Ja, behandel als nieuwe code");
        await atDesk.AgreeAsync();

        await atDesk.EndsAsync(ActivationState.SentByEmail, "delete-account create-account " + Mail);
    }

    private async Task SettledAtTheSourceAsync(
        string name, object change, ActivationState end = ActivationState.SentByLetter, string effects = Letter)
    {
        var atDesk = await HeldAsync(name);
        await work.App.ChangeAsync(change);
        await atDesk.FetchAgainAsync();
        await atDesk.AgreeAsync();
        await atDesk.EndsAsync(end, effects);
    }

    // The first proof asked is D13's; the row of the seed holds after it.
    private static async Task<CaseAtDesk> ProveUntilHeldAsync(CaseAtDesk atDesk)
    {
        await atDesk.ProveAsync();
        await atDesk.Desk.Page.Locator(Seen.Proof).First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
        return atDesk;
    }

    private async Task<CaseAtDesk> HeldAsync(string name)
    {
        var seed = SeedOf(name);
        var atDesk = await TakeAsync(name);
        await Desk.WaitForAsync(Seen.OnHold);
        var activation = await atDesk.NowAsync();
        Assert.Equal(ActivationState.OnHold, activation.State);
        if (seed.NeedsIdentityProof)
            Assert.Equal(Row.D13, activation.Verdict?.Row);
        else if (seed.ExpectedHold is { } hold)
            Assert.Equal(hold, activation.Hold.ToString());
        else
            Assert.Equal(seed.ExpectedRow, activation.Verdict?.Row.ToString());
        return atDesk;
    }

    private async Task HoldsAsync(CaseAtDesk atDesk, HoldReason reason)
    {
        await work.App.UntilAsync(atDesk.Number, one => one.State is ActivationState.OnHold && one.Hold == reason);
        await Desk.WaitForStepAsync("controleren");
        await Desk.WaitForAsync(Seen.OnHold);
    }

    private async Task AnswerFactAsync(string answer)
    {
        await Desk.Page.GetByRole(AriaRole.Radio, new() { Name = answer }).CheckAsync();
        await Desk.PressAsync("Leg dit antwoord vast");
    }

    // The message of a person, by who it is about: a flag its party, an arrangement its agreement.
    private async Task<string> MessageAsync(string resource, string name)
    {
        var person = await work.App.StateAsync($"people/{SeedOf(name).PartyNumber}");
        string?[] about = [(string?)person["id"], .. person["overeenkomsten"]!.AsArray().Select(one => (string?)one)];
        return (string)(await work.App.StateAsync($"viewpoint/{resource}")).AsArray()
            .Single(one => about.Contains((string?)(one!["relatie"] ?? one["overeenkomst"])!["id"]))!["id"]!;
    }

    private Task<CaseAtDesk> TakeAsync(string name) => CaseAtDesk.TakeAsync(Desk, work.App, name);

    private static SeededRequest SeedOf(string name) => SandboxSeeds.Requests.Single(one => one.Naam == name);

    private static object Merge(string resource, string id, object merge) => new { kind = "merge", resource, id, merge };
}
