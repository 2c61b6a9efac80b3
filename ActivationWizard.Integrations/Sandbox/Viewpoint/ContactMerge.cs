using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>
/// PATCH of a party's <c>contactgegevens</c>. An item with an id changes that one; without, the only one of the same
/// soort and detailSoort; else it is added. The others stay.
/// </summary>
internal sealed class ContactMerge(SandboxWorld world)
{
    public SandboxReply Merge(SandboxRequest request)
    {
        if (world.State.Find("relaties", request["id"]) is not { } party) return new(404);
        if (request.Object is not { } body || VeraShape.ContactsFault(body) is not null)
            return ViewpointSandbox.Foutbericht(400, "bericht", VeraShape.ContactsFault(request.Object) ?? "There is no body.");

        var merged = party["contactgegevens"]?.DeepClone().AsArray() ?? [];
        foreach (var wanted in body.Items("contactgegevens"))
            if (!Apply(merged, wanted))
                return ViewpointSandbox.Foutbericht(400, "contactgegeven", "The party has no contactgegeven with this id.");

        if (JsonNode.DeepEquals(merged, party["contactgegevens"])) return new(200);
        party["contactgegevens"] = merged;
        world.Record(request, SandboxEffects.CorrectContacts, request["id"], entry => entry with
        {
            Detail = string.Join(", ", merged
                .OfType<JsonObject>().Select(one => $"{one.Code("soort")}/{one.Code("detailSoort")}")),
        });
        return new(200);
    }

    private bool Apply(JsonArray contacts, JsonObject wanted)
    {
        var target = Target(contacts, wanted);
        if (target is null && wanted.Text("id") is not null) return false;
        if (target is null) contacts.Add(target = new JsonObject { ["id"] = world.State.NextId() });

        foreach (var (name, value) in wanted)
            target[name] = value?.DeepClone();
        target["status"] = new JsonObject { ["code"] = "GEV" };
        return true;
    }

    private static JsonObject? Target(JsonArray contacts, JsonObject wanted)
    {
        if (wanted.Text("id") is { } id) return contacts.OfType<JsonObject>().FirstOrDefault(one => one.Text("id") == id);
        var same = contacts.OfType<JsonObject>()
            .Where(one => one.Code("soort") == wanted.Code("soort"))
            .Where(one => one.Code("detailSoort") == wanted.Code("detailSoort"))
            .ToList();
        return same.Count == 1 ? same[0] : null;
    }
}
