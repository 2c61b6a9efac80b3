using System.Globalization;
using System.Text.Json.Serialization;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.Store;
using MimeKit.Utils;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>What Graph says of messages without reading them, a page at a time.</summary>
internal sealed class GraphHeads(GraphClient graph)
{
    private const int LargestPage = 100;

    // PidTagMessageSize of MAPI: Graph shows no size by itself.
    private const string Size = "Integer 0xe08";
    private const string Expanded = $"singleValueExtendedProperties($filter=id eq '{Size}')";
    private const string Fields = "id,parentFolderId,internetMessageId,receivedDateTime";

    /// <summary>At most so many messages of a folder, in the order in which Graph gives them.</summary>
    /// <param name="narrow">Adds order or filter.</param>
    public async Task<Reply<IReadOnlyList<GraphHead>>> ListAsync(
        string folder, int most, Func<SystemPath, SystemPath> narrow, CancellationToken cancellation)
    {
        var heads = new List<GraphHead>();
        var path = narrow(graph.Of("mailFolders", folder, "messages")
            .With("$top", Math.Min(most, LargestPage).ToString(CultureInfo.InvariantCulture))
            .With("$select", Fields).With("$expand", Expanded));
        while (heads.Count < most)
        {
            var reply = await PageAsync(path, cancellation);
            if (reply is not Reply<WirePage>.Answered { Value: var page })
                return new Reply<IReadOnlyList<GraphHead>>.NotAnswered(((Reply<WirePage>.NotAnswered)reply).Why);
            heads.AddRange(page.Value.Value!.Select(one => HeadOf(one!)));
            if (page.NextLink.Value is not { } next)
                break;
            path = graph.At(next);
        }

        // One that came or went between two pages can be on both.
        return new Reply<IReadOnlyList<GraphHead>>.Answered([.. heads.DistinctBy(head => head.Id).Take(most)]);
    }

    /// <summary>One of them; null when it is not there.</summary>
    public Task<Reply<GraphHead?>> ReadAsync(string id, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(
            HttpMethod.Get, "read head", graph.Of("messages", id).With("$select", Fields).With("$expand", Expanded)),
        response => GraphClient.IsNotFound(response) ? new Reply<GraphHead?>.Answered(null)
            : response.Read<WireHead>() is { ParentFolderId.Value.Length: > 0 } head && head.Id.Value == id
                ? new Reply<GraphHead?>.Answered(HeadOf(head))
                : null,
        cancellation);

    /// <summary>The id of the message that an answer is about; null when it says none.</summary>
    public static string? IdIn(SystemResponse response) => response.Read<WireHead>()?.Id.Value is { Length: > 0 } id ? id : null;

    /// <summary>How many there are and which came last, as one text; null when the answer does not say so.</summary>
    public static string? LatestIn(SystemResponse response) =>
        response.Read<WirePage>() is { Value.Value: { } latest, Count.Value: { } count }
            ? $"{count} {(latest.Count > 0 ? latest[0]?.Id.Value : "")}"
            : null;

    private Task<Reply<WirePage>> PageAsync(SystemPath path, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Get, "list messages", path),
        response => response.Read<WirePage>() is { Value.Value: { } found, NextLink.IsUnreadable: false } page
            && found.All(one => one is { Id.Value.Length: > 0 })
                ? new Reply<WirePage>.Answered(page)
                : null,
        cancellation);

    private static GraphHead HeadOf(WireHead one) => new(
        one.Id.Value!,
        one.ParentFolderId.Value,
        one.InternetMessageId.Value is { Length: < GraphClient.LongestFilter } id ? MimeUtils.ParseMessageId(id) : null,
        SizeOf(one.SingleValueExtendedProperties.Readable.Select(size => size.Value.Value).FirstOrDefault()),
        one.ReceivedDateTime.Value ?? DateTimeOffset.UnixEpoch);

    private static long SizeOf(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : 0;

    private sealed record WirePage(
        Field<IReadOnlyList<WireHead?>> Value = default,
        [property: JsonPropertyName("@odata.nextLink")] Field<string> NextLink = default,
        [property: JsonPropertyName("@odata.count")] Field<int?> Count = default);

    // Needed: id, and the folder where it is asked for.
    private sealed record WireHead(
        Field<string> Id = default,
        Field<string> ParentFolderId = default,
        Field<string> InternetMessageId = default,
        Field<DateTimeOffset?> ReceivedDateTime = default,
        Items<WireProperty> SingleValueExtendedProperties = default);

    // Only the size was asked for.
    private sealed record WireProperty(Field<string> Value = default);
}

/// <summary>What is known of a message.</summary>
/// <param name="Folder">Null where it was not asked for.</param>
/// <param name="MessageId">Without brackets; null for none.</param>
/// <param name="Size">In bytes, as Exchange keeps it; zero when it does not say.</param>
internal sealed record GraphHead(string Id, string? Folder, string? MessageId, long Size, DateTimeOffset ReceivedAt)
{
    /// <summary>The same for who knows the folder by its path.</summary>
    public MailHead In(MailFolderPath folder) => new(new MailKey(folder, Id), MessageId, Size, ReceivedAt);
}
