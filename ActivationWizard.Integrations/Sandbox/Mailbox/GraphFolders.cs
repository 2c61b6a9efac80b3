using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>The folders of the mailbox, by their id or by a name of Graph's own such as <c>inbox</c>.</summary>
internal sealed class GraphFolders(SandboxWorld world, MailboxSandboxOptions options)
{
    private SimulatedMailbox Box => world.State.Mailbox;

    public SandboxReply Roots(SandboxRequest request) => List(request, Box.Folder("msgfolderroot")!);

    public SandboxReply Children(SandboxRequest request) =>
        Box.Folder(request["folder"]) is { } parent ? List(request, parent) : MailboxSandbox.NotFound();

    public SandboxReply One(SandboxRequest request) => Box.Folder(request["folder"]) is { } found
        ? new(200, GraphQuery.Selected(request, Shown(found)))
        : MailboxSandbox.NotFound();

    public SandboxReply Make(SandboxRequest request)
    {
        if (Box.Folder(request.Values.GetValueOrDefault("folder") ?? "msgfolderroot") is not { } parent)
            return MailboxSandbox.NotFound();
        if (request.Object.Text("displayName") is not { Length: > 0 } name)
            return MailboxSandbox.Fault(400, "ErrorInvalidRequest", "displayName is missing.");
        if (In(parent).Any(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase)))
            return MailboxSandbox.Fault(409, "ErrorFolderExists", "A folder with the specified name already exists.");

        var made = new SimulatedFolder($"AQMkADF-{world.State.NextId()}AAAA", name, parent.Id);
        Box.Folders.Add(made);
        world.Changed();
        return new(201, Shown(made));
    }

    private SandboxReply List(SandboxRequest request, SimulatedFolder parent)
    {
        var all = In(parent);
        if (request.QueryValue("$filter") is { } filter)
        {
            if (!GraphQuery.TryEquals(filter, "displayName", out var name)) return GraphQuery.NoSuchFilter();
            all = all.Where(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));
        }

        return GraphQuery.Page(request, [.. all], options.PageSize, Shown);
    }

    private IEnumerable<SimulatedFolder> In(SimulatedFolder parent) => Box.Folders.Where(one => one.Parent == parent.Id);

    private JsonObject Shown(SimulatedFolder folder) => new()
    {
        ["id"] = folder.Id,
        ["displayName"] = folder.Name,
        ["parentFolderId"] = folder.Parent,
        ["childFolderCount"] = In(folder).Count(),
        ["totalItemCount"] = Box.Mails.Count(mail => mail.FolderId == folder.Id),
        ["unreadItemCount"] = Box.Mails.Count(mail => mail.FolderId == folder.Id && !mail.IsRead),
    };
}
