using System.Net;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>
/// The calls of Microsoft Graph v1.0 that a reply needs. Graph looks at no key: nothing that changes something is repeated here.
/// </summary>
internal sealed class GraphClient(HttpClient client, IOptions<GraphOptions> options, ILogger<GraphClient> logger)
{
    /// <summary>What every call asks for: ids that stay when a message is moved or sent.</summary>
    public const string ImmutableIds = "IdType=\"ImmutableId\"";

    // An extended property of our own: a name in a name space that nobody else uses.
    private const string KeyProperty = "String {6f2b3c0e-5f0a-4a55-9d61-3c1f0d1c7a55} Name ActivationWizardKey";
    private const string Expanded = $"singleValueExtendedProperties($filter=id eq '{KeyProperty}')";
    private const string Fields = "id,isDraft,internetMessageId,toRecipients,ccRecipients,bccRecipients";
    private const string NotFound = "ErrorItemNotFound";

    /// <summary>The longest filter that is sent, in characters.</summary>
    public const int LongestFilter = 1100;

    private readonly SystemHttp _graph = new("Graph", client, new ErrorCode(
        body => body.TryGetProperty("error", out var error) ? ErrorCode.Text(error, "code") : null), logger);

    /// <summary>For calls of others.</summary>
    public SystemHttp Line => _graph;

    /// <summary>A path in the mailbox.</summary>
    public SystemPath Of(params string[] rest) => SystemPath.Of(["users", options.Value.Mailbox, .. rest]);

    /// <summary>The path of a next page, as Graph gave it.</summary>
    public SystemPath At(string address) => SystemPath.At(client.BaseAddress!, address);

    /// <summary>A text between the quotes of a filter.</summary>
    public static string Quoted(string text) => text.Replace("'", "''", StringComparison.Ordinal);

    /// <summary>Graph's own 404: the message is not there.</summary>
    public static bool IsNotFound(SystemResponse response) =>
        response is { Status: HttpStatusCode.NotFound, ErrorCode: NotFound };

    /// <summary>The message with this id; null when there is none.</summary>
    public Task<Reply<GraphMail?>> ReadAsync(string id, CancellationToken cancellation) => _graph.AskAsync(
        new SystemRequest(HttpMethod.Get, "read message", Messages(id).With("$select", Fields)),
        response => IsNotFound(response)
            ? new Reply<GraphMail?>.Answered(null)
            : response.Read<WireMail>() is { } wire && wire.Id.Value == id
                ? new Reply<GraphMail?>.Answered(Mail(wire))
                : null,
        cancellation);

    /// <summary>Every message of ours with this key or this Message-ID, drafts and sent ones.</summary>
    public Task<Reply<IReadOnlyList<GraphMail>>> FindAsync(
        EffectKey key, string messageId, CancellationToken cancellation) =>
        FindByMessageIdAsync($"<{messageId}>", cancellation).ThenAsync(known =>
            FindByAsync(
                $"singleValueExtendedProperties/any(ep:ep/id eq '{KeyProperty}' and ep/value eq '{key}')",
                mail => mail.Key == key.ToString(),
                cancellation)
            .SelectAsync<IReadOnlyList<GraphMail>, IReadOnlyList<GraphMail>>(
                marked => [.. known.Concat(marked).DistinctBy(mail => mail.Id)]));

    /// <summary>Every message with this Message-ID, which has its brackets.</summary>
    public Task<Reply<IReadOnlyList<GraphMail>>> FindByMessageIdAsync(string messageId, CancellationToken cancellation) =>
        FindByAsync(
            $"internetMessageId eq '{Quoted(messageId)}'",
            mail => mail.MessageId == messageId,
            cancellation);

    /// <summary>The Message-IDs of the mails that came into Sent last, with their brackets; null for one without.</summary>
    public Task<Reply<IReadOnlyList<string?>>> LastSentAsync(CancellationToken cancellation) => _graph.AskAsync(
        new SystemRequest(HttpMethod.Get, "look in Sent", Of("mailFolders", "sentitems", "messages")
            .With("$top", "50").With("$select", Fields).With("$orderby", "receivedDateTime desc")),
        response => response.Read<WireMails>() is { Value.Value: { } found }
            ? new Reply<IReadOnlyList<string?>>.Answered([.. found.Select(one => one?.InternetMessageId.Value)])
            : null,
        cancellation);

