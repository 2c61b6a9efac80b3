using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Viewpoint;

/// <summary>Viewpoint, the housing ERP, speaking VERA 4.3: which process APIs and resources there are.</summary>
internal sealed class ViewpointSandbox : SimulatedSystem
{
    private readonly ViewpointAccess _access;

    public ViewpointSandbox(SandboxWorld world, ViewpointSandboxOptions options)
    {
        _access = new(options, world.Time);
        var lists = new VeraLists(world, options);
        var registrations = new VeraRegistrations(world);
        Routes =
        [
            new("POST", "/oauth/token", _access.Token) { TakesText = true },
            .. VeraResource.All.SelectMany(resource => new SandboxRoute[]
            {
                new("GET", resource.Path, request => lists.Page(request, resource)),
                new("GET", resource.Path + "/{id}", request => lists.One(request, resource)),
            }),
            new("PATCH", VeraResource.Relaties.Path + "/{id}", new ContactMerge(world).Merge),
            new("POST", VeraResource.Contactmomenten.Path, registrations.Contact),
            new("POST", VeraResource.Informatieobjecten.Path, registrations.Document),
        ];
    }

    public override string Name => "viewpoint";

    public override IReadOnlyList<SandboxRoute> Routes { get; }

    /// <summary>VERA's error message.</summary>
    public static SandboxReply Foutbericht(int status, string code, string omschrijving) =>
        new(status, new JsonObject { ["code"] = code, ["omschrijving"] = omschrijving });

    public override SandboxReply? Refuse(SandboxRequest request) => _access.Refuse(request);

    public override SandboxReply Error(int status, string code, string message) =>
        status == 404 ? new(404) : Foutbericht(status, code, message);
}
