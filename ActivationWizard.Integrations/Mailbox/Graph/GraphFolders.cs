using System.Net;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.Store;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>
/// Finds the folder that a path means, by the names that people see, and makes it where it is not. Names are looked up anew each
/// time: people rename folders.
/// </summary>
internal sealed class GraphFolders(GraphClient graph)
{
    private const string Inbox = "inbox";
    private const string Root = "msgfolderroot";
    private const string Exists = "ErrorFolderExists";

    /// <summary>Its id; null when there is none.</summary>
    public async Task<Reply<string?>> FindAsync(MailFolderPath path, CancellationToken cancellation)
    {
        foreach (var root in RootsOf(path))
        {
            var found = await FindAsync(root, path.Names, cancellation);
            if (found is not Reply<string?>.Answered { Value: null })
                return found;
        }

        return new Reply<string?>.Answered(null);
    }

    /// <summary>Its id, made where it was not: below as much of the path as is there, else beside the inbox.</summary>
    public async Task<Reply<string>> FindOrMakeAsync(MailFolderPath path, CancellationToken cancellation)
    {
        for (var length = path.Names.Count; length >= 0; length--)
        {
            foreach (var root in RootsOf(path))
            {
                switch (await FindAsync(root, [.. path.Names.Take(length)], cancellation))
                {
                    case Reply<string?>.NotAnswered silent:
                        return new Reply<string>.NotAnswered(silent.Why);
                    case Reply<string?>.Answered { Value: { } parent }:
                        return await MakeAsync(parent, path.Names.Skip(length), cancellation);
                }
            }
        }

        return new Reply<string>.NotAnswered(FailureReason.Nonsense);
    }

    // Beside the inbox first: what stands there is what people see first.
    private static string[] RootsOf(MailFolderPath path) => path.IsBelowInbox ? [Inbox] : [Root, Inbox];

    private async Task<Reply<string?>> FindAsync(string root, IReadOnlyList<string> names, CancellationToken cancellation)
    {
        var reply = await ReadAsync(root, cancellation);
        foreach (var name in names)
        {
            if (reply is not Reply<string?>.Answered { Value: { } parent })
                break;
            reply = await ChildAsync(parent, name, cancellation);
        }

        return reply;
    }

    private Task<Reply<string?>> ReadAsync(string folder, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Get, "read folder", graph.Of("mailFolders", folder).With("$select", "id")),
        response => response.Read<WireFolder>() is { Id.Value: { Length: > 0 } id } ? new Reply<string?>.Answered(id) : null,
        cancellation);

    private Task<Reply<string?>> ChildAsync(string parent, string name, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Get, "find folder", graph.Of("mailFolders", parent, "childFolders")
            .With("$filter", $"displayName eq '{GraphClient.Quoted(name)}'", GraphClient.LongestFilter)
            .With("$select", "id,displayName")),
        response => response.Read<WireFolders>() is { Value.Value: { } found }
            && found.All(one => one is { Id.Value.Length: > 0, DisplayName.Value: { } shown }
                && shown.Equals(name, StringComparison.OrdinalIgnoreCase))
                ? new Reply<string?>.Answered(found.Count is 0 ? null : found[0]!.Id.Value)
                : null,
        cancellation);

    private async Task<Reply<string>> MakeAsync(string parent, IEnumerable<string> names, CancellationToken cancellation)
    {
        foreach (var name in names)
        {
            var made = await graph.Line.AskAsync(
                new SystemRequest(HttpMethod.Post, "make folder", graph.Of("mailFolders", parent, "childFolders"))
                {
                    Body = new FolderBody(name),
                },
                response => response.Read<WireFolder>() is { Id.Value: { Length: > 0 } id } ? new Reply<string?>.Answered(id)
                    : response.Status is HttpStatusCode.Conflict && response.ErrorCode is Exists
                        ? new Reply<string?>.Answered(null)
                        : null,
                cancellation);
            // Somebody else made it meanwhile.
            if (made is Reply<string?>.Answered { Value: null })
                made = await ChildAsync(parent, name, cancellation);
            if (made is not Reply<string?>.Answered { Value: { } id })
                return new Reply<string>.NotAnswered((made as Reply<string?>.NotAnswered)?.Why ?? FailureReason.Nonsense);
            parent = id;
        }

        return new Reply<string>.Answered(parent);
    }

    private sealed record WireFolders(Field<IReadOnlyList<WireFolder?>> Value = default);

    private sealed record WireFolder(Field<string> Id = default, Field<string> DisplayName = default);

    private sealed record FolderBody(string DisplayName);
}
