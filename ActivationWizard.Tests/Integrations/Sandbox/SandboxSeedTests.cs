using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Seeds;
using Microsoft.Extensions.Time.Testing;
using Xunit;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class SandboxSeedTests
{
    public static TheoryData<string> Rows => [.. Enumerable.Range(1, 26).Select(row => $"D{row:00}"), "CustomerUnclear"];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Row_OfTheDecisionTable_HasARequest(string row) =>
        Assert.Contains(SandboxSeeds.Requests, request => request.ExpectedRow == row);

    [Fact]
    public void Requests_AreAllDifferentAndMadeUp()
    {
        Assert.InRange(SandboxSeeds.Requests.Count, 45, 80);
        Assert.Equal(SandboxSeeds.Requests.Count, SandboxSeeds.Requests.Select(request => request.MinutesAgo).Distinct().Count());
        Assert.All(SandboxSeeds.Requests, request =>
        {
            Assert.Matches("^[1-9][0-9]{3}[A-Z]{2}$", request.Postcode);
            Assert.Contains(request.Soort, (string[])["eerste", "nieuw"]);
            Assert.Contains(request.Kanaal, (string[])["website", "mailbox", "telefoon", "balie"]);
            Assert.True(request.Emailadres is null || request.Emailadres.EndsWith(".example", StringComparison.Ordinal));
        });
        foreach (var hold in new[] { "PreferenceNotPaper", "CustomerUnclear", "EmailNotSent" })
            Assert.Contains(SandboxSeeds.Requests, request => request.ExpectedHold == hold);
    }

    [Fact]
    public async Task Parties_BehindTheRequests_AreThereByNumber()
    {
        await using var sandbox = await StartAsync();
        foreach (var request in SandboxSeeds.Requests.Where(request => request.PartyNumber is not null))
            Assert.Equal(request.Naam, (string?)(await sandbox.Person(request.PartyNumber!))["naam"]);
    }

    [Fact]
    public async Task Dates_AreCountedFromToday()
    {
        var time = new FakeTimeProvider(new(2031, 12, 31, 23, 30, 0, TimeSpan.Zero));
        await using var sandbox = await StartAsync(time: time);
        var party = (string)(await sandbox.Person(NumberOf("D08")))["id"]!;
        var agreement = (await ViewpointReadTests.List(sandbox, "bog/v4/overeenkomsten?relaties.id=" + party))[0]!;
        Assert.Equal("2032-01-31", (string?)agreement["begindatum"]);
    }

    [Fact]
    public async Task Ids_AreStringsOfDigitsAndUnique()
    {
        await using var sandbox = await StartAsync();
        var ids = new List<string>();
        foreach (var resource in new[] { "eenheden", "overeenkomsten", "relaties", "signaleringen", "betalingsregelingen",
            "dossiers" })
            ids.AddRange((await Json(sandbox.Control("GET", "state/viewpoint/" + resource))).AsArray()
                .Select(one => (string)one!["id"]!));

        Assert.Equal(ids.Distinct(), ids);
        Assert.All(ids, id => Assert.Matches("^[0-9]+$", id));
    }

    [Fact]
    public async Task Canaries_StandWhereNothingMayBeKept()
    {
        await using var sandbox = await StartAsync();
        var people = (await Json(sandbox.Control("GET", "state/viewpoint/relaties"))).AsArray()
            .Where(one => (string?)one!["soort"]!["code"] == "NAT");
        Assert.All(people, one => Assert.Equal(SandboxSeeds.CanaryBsn, (string?)one!["bsn"]));
        JsonNode arrangements = await Json(sandbox.Control("GET", "state/viewpoint/betalingsregelingen"));
        Assert.All(arrangements.AsArray(), one => Assert.Equal(SandboxSeeds.CanaryAmount, (decimal)one!["bedrag"]!));
    }
}
