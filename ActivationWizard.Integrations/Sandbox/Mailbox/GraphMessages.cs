using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// Reading and moving mails. Without <c>Prefer: IdType="ImmutableId"</c> a mail has another id in each folder, as it has at
/// Microsoft.
/// </summary>
internal sealed class GraphMessages(SandboxWorld world, MailboxSandboxOptions options)
{
    private SimulatedMailbox Box => world.State.Mailbox;

    public SandboxReply Everywhere(SandboxRequest request) => List(request, Visible());

    public SandboxReply InFolder(SandboxRequest request) => Box.Folder(request["folder"]) is { } folder
        ? List(request, Visible().Where(mail => mail.FolderId == folder.Id))
        : MailboxSandbox.NotFound();

    public SandboxReply One(SandboxRequest request) => Find(request) is { } mail
        ? new(200, GraphQuery.Selected(request, Shown(request, mail)))
        : MailboxSandbox.NotFound();

    public SandboxReply Mime(SandboxRequest request) => Find(request) is { } mail
        ? new(200) { Bytes = mail.Mime, ContentType = "text/plain" }
        : MailboxSandbox.NotFound();

    public SandboxReply Move(SandboxRequest request)
    {
        if (Find(request) is not { } mail) return MailboxSandbox.NotFound();
        if (Box.Folder(request.Object.Text("destinationId")) is not { } folder)
            return MailboxSandbox.Fault(404, "ErrorFolderNotFound", "The specified folder could not be found.");
        mail.FolderId = folder.Id;
        world.Changed();
        return new(201, Shown(request, mail));
    }

    /// <summary>The mail that the path names; null when there is none by that id.</summary>
    public SimulatedMail? Find(SandboxRequest request) => Visible().FirstOrDefault(mail => IdOf(request, mail) == request["id"]);

    public static JsonObject Shown(SandboxRequest request, SimulatedMail mail)
    {
        var shown = new JsonObject
        {
            ["@odata.etag"] = $"W/\"{mail.Id}-{mail.FolderId}\"",
            ["id"] = IdOf(request, mail),
            ["parentFolderId"] = mail.FolderId,
            ["conversationId"] = mail.Conversation,
            ["internetMessageId"] = mail.MessageId,
            ["subject"] = mail.Subject,
            ["isDraft"] = mail.IsDraft,
            ["isRead"] = mail.IsRead,
            ["receivedDateTime"] = mail.ReceivedAt.ToUniversalTime(),
            ["from"] = mail.From is null ? null : Recipient(mail.From),
            ["toRecipients"] = new JsonArray([.. mail.To.Select(Recipient)]),
            ["ccRecipients"] = new JsonArray([.. mail.Others.Select(Recipient)]),
            ["bccRecipients"] = new JsonArray(),
        };
        if (request.QueryValue("$expand") is { } expand)
            shown["singleValueExtendedProperties"] = new JsonArray([.. mail.Properties
                // What MAPI calls PidTagMessageSize, a property of every message that Graph itself does not show.
                .Append(KeyValuePair.Create("Integer 0xe08", $"{mail.Mime.Length}"))
                .Where(pair => expand.Contains($"'{pair.Key}'", StringComparison.Ordinal))
                .Select(pair => (JsonNode)new JsonObject { ["id"] = pair.Key, ["value"] = pair.Value })]);
        return shown;
    }

    private SandboxReply List(SandboxRequest request, IEnumerable<SimulatedMail> mails)
    {
        if (request.QueryValue("$filter") is { } filter)
        {
            if (GraphQuery.TryEquals(filter, "internetMessageId", out var messageId))
                mails = mails.Where(mail => mail.MessageId == messageId);
            else if (GraphQuery.TryExtended(filter, out var property, out var text))
                mails = mails.Where(mail => string.Equals(
                    mail.Properties.GetValueOrDefault(property), text, StringComparison.OrdinalIgnoreCase));
            else
                return GraphQuery.NoSuchFilter();
        }

        var ordered = request.QueryValue("$orderby") is "receivedDateTime" or "receivedDateTime asc"
            ? mails.OrderBy(mail => mail.ReceivedAt)
            : mails.OrderByDescending(mail => mail.ReceivedAt);
        return GraphQuery.Page(request, [.. ordered], options.PageSize, mail => Shown(request, mail));
    }

    private IEnumerable<SimulatedMail> Visible() => Box.Mails.Where(mail => !(mail.HiddenUntil > world.Now));

    private static string IdOf(SandboxRequest request, SimulatedMail mail) =>
        request.Header("Prefer")?.Contains("IdType=\"ImmutableId\"", StringComparison.OrdinalIgnoreCase) is true
            ? mail.ImmutableId
            : mail.PassingId;

    private static JsonNode Recipient(string address) =>
        new JsonObject { ["emailAddress"] = new JsonObject { ["name"] = address, ["address"] = address } };
}
