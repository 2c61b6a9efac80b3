using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>What people look tenants up by, answered by the simulator, and what is not believed of an answer.</summary>
public sealed class TenantLookupTests
{
    [Fact]
    public async Task Find_ByNumberAddressTelephoneAndStreet_IsTheSamePerson()
    {
        await using var bench = await StartAsync();
        var unit = Answer(await bench.Viewpoint.FindUnitsAsync(Address("5611CD", "12"), Cancellation)).Single();
        var party = Assert.Single(Answer(await bench.Viewpoint.FindPartiesAsync("Mailstra", Cancellation)));
        Assert.True(EmailAddress.TryParse("E.MAILSTRA@postvak.example", out var email));
        Assert.True(TelephoneNumber.TryParse("+31 6 20304050", out var telephone));
        Assert.True(HouseNumber.TryParse("12", out var number));

        Assert.Equal(party.Id, Answer(await bench.Lookup.FindByCodeAsync(party.Code, Cancellation)).Single().Id);
        Assert.Equal(party.Id, Answer(await bench.Lookup.FindByEmailAsync(email, Cancellation)).Single().Id);
        Assert.Equal(party.Id, Answer(await bench.Lookup.FindByTelephoneAsync(telephone, Cancellation)).Single().Id);
        Assert.Equal(
            unit.Id, Answer(await bench.Lookup.FindUnitsInStreetAsync("merelSTRAAT", number, Cancellation)).Single().Id);
        Assert.Equal(["06-20304050"], Answer(await bench.Lookup.TelephonesAsync(party.Id, Cancellation)));
    }

    [Fact]
    public async Task TelephonesAsync_NobodyOrNone_IsNothing()
    {
        await using var bench = await StartAsync();

        Assert.Empty(Answer(await bench.Lookup.TelephonesAsync("999999", Cancellation)));
        Assert.Empty(Answer(await bench.Lookup.TelephonesAsync(await bench.PartyAsync("D07", "ended"), Cancellation)));
    }

    [Fact]
    public async Task FindByCode_AnotherThanAsked_IsNoAnswer()
    {
        await using var canned = await CannedViewpoint.StartAsync(
            """[{ "id": "7", "code": "800002", "soort": { "code": "NAT" } }]""");

        Assert.IsType<Reply<IReadOnlyList<Party>>.NotAnswered>(await canned.Lookup.FindByCodeAsync("800001", Cancellation));
        Assert.IsType<Reply<IReadOnlyList<Party>>.Answered>(await canned.Lookup.FindByCodeAsync("800002", Cancellation));
    }
}
