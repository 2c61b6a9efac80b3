using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.Seeds;
using ActivationWizard.Integrations.Sandbox.Umbrella;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Control;

/// <summary>Changes at the source, as a colleague, a tenant or time would make them. None of them is in the ledger.</summary>
internal sealed class ControlChanges(SandboxWorld world)
{
    public void Apply(SandboxRequest request)
    {
        var change = request.Object ?? throw new SandboxChangeException("A change is expected, with its kind.");
        Action<JsonObject> act = change.Text("kind") switch
        {
            "contact" => Contact,
            "flag" => Flag,
            "arrangement" => Arrangement,
            "preference" => Preference,
            "sign-in" => SignIn,
            "account" => Account,
            "code" => Code,
            "outage" => one => Customer(one).Storing = one["on"]?.GetValue<bool>() ?? true,
            "merge" => Merge,
            "add" => Add,
            "mail" => Mail,
            "another" => one => AnotherResident.Settle(world.State, Party(one), Needed(one, "as")),
            var kind => throw new SandboxChangeException($"There is no change of kind {kind}."),
        };
        act(change);
        world.Changed();
    }

    private void Contact(JsonObject change)
    {
        var party = Party(change);
        var kind = Needed(change, "detailSoort");
        var contacts = new JsonArray([.. party.Items("contactgegevens")
            .Where(one => one.Code("soort") != "EMA" || one.Code("detailSoort") != kind).Select(one => one.DeepClone())]);
        if (change.Text("waarde") is { } address)
            contacts.Add(VeraMessages.Email(world.State.NextId(), kind, address, change.Text("status") ?? "GEV"));
        party["contactgegevens"] = contacts;
    }

    private void Flag(JsonObject change) => world.State.Of("signaleringen").Add(VeraMessages.Flag(
        world.State.NextId(), Party(change), Needed(change, "detailSoort"), change.Text("status") ?? "ACT", world.Now));

    private void Arrangement(JsonObject change)
    {
        var party = Party(change).Text("id");
        var agreement = world.State.Of("overeenkomsten")
            .FirstOrDefault(one => one.Items("relaties").Any(other => other.Text("id") == party))
            ?? throw new SandboxChangeException("The party has no agreement.");
        world.State.Of("betalingsregelingen").Add(VeraMessages.Arrangement(
            world.State.NextId(), agreement.Text("id")!, change.Text("status") ?? "ACT", DateOnly.FromDateTime(world.Now.Date)));
    }

    private void Preference(JsonObject change) =>
        world.State.Preferences[Needed(change, "relatienummer")] = new(Needed(change, "channel"), change.Text("email"));

    private void SignIn(JsonObject change)
    {
        var account = Customer(change).LivingAccount ?? throw new SandboxChangeException("There is no account.");
        (account.Status, account.Code) = ("GEA", null);
        account.Version++;
    }

    private void Account(JsonObject change)
    {
        var customer = Customer(change);
        var status = change.Text("status");
        customer.Account = status is null ? null : new()
        {
            AccountId = customer.Account?.AccountId ?? "A" + world.State.NextId(),
            Status = status,
            Emailadres = change.Text("emailadres") ?? customer.Account?.Emailadres,
            BlokkadeReden = status == "GEB" ? "Gewijzigd in de zandbak" : null,
            Code = customer.Account?.Code,
            Version = (customer.Account?.Version ?? 0) + 1,
        };
    }

    private void Code(JsonObject change)
    {
        var account = Customer(change).LivingAccount ?? throw new SandboxChangeException("There is no account.");
        var value = change.Text("value") ?? account.Code?.Value ?? UmbrellaActivation.NewCode();
        account.Code = change["days"] is JsonValue days ? new(value, world.Now.AddDays(days.GetValue<double>())) : null;
        account.Version++;
    }

    private void Merge(JsonObject change)
    {
        var message = world.State.Find(Needed(change, "resource"), change.Text("id"))
            ?? throw new SandboxChangeException("There is no such message.");
        foreach (var (name, value) in change["merge"] as JsonObject ?? [])
            if (value is null) message.Remove(name);
            else message[name] = value.DeepClone();
    }

    private void Add(JsonObject change)
    {
        var message = change["message"]?.DeepClone() as JsonObject ?? throw new SandboxChangeException("message is missing.");
        message["id"] ??= world.State.NextId();
        world.State.Of(Needed(change, "resource")).Add(message);
    }

    private void Mail(JsonObject change)
    {
        var mime = Convert.FromBase64String(Needed(change, "mime"));
        var folder = world.State.Mailbox.Folder(change.Text("folder") ?? "inbox")
            ?? throw new SandboxChangeException("There is no such folder.");
        world.State.Mailbox.Receive(mime, folder.Id, world.State.NextId(), world.Now);
    }

    private JsonObject Party(JsonObject change) =>
        world.State.Of("relaties").FirstOrDefault(party => party.Text("code") == Needed(change, "relatienummer"))
            ?? throw new SandboxChangeException("There is no party with this relatienummer.");

    private UmbrellaCustomer Customer(JsonObject change) =>
        world.State.Customers.FirstOrDefault(customer => customer.Relatienummer == Needed(change, "relatienummer"))
            ?? throw new SandboxChangeException("There is no customer with this relatienummer.");

    private static string Needed(JsonObject change, string name) =>
        change.Text(name) ?? throw new SandboxChangeException($"{name} is missing.");
}
