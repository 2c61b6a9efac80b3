using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Control;

/// <summary>What the systems hold now. Codes are shown as their hash, never as they are.</summary>
internal sealed class ControlState(SandboxWorld world)
{
    private static readonly string[] NameParts = ["initialen", "tussenvoegsels", "achternaam"];

    public SandboxReply Show(string path, SandboxRequest request) => path.Split('/') switch
    {
        [_] => new(200, new JsonArray([.. world.State.Of("relaties").Select(Person)])),
        [_, "people", var number] =>
            OrAbsent(world.State.Of("relaties").Where(party => party.Text("code") == number).Select(Person)),
        [_, "umbrella"] => new(200, new JsonArray([.. world.State.Customers.Select(Customer)])),
        [_, "umbrella", var klantId] =>
            OrAbsent(world.State.Customers.Where(customer => customer.KlantId == klantId).Select(Customer)),
        [_, "viewpoint", var resource] =>
            new(200, new JsonArray([.. world.State.Of(resource).Select(message => message.DeepClone())])),
        [_, "viewpoint", var resource, var id] => OrAbsent([world.State.Find(resource, id)?.DeepClone()]),
        [_, "postex"] => new(200, Postex()),
        [_, "mailbox"] => new(200, Mailbox()),
        _ => new(404),
    };

    private static SandboxReply OrAbsent(IEnumerable<JsonNode?> found) =>
        found.FirstOrDefault() is { } one ? new(200, one) : new(404);

    private JsonNode Person(JsonObject party)
    {
        var id = party.Text("id");
        var number = party.Text("code");
        bool About(JsonObject message) => message.Items("relaties").Any(one => one.Text("id") == id);
        JsonArray Ids(string resource) =>
            [.. world.State.Of(resource).Where(About).Select(message => (JsonNode?)message.Text("id"))];
        return new JsonObject
        {
            ["id"] = id,
            ["relatienummer"] = number,
            ["naam"] = party.Text("naam")
                ?? string.Join(' ', NameParts.Select(part => party.Text(part)).Where(part => part is not null)),
            ["overeenkomsten"] = Ids("overeenkomsten"),
            ["dossiers"] = Ids("dossiers"),
            ["contactmomenten"] = Ids("contactmomenten"),
            ["informatieobjecten"] = Ids("informatieobjecten"),
            ["klanten"] = new JsonArray([.. world.State.Customers.Where(one => one.Relatienummer == number).Select(Customer)]),
        };
    }

    private static JsonNode Customer(UmbrellaCustomer customer) => new JsonObject
    {
        ["klantId"] = customer.KlantId,
        ["naam"] = customer.Naam,
        ["relatienummer"] = customer.Relatienummer,
        ["storing"] = customer.Storing,
        ["account"] = customer.Account is not { } account ? null : new JsonObject
        {
            ["accountId"] = account.AccountId,
            ["status"] = account.Status,
            ["emailadres"] = account.Emailadres,
            ["blokkadeReden"] = account.BlokkadeReden,
            ["codeHash"] = account.Code is { } code ? SandboxWorld.Hash(code.Value) : null,
            ["codeVerlooptOp"] = account.Code?.ExpiresAt,
        },
    };

    private JsonArray Mailbox() => new([.. world.State.Mailbox.Mails.Select(mail => (JsonNode)new JsonObject
    {
        ["folder"] = world.State.Mailbox.Folder(mail.FolderId)?.Name,
        ["messageId"] = mail.MessageId,
        ["subject"] = mail.Subject,
        ["to"] = new JsonArray([.. mail.To.Select(to => JsonValue.Create(to))]),
        ["isDraft"] = mail.IsDraft,
    })]);

    private JsonObject Postex() => new()
    {
        ["preferences"] = new JsonObject(world.State.Preferences.Select(pair => KeyValuePair.Create(pair.Key,
            (JsonNode?)new JsonObject { ["channel"] = pair.Value.Channel, ["email"] = pair.Value.Email }))),
        ["sessions"] = new JsonArray([.. world.State.Sessions.Select(session => (JsonNode)new JsonObject
        {
            ["id"] = session.Id,
            ["reference"] = session.Reference,
            ["polls"] = session.Polls,
            ["failed"] = session.Failed,
        })]),
    };
}
