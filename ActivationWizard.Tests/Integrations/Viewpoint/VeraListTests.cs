using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Sandbox.Faults;
using ActivationWizard.Integrations.Viewpoint;
using static ActivationWizard.Tests.Integrations.Viewpoint.ViewpointBench;

namespace ActivationWizard.Tests.Integrations.Viewpoint;

/// <summary>Codes: the lists are the standard's, and one that is not in its list is known as such.</summary>
public sealed class VeraListTests
{
    [Fact]
    public void Lists_AreThoseOfTheStandard()
    {
        var standard = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Kit", "Vera", "Standard", "Referentiedata.csv"))
            .Skip(1)
            .Select(line => line.Split(';', 3))
            .ToLookup(fields => fields[0], fields => fields[1]);

        Assert.Equal(13, VeraList.All.Count);
        Assert.All(VeraList.All, list => Assert.Equal(standard[list.Name].Order(), list.Codes.Order()));
    }

    [Theory]
    [InlineData(FaultKind.UnknownCode, "ZZZ")]
    [InlineData(FaultKind.MissingFields, "")]
    public async Task Agreement_StatusOrKindThatIsNotListed_IsSaidToBe(FaultKind fault, string code)
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        bench.Script(fault, "/bog/**", fields: ["status"]);
        var agreement = Assert.Single(Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation)));
        Assert.Equal((new Coded(code, false), new Coded("HUU")), (agreement.Status, agreement.Kind));
    }

    [Theory]
    [InlineData(FaultKind.UnknownCode, "ZZZ")]
    [InlineData(FaultKind.MissingFields, "")]
    public async Task Arrangement_StatusThatIsNotListed_IsSaidToBe(FaultKind fault, string code)
    {
        await using var bench = await StartAsync();
        var agreement = Answer(await bench.Viewpoint.AgreementsOfPartyAsync(await bench.PartyAsync("D19"), Cancellation))[0].Id;
        bench.Script(fault);
        Assert.Equal([new Coded(code, false)], Answer(await bench.Viewpoint.ArrangementsAsync(agreement, Cancellation)));
    }

    [Fact]
    public async Task Flag_StatusOrDetailThatIsNotListed_IsSaidToBe()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D10", "flag");
        bench.Script(FaultKind.UnknownCode, fields: ["status"]);
        Assert.Equal([new Flag(new("CUR"), new("ZZZ", false))], Answer(await bench.Viewpoint.FlagsAsync(party, Cancellation)));
        bench.Server.ClearFaults();
        bench.Script(FaultKind.UnknownCode, fields: ["detailSoort"]);
        Assert.Equal([new Flag(new("ZZZ", false), new("ACT"))], Answer(await bench.Viewpoint.FlagsAsync(party, Cancellation)));
    }

    [Theory]
    [InlineData("BEW", "RELATIEROLSOORT", true)]
    [InlineData("BEW", "SIGNALERINGDETAILSOORT", true)]
    [InlineData("BEW", "OVEREENKOMSTSTATUS", false)]
    [InlineData("GEA", "OVEREENKOMSTSTATUS", true)]
    [InlineData("gea", "OVEREENKOMSTSTATUS", false)]
    public void Code_MeansSomethingInItsListOnly(string code, string list, bool listed) =>
        Assert.Equal(listed, VeraList.All.Single(one => one.Name == list).Codes.Contains(code));

    [Fact]
    public async Task Unit_KindThatIsNotListedOrAbsent_IsSaidToBe()
    {
        await using var bench = await StartAsync();
        var address = Address("5611CD", "12");
        bench.Script(FaultKind.UnknownCode, fields: ["soort"]);
        Assert.Equal(new Coded("ZZZ", false), Answer(await bench.Viewpoint.FindUnitsAsync(address, Cancellation))[0].Kind);
        bench.Server.ClearFaults();
        bench.Script(FaultKind.MissingFields, fields: ["soort"]);
        Assert.Null(Answer(await bench.Viewpoint.FindUnitsAsync(address, Cancellation))[0].Kind);
    }

    [Fact]
    public async Task Party_KindThatIsNotListed_IsSaidToBe()
    {
        await using var bench = await StartAsync();
        var party = await bench.PartyAsync("D22");
        bench.Script(FaultKind.UnknownCode, fields: ["soort"]);
        Assert.Equal(PartyParts.Kind, Answer(await bench.Viewpoint.ReadPartyAsync(party, Cancellation))!.Unreadable);
        var agreement = Assert.Single(Answer(await bench.Viewpoint.AgreementsOfPartyAsync(party, Cancellation)));
        Assert.True(Assert.Single(agreement.Parties).IsUnreadable);
    }
}
