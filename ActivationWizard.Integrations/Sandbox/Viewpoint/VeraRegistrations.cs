using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>What is added to Viewpoint. Our reference is not unique there: the same POST twice gives two.</summary>
internal sealed class VeraRegistrations(SandboxWorld world)
{
    public SandboxReply Contact(SandboxRequest request)
    {
        var dossier = request.Object?["dossier"].Text("id");
        var fault = VeraShape.RegistrationFault(request.Object) ?? Absent(request)
            ?? (dossier is null || world.State.Find("dossiers", dossier) is not null ? null : "The dossier does not exist.");
        return fault is null
            ? Added(request, VeraResource.Contactmomenten, SandboxEffects.RegisterContact, request.Object.Code("kanaal"))
            : ViewpointSandbox.Foutbericht(400, "bericht", fault);
    }

    public SandboxReply Document(SandboxRequest request)
    {
        var fault = VeraShape.DocumentFault(request.Object) ?? Absent(request)
            ?? (request.Object.Items("dossiers").All(one => world.State.Find("dossiers", one.Text("id")) is not null)
                ? null : "The dossier does not exist.");
        return fault is null
            ? Added(request, VeraResource.Informatieobjecten, SandboxEffects.RegisterDocument, request.Object.Code("soort"))
            : ViewpointSandbox.Foutbericht(400, "bericht", fault);
    }

    private string? Absent(SandboxRequest request) =>
        request.Object.Items("relaties").All(party => world.State.Find("relaties", party.Text("id")) is not null)
            ? null : "A relatie does not exist.";

    private SandboxReply Added(SandboxRequest request, VeraResource resource, string effect, string? detail)
    {
        var message = new JsonObject { ["id"] = world.State.NextId() };
        foreach (var (name, value) in request.Object!) message[name] = value?.DeepClone();
        world.State.Of(resource.Name).Add(message);
        world.Record(request, effect, message.Items("relaties").First().Text("id")!, entry => entry with
        {
            Reference = message.Text("code"),
            Detail = detail,
        });
        return new SandboxReply(201, message.DeepClone())
            .With("Location", $"{request.Origin}{resource.Path}/{message.Text("id")}");
    }
}
