using System.Text.Json.Nodes;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Sandbox.World;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Every effect of the port, as the simulator's ledger has it.</summary>
public sealed class ViewpointWritingTests
{
    private const string ToAdministrator = "Activatiecode klantportaal per e-mail aan de bewindvoerder verstuurd";

    private static readonly DateTimeOffset At = new(2026, 9, 7, 10, 15, 0, TimeSpan.FromHours(2));

    [Fact]
    public async Task CorrectContacts_OwnAddressMoves_AndBothStand()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D17", "own");
        var own = Assert.Single(Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.Emails);
        var correction = new ContactCorrection(
            new EmailContact(own.Id, true, Email("post@balansbewind.example")), new EmailContact(null, false, own.Address));

        Done(await bench.Viewpoint.CorrectContactsAsync(party, correction, Key(), Cancellation));
        Done(await bench.Viewpoint.CorrectContactsAsync(party, correction, Key(), Cancellation));

        var entry = Assert.Single(bench.Server.Ledger);
        Assert.Equal(
            (SandboxEffects.CorrectContacts, party, Key().ToString()), (entry.Effect, entry.Subject, entry.IdempotencyKey));
        var emails = Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.Emails;
        Assert.Equal(
            [(true, Email("post@balansbewind.example")), (false, own.Address)],
            emails.Select(one => (one.IsPrivate, one.Address)));
    }

    [Theory]
    [InlineData("geen adres", "GEV", false)]
    [InlineData("iemand@mens.example", "GEV", false)]
    [InlineData("POST@balansbewind.example", "GEV", true)]
    [InlineData("iemand@mens.example", "ONG", true)]
    public async Task CorrectContacts_SomethingStandsThereThatIsNotNamed_IsNotOverwritten(string value, string status, bool mayGo)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D17", "empty");
        await bench.ChangeAsync(new
        {
            kind = "contact",
            detailSoort = "PRI",
            waarde = value,
            status,
            relatienummer = SandboxFixture.NumberOf("D17", "empty"),
        });
        var correction = new ContactCorrection(new EmailContact(null, true, Email("post@balansbewind.example")), null);

        var outcome = await bench.Viewpoint.CorrectContactsAsync(party, correction, Key(), Cancellation);

        if (mayGo)
            Done(outcome);
        else
            Assert.Equal(new EffectOutcome<NoResult>.Refused("ander-contactgegeven"), outcome);
        Assert.Equal(mayGo ? 1 : 0, bench.Server.Ledger.Count);
    }

    [Fact]
    public async Task CorrectContacts_UnknownPartyOrContact_IsRefused()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D17", "empty");
        var correction = new ContactCorrection(new EmailContact("1", true, Email("a@b.example")), null);

        Assert.Equal(
            new EffectOutcome<NoResult>.Refused("onbekende-relatie"),
            await bench.Viewpoint.CorrectContactsAsync("1", correction, Key(), Cancellation));
        Assert.Equal(
            new EffectOutcome<NoResult>.Refused("contactgegeven"),
            await bench.Viewpoint.CorrectContactsAsync(party, correction, Key(), Cancellation));
        Assert.Empty(bench.Server.Ledger);
    }

    [Fact]
    public async Task RegisterLetter_InTheDossier_IsFoundByItsReferenceOnly()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D25");
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation))!;

        Done(await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(), party, dossier, At), Cancellation));

        Assert.Equal(ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindLetterAsync(Key(), party, Cancellation)));
        Assert.Equal(ReferenceMatch.Nothing, Answer(await bench.Viewpoint.FindLetterAsync(Key(2), party, Cancellation)));
        var letter = await RegisteredAsync(bench, "informatieobjecten");
        Assert.Equal("Brief met activatiecode klantportaal verstuurd", (string?)letter["titel"]);
        Assert.Equal(
            ("DOC", "2026-09-07T08:15:00Z", dossier, party, "NAT"),
            ((string?)letter["soort"]!["code"], (string?)letter["registratiedatum"], (string?)letter["dossiers"]![0]!["id"],
                (string?)letter["relaties"]![0]!["id"], (string?)letter["relaties"]![0]!["soort"]!["code"]));
        Assert.Equal(
            (SandboxEffects.RegisterDocument, Key().ToString(), Key().ToString()),
            (bench.Server.Ledger[0].Effect, bench.Server.Ledger[0].Reference, bench.Server.Ledger[0].IdempotencyKey));
    }

    [Fact]
    public async Task RegisteredKeys_OfLettersAndContacts_AreThoseOfTheCaseAndTheParty()
    {
        await using var bench = await StartAsync();
        var (party, other) = (await bench.PartyAsync("D25"), await bench.PartyAsync("D22"));
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation))!;
        var pointers = new[] { new { id = party, soort = new { code = "NAT" } } };
        Done(await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(), party, dossier, At), Cancellation));
        Done(await RegisterAsync(Key(2), party));
        Done(await RegisterAsync(Key(3), other));
        Done(await RegisterAsync(FixedEpoch.Key(CaseNumber.Of(2026, 2), 1), party));
        // Of Viewpoint's own, without a code or with one that is none of ours.
        foreach (var resource in new[] { "informatieobjecten", "contactmomenten" })
        {
            await bench.AddAsync(resource, new { relaties = pointers });
            await bench.AddAsync(resource, new { code = "", relaties = pointers });
            await bench.AddAsync(resource, new { code = "BRIEF-1", relaties = pointers });
        }

        var number = CaseNumber.Of(2026, 1);
        Assert.Equal([Key(), Key(2)], Answer(await bench.Viewpoint.RegisteredKeysAsync(number, party, Cancellation)));
        Assert.Equal([Key(3)], Answer(await bench.Viewpoint.RegisteredKeysAsync(number, other, Cancellation)));

        Task<EffectOutcome<NoResult>> RegisterAsync(EffectKey key, string who) => bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(key, who, ContactSubject.Refusal, Channel.Mailbox, At, null), Cancellation);
    }

    [Theory]
    [InlineData("/bdo/**")]
    [InlineData("/brg/v4/contactmomenten")]
    public async Task RegisteredKeys_OfWhichOneListIsSilent_AreUnknown(string path)
    {
        await using var bench = await StartAsync();
        bench.Script(FaultKind.MalformedJson, path);
        Assert.IsType<Reply<IReadOnlyList<EffectKey>>.NotAnswered>(
            await bench.Viewpoint.RegisteredKeysAsync(CaseNumber.Of(2026, 1), await bench.PartyAsync("D25"), Cancellation));
    }

    [Theory]
    [InlineData(ContactSubject.CodeByEmail, Channel.Mailbox, "EMA", "Activatiecode klantportaal per e-mail verstuurd")]
    [InlineData(ContactSubject.CodeToAdministrator, Channel.Website, "EMA", ToAdministrator)]
    [InlineData(ContactSubject.Refusal, Channel.Phone, "TEL", "Aanvraag activatiecode klantportaal afgewezen")]
    [InlineData(ContactSubject.Refusal, Channel.Counter, "BAL", "Aanvraag activatiecode klantportaal afgewezen")]
    public async Task RegisterContact_Subject_IsToldInDutch(ContactSubject subject, Channel told, string channel, string text)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D09");

        Done(await bench.Viewpoint.RegisterContactAsync(new ContactRecord(Key(), party, subject, told, At, null), Cancellation));

        var contact = await RegisteredAsync(bench, "contactmomenten");
        Assert.Equal(
            (text, channel, "UIT", "2026-09-07T08:15:00Z"),
            ((string?)contact["onderwerp"], (string?)contact["kanaal"]!["code"],
                (string?)contact["richting"]!["code"], (string?)contact["datum"]));
        var pointer = contact["relaties"]![0]!;
        Assert.Equal((party, "REC", null), ((string?)pointer["id"], (string?)pointer["soort"]!["code"], contact["dossier"]));
        Assert.Equal(
            ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindContactAsync(Key(), party, told, Cancellation)));
        Assert.Equal(
            ReferenceMatch.Nothing, Answer(await bench.Viewpoint.FindContactAsync(Key(2), party, told, Cancellation)));
    }

    [Fact]
    public async Task RegisterContact_WithDossierOrWithoutSuchAParty_PointsAtItOrIsRefused()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation));

        Assert.Equal(new EffectOutcome<NoResult>.Refused("onbekende-relatie"), await RegisterAsync("1", null));
        Assert.Equal(new EffectOutcome<NoResult>.Refused("bericht"), await RegisterAsync(party, "1"));
        Assert.Empty(bench.Server.Ledger);
        Done(await RegisterAsync(party, dossier));
        Assert.Equal(dossier, (string?)(await RegisteredAsync(bench, "contactmomenten"))["dossier"]!["id"]);

        Task<EffectOutcome<NoResult>> RegisterAsync(string id, string? file) => bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(), id, ContactSubject.Refusal, Channel.Mailbox, At, file), Cancellation);
    }

    [Fact]
    public async Task FindLetter_OfAnotherPartyDossierOrKind_IsOfAnother()
    {
        await using var bench = await StartAsync();
        var (party, other) = (await bench.PartyAsync("D25"), await bench.PartyAsync("D22"));
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation))!;
        var elsewhere = Answer(await bench.Viewpoint.FindDossierAsync(other, Cancellation))!;
        Done(await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(), party, dossier, At), Cancellation));
        Done(await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(2), party, elsewhere, At), Cancellation));

        Assert.Equal(ReferenceMatch.OfAnother, Answer(await bench.Viewpoint.FindLetterAsync(Key(), other, Cancellation)));
        Assert.Equal(ReferenceMatch.OfAnother, Answer(await bench.Viewpoint.FindLetterAsync(Key(2), party, Cancellation)));
        bench.Server.Script(new()
        {
            Fault = FaultKind.UnknownCode,
            Path = "**/informatieobjecten",
            Fields = ["soort"],
            Times = 1,
        });
        Assert.Equal(ReferenceMatch.OfAnother, Answer(await bench.Viewpoint.FindLetterAsync(Key(), party, Cancellation)));
    }

    [Fact]
    public async Task FindContact_OfAnotherPartyOrChannel_IsOfAnother()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D09");
        Done(await bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(), party, ContactSubject.Refusal, Channel.Phone, At, null), Cancellation));

        Assert.Equal(
            ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindContactAsync(Key(), party, Channel.Phone, Cancellation)));
        Assert.Equal(
            ReferenceMatch.OfAnother, Answer(await bench.Viewpoint.FindContactAsync(Key(), "1", Channel.Phone, Cancellation)));
        Assert.Equal(
            ReferenceMatch.OfAnother,
            Answer(await bench.Viewpoint.FindContactAsync(Key(), party, Channel.Mailbox, Cancellation)));
    }

    [Theory]
    [InlineData("relaties")]
    [InlineData("kanaal")]
    [InlineData("richting")]
    public async Task FindContact_AnswerDoesNotSayWhose_CannotBeCompared(string missing)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D09");
        Done(await bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(), party, ContactSubject.Refusal, Channel.Phone, At, null), Cancellation));
        bench.Server.Script(new() { Fault = FaultKind.MissingFields, Fields = [missing] });

        Assert.Equal(
            ReferenceMatch.CannotCompare,
            Answer(await bench.Viewpoint.FindContactAsync(Key(), party, Channel.Phone, Cancellation)));
    }

    [Fact]
    public async Task IsRegistered_WhereItCannotBeAsked_IsNoAnswer()
    {
        await using var bench = await StartAsync(new SandboxOptions { Viewpoint = new() { QueryByReference = false } });
        Silent(FailureReason.Nonsense, await bench.Viewpoint.FindLetterAsync(Key(), "1", Cancellation));
        Silent(FailureReason.Nonsense, await bench.Viewpoint.FindContactAsync(Key(), "1", Channel.Mailbox, Cancellation));
    }

    private static void Done(EffectOutcome<NoResult> outcome) => Assert.IsType<EffectOutcome<NoResult>.Done>(outcome);

    private static async Task<JsonNode> RegisteredAsync(ViewpointBench bench, string resource) =>
        Assert.Single((await SandboxFixture.Json(bench.Sandbox.Control("GET", $"state/viewpoint/{resource}"))).AsArray())!;
}