    /// <summary>
    /// Makes a draft of a mail that is written out; <paramref name="answered"/> is the message that it answers, null for none.
    /// <paramref name="key"/> is null for a mail of no case.
    /// </summary>
    public Task<EffectOutcome<GraphMail>> DraftAsync(
        EffectKey? key, byte[] mime, string? answered, CancellationToken cancellation) => _graph.DoAsync(
        new SystemRequest(
            HttpMethod.Post, "make draft", answered is null ? Messages() : Messages(answered, "createReply"))
        {
            Key = key,
            Text = Convert.ToBase64String(mime),
        },
        response => response.Status is HttpStatusCode.Created or HttpStatusCode.OK ? Changed(response, null) : null,
        cancellation);

    /// <summary>Gives a draft our key and our Message-ID.</summary>
    public Task<EffectOutcome<GraphMail>> MarkAsync(
        EffectKey key, string id, string messageId, CancellationToken cancellation) => _graph.DoAsync(
        new SystemRequest(HttpMethod.Patch, "mark draft", Messages(id))
        {
            Key = key,
            Body = new MarkBody($"<{messageId}>", [new PropertyBody(KeyProperty, key.ToString())]),
        },
        response => Changed(response, id),
        cancellation);

    /// <summary>Sends a draft. One that is not there any more may have been sent.</summary>
    public Task<EffectOutcome<NoResult>> SendAsync(
        EffectKey? key, string id, CancellationToken cancellation) => _graph.DoAsync<NoResult>(
        new SystemRequest(HttpMethod.Post, "send draft", Messages(id, "send")) { Key = key },
        response => response.Status is HttpStatusCode.Accepted ? new EffectOutcome<NoResult>.Done(NoResult.Value)
            : response.ErrorCode is NotFound ? new EffectOutcome<NoResult>.Unknown(FailureReason.Unreachable)
            : null,
        cancellation);

    private Task<Reply<IReadOnlyList<GraphMail>>> FindByAsync(
        string filter, Func<GraphMail, bool> isAsked, CancellationToken cancellation) => _graph.AskAsync(
        new SystemRequest(
            HttpMethod.Get,
            "find messages",
            Messages().With("$filter", filter, LongestFilter).With("$select", Fields).With("$expand", Expanded)),
        response => response.Read<WireMails>() is { Value.Value: { } found } page
            && page.NextLink is { Value: null, IsUnreadable: false }
            && found.All(one => one is { Id.Value.Length: > 0 })
            && found.Select(one => Mail(one!)).ToList() is var mails
            && mails.All(isAsked)
                ? new Reply<IReadOnlyList<GraphMail>>.Answered([.. mails.DistinctBy(mail => mail.Id)])
                : null,
        cancellation);

    private SystemPath Messages(params string[] rest) => Of(["messages", .. rest]);

    private static EffectOutcome<GraphMail>? Changed(SystemResponse response, string? id) =>
        response.Read<WireMail>() is { Id.Value.Length: > 0 } wire && (id is null || wire.Id.Value == id)
            ? new EffectOutcome<GraphMail>.Done(Mail(wire))
            : null;

    private static GraphMail Mail(WireMail wire) => new(
        wire.Id.Value!,
        wire.IsDraft.Value,
        wire.InternetMessageId.Value,
        [.. Addresses(wire.ToRecipients), .. Addresses(wire.CcRecipients), .. Addresses(wire.BccRecipients)])
    {
        Key = wire.SingleValueExtendedProperties.Readable.Select(one => one.Value.Value).FirstOrDefault(),
    };

    private static IEnumerable<string?> Addresses(Items<WireRecipient> recipients) =>
        recipients.Select(one => one?.EmailAddress.Value?.Address.Value);

    private sealed record WireMails(
        Field<IReadOnlyList<WireMail?>> Value = default,
        [property: System.Text.Json.Serialization.JsonPropertyName("@odata.nextLink")] Field<string> NextLink = default);

    // Needed: id; isDraft and the recipients before it is sent, and to tell what was.
    private sealed record WireMail(
        Field<string> Id = default,
        Field<bool?> IsDraft = default,
        Field<string> InternetMessageId = default,
        Items<WireRecipient> ToRecipients = default,
        Items<WireRecipient> CcRecipients = default,
        Items<WireRecipient> BccRecipients = default,
        Items<WireProperty> SingleValueExtendedProperties = default);

    // Only ours was asked for.
    private sealed record WireProperty(Field<string> Value = default);

    private sealed record WireRecipient(Field<WireAddress> EmailAddress = default);

    private sealed record WireAddress(Field<string> Address = default);

    private sealed record MarkBody(string InternetMessageId, IReadOnlyList<PropertyBody> SingleValueExtendedProperties);

    private sealed record PropertyBody(string Id, string Value);
}
