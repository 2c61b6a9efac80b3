using System.Net;
using ActivationWizard.Integrations.Sandbox;
using ActivationWizard.Integrations.Sandbox.World;
using Xunit;
using static ActivationWizard.Tests.Integrations.Sandbox.ViewpointReadTests;
using static ActivationWizard.Tests.Kit.Systems.SandboxFixture;

namespace ActivationWizard.Tests.Integrations.Sandbox;

public sealed class ViewpointWriteTests
{
    [Fact]
    public async Task Contacts_WithoutId_ChangeTheOnlyOneOfTheirKindAndAddTheOther()
    {
        await using var sandbox = await StartAsync();
        var path = "brg/v4/relaties/" + (string?)(await sandbox.Person(NumberOf("D17", "own")))["id"];
        using var answer = await sandbox.Viewpoint(
            "PATCH", path, Contacts(("PRI", "post@balansbewind.example"), ("ZAK", "i.eigenaar@mail.example")));
        await Status(HttpStatusCode.OK, sandbox.Viewpoint("PATCH", path, Contacts(("PRI", "post@balansbewind.example"))));

        Assert.Equal((HttpStatusCode.OK, ""), (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation)));
        var contacts = (await Json(sandbox.Viewpoint("GET", path)))["contactgegevens"]!.AsArray();
        Assert.Equal(["PRI post@balansbewind.example", "ZAK i.eigenaar@mail.example"],
            contacts.Select(one => $"{one!["detailSoort"]!["code"]} {one["waarde"]}"));
        Assert.Equal(SandboxEffects.CorrectContacts, Assert.Single(sandbox.Server.Ledger).Effect);
    }

    [Fact]
    public async Task Contacts_WithId_ChangeThatOneOfSeveral()
    {
        await using var sandbox = await StartAsync();
        var path = "brg/v4/relaties/" + (string?)(await sandbox.Person(NumberOf("D15", "two")))["id"];
        var second = (string?)(await Json(sandbox.Viewpoint("GET", path)))["contactgegevens"]![1]!["id"];
        object Change(string? id) => new
        {
            contactgegevens = new[] { new { id, soort = new { code = "EMA" }, detailSoort = new { code = "ZAK" },
                waarde = "nieuw@mail.example" } },
        };
        await Status(HttpStatusCode.OK, sandbox.Viewpoint("PATCH", path, Change(second)));

        var changed = (await Json(sandbox.Viewpoint("GET", path)))["contactgegevens"]!;
        Assert.Equal(("ZAK", "nieuw@mail.example"),
            ((string?)changed[1]!["detailSoort"]!["code"], (string?)changed[1]!["waarde"]));
        Assert.Equal("PRI", (string?)changed[0]!["detailSoort"]!["code"]);
        await Foutbericht("contactgegeven", sandbox.Viewpoint("PATCH", path, Change("1")));
        await Status(HttpStatusCode.NotFound, sandbox.Viewpoint("PATCH", "brg/v4/relaties/1", Change("1")));
    }

    [Fact]
    public async Task Contacts_WithWhatVeraDoesNotKnow_AreRefused()
    {
        await using var sandbox = await StartAsync();
        var path = "brg/v4/relaties/" + (string?)(await sandbox.Person(NumberOf("D17")))["id"];
        await Foutbericht("bericht", sandbox.Viewpoint("PATCH", path, new { achternaam = "Anders" }));
        await Foutbericht("bericht", sandbox.Viewpoint("PATCH", path, Contacts(("XXX", "a@b.example"))));
        Assert.Empty(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Contact_OnceRegistered_IsFoundByOurReference()
    {
        await using var sandbox = await StartAsync();
        var party = await sandbox.Person(NumberOf("D22"));
        using var created = await sandbox.Viewpoint("POST", "brg/v4/contactmomenten", Contact(party, "AC-1"));
        var message = await Json(Task.FromResult(created), HttpStatusCode.Created);

        Assert.EndsWith("/brg/v4/contactmomenten/" + (string?)message["id"], created.Headers.Location!
            .ToString(), StringComparison.Ordinal);
        Assert.Equal(message.ToJsonString(), Assert.Single(await List(sandbox, "brg/v4/contactmomenten?code=AC-1"))!
            .ToJsonString());
        Assert.Empty(await List(sandbox, "brg/v4/contactmomenten?code=AC-2"));
        var entry = Assert.Single(sandbox.Server.Ledger);
        Assert.Equal((SandboxEffects.RegisterContact, (string?)party["id"], "AC-1", "EMA"),
            (entry.Effect, entry.Subject, entry.Reference, entry.Detail));
    }

    [Fact]
    public async Task Document_PostedTwice_IsThereTwice()
    {
        await using var sandbox = await StartAsync();
        var party = await sandbox.Person(NumberOf("D25"));
        var document = Document(party, (string?)party["dossiers"]![0]);
        await Status(HttpStatusCode.Created, sandbox.Viewpoint("POST", "bdo/v4/informatieobjecten", document));
        await Status(HttpStatusCode.Created, sandbox.Viewpoint("POST", "bdo/v4/informatieobjecten", document));

        Assert.Equal(2, (await List(sandbox, "bdo/v4/informatieobjecten?code=AC-1")).Count);
        Assert.All(sandbox.Server.Ledger, entry =>
            Assert.Equal((SandboxEffects.RegisterDocument, "AC-1"), (entry.Effect, entry.Reference)));
        await Foutbericht("bericht", sandbox.Viewpoint("POST", "bdo/v4/informatieobjecten", Document(party, "1")));
    }

    [Fact]
    public async Task Registration_AgainstVera_IsRefused()
    {
        await using var sandbox = await StartAsync();
        var party = await sandbox.Person(NumberOf("D22"));
        Task<HttpResponseMessage> Post(object body) => sandbox.Viewpoint("POST", "brg/v4/contactmomenten", body);

        await Foutbericht("bericht", Post(Contact(party, "AC-1", "2026-03-02T10:00:00+01:00")));
        await Foutbericht("bericht", Post(Contact(party, "AC-1", kanaal: "DUIF")));
        await Foutbericht("bericht", Post(Contact(party, "")));
        await Foutbericht("bericht", Post(new { code = "AC-1", inhoud = "x" }));
        await Foutbericht("ongeldig-verzoek", Post(new StringContent("{ half")));
        Assert.Empty(sandbox.Server.Ledger);
    }

    [Fact]
    public async Task Reference_WhenItCannotBeAskedFor_IsRefused()
    {
        await using var sandbox =
            await StartAsync(new() { Viewpoint = new ViewpointSandboxOptions { QueryByReference = false } });
        await Foutbericht("filter", sandbox.Viewpoint("GET", "brg/v4/contactmomenten?code=AC-1"));
    }

    private static object Contacts(params (string Kind, string Address)[] contacts) => new
    {
        contactgegevens = contacts.Select(one => new
        {
            soort = new { code = "EMA" },
            detailSoort = new { code = one.Kind },
            waarde = one.Address,
        }),
    };

    private static object Contact(
        System.Text.Json.Nodes.JsonNode party, string code, string datum = "2026-03-02T10:00:00Z", string kanaal = "EMA") => new
        {
            code,
            onderwerp = "Activatiecode verstuurd",
            kanaal = new { code = kanaal },
            richting = new { code = "UIT" },
            datum,
            relaties = new[] { new { id = (string?)party["id"], soort = new { code = "NAT" } } },
        };

    private static object Document(System.Text.Json.Nodes.JsonNode party, string? dossier) => new
    {
        code = "AC-1",
        titel = "263 activatiecode versturen Postex",
        soort = new { code = "DOC" },
        registratiedatum = "2026-03-02T10:00:00Z",
        dossiers = new[] { new { id = dossier } },
        relaties = new[] { new { id = (string?)party["id"], soort = new { code = "NAT" } } },
    };
}
