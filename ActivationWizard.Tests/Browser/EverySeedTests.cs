using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Rules;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.Browser;
using ActivationWizard.Tests.Kit.Run;

namespace ActivationWizard.Tests.Browser;

/// <summary>
/// Every seeded request in a real browser, from the work list to its end. What was decided is read from the journal, what was
/// done from the simulators' ledger. Those that wait for a person are in <see cref="EverySeedOnHoldTests"/>.
/// </summary>
[Nightly("the domain proves the same routes in milliseconds; every day eight are enough in a browser")]
public sealed class EverySeedTests(SeededDesk work) : IClassFixture<SeededDesk>
{
    private const string Mail = "activate-account mail-code register-contact";
    private const string Letter = "activate-account dispatch-letter register-document";

    [Theory]
    [InlineData("E. Mailstra", Mail)]
    [InlineData("S. de Vries", "create-account " + Mail)]
    [InlineData("Z. Yıldız", Mail)]
    [InlineData("C. Groen-van Houten", Mail)]
    [InlineData("N. Nieuwenhuis", "delete-account create-account " + Mail)]
    [InlineData("W. Vergeer", "delete-account create-account " + Mail)]
    [InlineData("I. van Nieuwkerk", "create-account " + Mail)]
    [InlineData("H. Belleman", "delete-account create-account " + Mail)]
    [InlineData("N. Hoofdman", Mail)]
    [InlineData("J. Müller", Mail)]
    [InlineData("L. Hervatter", "create-account " + Mail)]
    [InlineData("P. Stallinga", Mail)]
    public Task Email_ToTheTenant_EndsAtKlaar(string name, string effects) =>
        SendAsync(name, ActivationState.SentByEmail, effects);

    [Theory]
    [InlineData("P. Postma", Letter)]
    [InlineData("B. van den Brief", "create-account " + Letter)]
    [InlineData("J. Zegel", "dispatch-letter register-document")]
    [InlineData("M. Papier", Letter)]
    [InlineData("D. Drukker", "delete-account create-account " + Letter)]
    [InlineData("L. Lettinga", "delete-account create-account " + Letter)]
    [InlineData("K. Kaart", "create-account " + Letter)]
    [InlineData("A. van der Bus", "delete-account create-account " + Letter)]
    [InlineData("R. Andersen", Letter)]
    [InlineData("Q. Onbekema", Letter)]
    [InlineData("V. Verschil", Letter)]
    [InlineData("Y. Zonderman", "delete-account create-account " + Letter)]
    [InlineData("O. Kantoor", Letter)]
    [InlineData("M. Bovenhuis", Letter)]
    [InlineData("S. Papen", "delete-account create-account " + Letter)]
    public Task Letter_ToTheTenant_EndsAtKlaar(string name, string effects) =>
        SendAsync(name, ActivationState.SentByLetter, effects);

    [Fact]
    [Handles("F. Lade")]
    public async Task Letter_WithoutDossier_IsRegisteredByHand()
    {
        var atDesk = await TakeAsync("F. Lade");
        await atDesk.AgreeAsync();
        await work.Desk.PressAsync("Ik heb dit gedaan");

        await atDesk.EndsAsync(ActivationState.SentByLetter, "activate-account dispatch-letter");
    }

    [Theory]
    [InlineData("J. Slaap", "")]
    [InlineData("X. Niemandsverdriet", "")]
    [InlineData("L. Zorgdrager", "register-contact")]
    [InlineData("B. Kamerling", "register-contact")]
    [InlineData("D. Oudhof", "register-contact")]
    [InlineData("K. Inwoner", "register-contact")]
    [InlineData("E. Voorbij", "register-contact")]
    [InlineData("R. Onderdelinden", "block-account register-contact")]
    [InlineData("S. Voogdt", "register-contact")]
    [InlineData("C. Beschermer", "register-contact")]
    [InlineData("T. Schuldink", "register-contact")]
    [InlineData("B. Koudijs", "register-contact")]
    public Task Refusal_WithTheReplySeenOrTold_EndsAtKlaar(string name, string effects) =>
        SendAsync(name, ActivationState.Refused, effects);

    [Theory]
    [InlineData("A. Overdracht", "set-preference delete-account create-account " + Mail)]
    [InlineData("R. Rechtop", "set-preference " + Mail)]
    [InlineData("G. Grendel", "set-preference unblock-account delete-account create-account " + Mail)]
    [InlineData("P. Leegwater", "correct-contacts set-preference create-account " + Mail)]
    [InlineData("S. Wissels", "correct-contacts set-preference " + Mail)]
    [InlineData("I. Eigenaar", "correct-contacts set-preference " + Mail)]
    public Task Administrator_AfterProof_GetsTheCode(string name, string effects) =>
        SendAsync(name, ActivationState.SentByEmail, effects);

    [Fact]
    public void EverySeed_IsHandled_HereOrOnHold()
    {
        var handled = new[] { typeof(EverySeedTests), typeof(EverySeedOnHoldTests) }.SelectMany(SeededNames.HandledBy);

        Assert.Equal(SandboxSeeds.Requests.Select(one => one.Naam).Order(), handled.Order());
    }

    private async Task SendAsync(string name, ActivationState end, string effects)
    {
        var seed = SandboxSeeds.Requests.Single(one => one.Naam == name);
        Assert.Null(seed.ExpectedHold);
        var atDesk = await TakeAsync(name);
        if (seed.NeedsIdentityProof)
        {
            Assert.Equal(Row.D13, (await atDesk.NowAsync()).Verdict?.Row);
            await atDesk.ProveAsync();
        }

        await atDesk.AgreeAsync();
        await atDesk.EndsAsync(end, effects);

        Assert.Equal(seed.ExpectedRow, (await atDesk.NowAsync()).Verdict?.Row.ToString());
    }

    private Task<CaseAtDesk> TakeAsync(string name) => CaseAtDesk.TakeAsync(work.Desk, work.App, name);
}
