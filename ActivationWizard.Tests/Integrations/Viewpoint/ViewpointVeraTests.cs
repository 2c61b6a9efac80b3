using System.Globalization;
using System.Text.Json;
using ActivationWizard.Domain.Answers;
using ActivationWizard.Domain.Effects;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Systems;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Viewpoint's messages validate against the VERA files: what we send, and what the simulator answers.</summary>
public sealed class ViewpointVeraTests
{
    [Fact]
    public async Task Calls_OfEveryKind_AreByTheStandard()
    {
        await using var bench = await StartAsync();
        var tenant = await bench.PartyAsync("D17", "own");
        var dossier = Answer(await bench.Viewpoint.FindDossierAsync(tenant, Cancellation))!;
        var own = Answer(await bench.Viewpoint.ReadPartyAsync(tenant, Cancellation))!.Emails[0];

        await bench.Viewpoint.CorrectContactsAsync(
            tenant,
            new ContactCorrection(
                new EmailContact(own.Id, true, Email("post@balansbewind.example")), new EmailContact(null, false, own.Address)),
            Key(1),
            Cancellation);
        await bench.Viewpoint.RegisterLetterAsync(new LetterRecord(Key(2), tenant, dossier, FixedTime.Start), Cancellation);
        foreach (var (subject, told, sequence) in new[]
        {
            (ContactSubject.CodeByEmail, Channel.Mailbox, 3),
            (ContactSubject.CodeToAdministrator, Channel.Phone, 4),
            (ContactSubject.Refusal, Channel.Counter, 5),
        })
            await bench.Viewpoint.RegisterContactAsync(
                new ContactRecord(Key(sequence), tenant, subject, told, FixedTime.Start, dossier), Cancellation);
        Assert.Equal(ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindLetterAsync(Key(2), tenant, Cancellation)));
        Assert.Equal(
            ReferenceMatch.Ours, Answer(await bench.Viewpoint.FindContactAsync(Key(5), tenant, Channel.Counter, Cancellation)));
        Assert.Null(Answer(await bench.Viewpoint.ReadPartyAsync("1", Cancellation)));
        Assert.IsType<EffectOutcome<NoResult>.Refused>(await bench.Viewpoint.RegisterContactAsync(
            new ContactRecord(Key(6), tenant, ContactSubject.Refusal, Channel.Mailbox, FixedTime.Start, "1"), Cancellation));

        Assert.Equal(5, bench.Server.Ledger.Count);
        Assert.Empty(bench.Vera.Violations);
        Assert.Equal(bench.Server.Calls.Count(call => call.System == "viewpoint"), bench.Vera.Calls);
    }

    [Fact]
    public async Task Questions_AboutEverySeededPerson_AreByTheStandard()
    {
        await using var bench = await StartAsync();
        foreach (var request in SandboxSeeds.Requests)
        {
            var address = Address(request.Postcode, request.Huisnummer + request.Huisletter + request.Toevoeging);
            Answer(await bench.Viewpoint.FindPartiesAsync(request.Naam.Split(' ', 2)[^1], Cancellation));
            foreach (var unit in Answer(await bench.Viewpoint.FindUnitsAsync(address, Cancellation)))
                Answer(await bench.Viewpoint.AgreementsOfUnitAsync(unit.Id, Cancellation));
            if (request.PartyNumber is null)
                continue;

            var party = (string)(await bench.Sandbox.Person(request.PartyNumber))["id"]!;
            Assert.NotNull(Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation)));
            Answer(await bench.Viewpoint.FlagsAsync(party, Cancellation));
            Answer(await bench.Viewpoint.FindDossierAsync(party, Cancellation));
            foreach (var role in new[] { "BWI", "CUR" })
                Answer(await bench.Viewpoint.PartiesActingForAsync(party, role, Cancellation));
            foreach (var agreement in Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation)))
                Answer(await bench.Viewpoint.ArrangementsAsync(agreement.Id, Cancellation));
        }

        Assert.Empty(bench.Vera.Violations);
        Assert.Equal(bench.Server.Calls.Count(call => call.System == "viewpoint"), bench.Vera.Calls);
        Assert.True(bench.Vera.Calls > 500);
    }

    [Fact]
    public async Task Answers_HoldCitizensNumbersAndAmounts_AndTheyAreNotKept()
    {
        await using var bench = await StartAsync();
        var canaries = new[] { SandboxSeeds.CanaryBsn, SandboxSeeds.CanaryAmount.ToString(CultureInfo.InvariantCulture) };
        var party = await bench.PartyAsync("D18");
        var agreement = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation))[0];
        var read = JsonSerializer.Serialize(new object?[]
        {
            agreement,
            Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation)),
            Answer(await bench.Viewpoint.ArrangementsAsync(agreement.Id, Cancellation)),
        });

        var said = await Task.WhenAll(new[]
        {
            $"brg/v4/relaties/{party}",
            $"bog/v4/overeenkomsten/{agreement.Id}",
            $"inc/v4/betalingsregelingen?overeenkomst.id={agreement.Id}",
        }.Select(async path => (await SandboxFixture.Json(bench.Sandbox.Viewpoint("GET", path))).ToJsonString()));
        Assert.All(canaries, canary => Assert.Contains(said, text => text.Contains(canary, StringComparison.Ordinal)));
        Assert.All(canaries, canary => Assert.DoesNotContain(canary, read, StringComparison.Ordinal));
    }
}
