using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// A Microsoft 365 mailbox over Graph v1.0, as far as the wizard uses it and from what Microsoft publishes about it: tokens,
/// folders, messages, drafts in MIME, sending. https://learn.microsoft.com/graph/api/resources/message
/// </summary>
internal sealed class MailboxSandbox : SimulatedSystem
{
    private const string User = "/v1.0/users/{user}";
    private readonly MailboxAccess _access;

    public MailboxSandbox(SandboxWorld world, MailboxSandboxOptions options)
    {
        _access = new(options, world.Time);
        var folders = new GraphFolders(world, options);
        var messages = new GraphMessages(world, options);
        var drafts = new GraphDrafts(world, options, messages);
        Routes =
        [
            new("POST", "/oauth2/v2.0/token", _access.Token) { TakesText = true },
            new("GET", User + "/mailFolders", folders.Roots),
            new("POST", User + "/mailFolders", folders.Make),
            new("GET", User + "/mailFolders/{folder}", folders.One),
            new("GET", User + "/mailFolders/{folder}/childFolders", folders.Children),
            new("POST", User + "/mailFolders/{folder}/childFolders", folders.Make),
            new("GET", User + "/mailFolders/{folder}/messages", messages.InFolder),
            new("GET", User + "/messages", messages.Everywhere),
            new("POST", User + "/messages", drafts.Create) { TakesText = true },
            new("GET", User + "/messages/{id}", messages.One),
            new("PATCH", User + "/messages/{id}", drafts.Change),
            new("GET", User + "/messages/{id}/$value", messages.Mime),
            new("POST", User + "/messages/{id}/createReply", drafts.CreateReply) { TakesText = true },
            new("POST", User + "/messages/{id}/send", drafts.Send),
            new("POST", User + "/messages/{id}/move", messages.Move),
        ];
    }

    public override string Name => "mailbox";

    public override IReadOnlyList<SandboxRoute> Routes { get; }

    /// <summary>Graph's error body.</summary>
    public static SandboxReply Fault(int status, string code, string message) => new(status, new JsonObject
    {
        ["error"] = new JsonObject
        {
            ["code"] = code,
            ["message"] = message,
            ["innerError"] = new JsonObject { ["request-id"] = Guid.NewGuid().ToString() },
        },
    });

    public static SandboxReply NotFound() => Fault(404, "ErrorItemNotFound", "The specified object was not found in the store.");

    public override SandboxReply? Refuse(SandboxRequest request) => _access.Refuse(request);

    public override SandboxReply Error(int status, string code, string message) => Fault(status, code, message);
}
