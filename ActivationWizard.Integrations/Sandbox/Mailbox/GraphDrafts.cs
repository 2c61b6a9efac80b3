using System.Text.Json.Nodes;
using ActivationWizard.Integrations.Sandbox.World;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// Drafts in MIME, marking them, sending them. Only a draft can be sent; keys are not looked at. Sending files it in Sent, under
/// the id that it has.
/// </summary>
internal sealed class GraphDrafts(SandboxWorld world, MailboxSandboxOptions options, GraphMessages messages)
{
    private readonly SentFiles? _files = options.FilesFolder is { } folder ? new(folder) : null;

    public SandboxReply Create(SandboxRequest request) => Created(request, null);

    public SandboxReply CreateReply(SandboxRequest request) =>
        messages.Find(request) is { } original ? Created(request, original) : MailboxSandbox.NotFound();

    public SandboxReply Change(SandboxRequest request)
    {
        if (messages.Find(request) is not { } mail) return MailboxSandbox.NotFound();
        if (request.Object.Text("internetMessageId") is { } messageId)
        {
            if (!mail.IsDraft) return MailboxSandbox.Fault(400, "ErrorInvalidPropertySet", "The property cannot be set.");
            mail.MessageId = messageId;
        }

        foreach (var property in request.Object.Items("singleValueExtendedProperties"))
            if (property.Text("id") is { } id && property.Text("value") is { } value) mail.Properties[id] = value;
        if (request.Object?["isRead"] is JsonValue isRead) mail.IsRead = isRead.GetValue<bool>();
        world.Changed();
        return new(200, GraphMessages.Shown(request, mail));
    }

    public SandboxReply Send(SandboxRequest request)
    {
        if (messages.Find(request) is not { } mail) return MailboxSandbox.NotFound();
        if (!mail.IsDraft) return MailboxSandbox.Fault(400, "ErrorInvalidRequest", "The message is not a draft.");
        string[] recipients = [.. mail.To, .. mail.Others];
        if (recipients.Length == 0) return MailboxSandbox.Fault(400, "ErrorInvalidRecipients", "No recipient is given.");
        if (options.Address is { } own && !string.Equals(mail.From, own, StringComparison.OrdinalIgnoreCase))
            return MailboxSandbox.Fault(403, "ErrorSendAsDenied", "The user does not have the right to send as this sender.");

        var reference = mail.MessageId?.Trim('<', '>').Split('@')[0] ?? mail.Id;
        if (_files?.TryWrite(reference, mail.Mime) is false)
            return MailboxSandbox.Fault(500, "ErrorInternalServerError", "An internal server error occurred.");
        (mail.IsDraft, mail.FolderId, mail.IsRead, mail.ReceivedAt) = (false, SimulatedMailbox.Sent, true, world.Now);
        mail.HiddenUntil = options.TimeUntilFiled > TimeSpan.Zero ? world.Now + options.TimeUntilFiled : null;
        world.Record(request, SandboxEffects.SendMail, recipients[0], entry => entry with
        {
            Reference = reference,
            Recipient = recipients,
            Detail = mail.ImmutableId,
        });
        if (options.HasPost) Correspondents.Answer(world, mail);
        return new(202);
    }

    private SandboxReply Created(SandboxRequest request, SimulatedMail? original)
    {
        if (request.Header("Content-Type")?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) is not true)
            return MailboxSandbox.Fault(415, "RequestBodyRead", "This simulator makes drafts of MIME only.");
        var mime = new byte[request.Text.Length];
        if (!Convert.TryFromBase64String(request.Text, mime, out var length) || length == 0)
            return MailboxSandbox.Fault(400, "ErrorMimeContentInvalidBase64String", "The MIME content is not valid base64.");

        var mail = world.State.Mailbox.Add(
            mime[..length], SimulatedMailbox.Drafts, isDraft: true, world.State.NextId(), world.Now);
        if (!options.KeepsMessageIds) mail.MessageId = $"<{mail.Id}@postvak.example>";
        if (original is not null) mail.Conversation = original.Conversation;
        world.Changed();
        return new(201, GraphMessages.Shown(request, mail));
    }
}
