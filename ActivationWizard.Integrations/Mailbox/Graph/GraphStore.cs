using System.Collections.Concurrent;
using System.Net;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Integrations.Http;
using ActivationWizard.Integrations.Mailbox.Store;
using Microsoft.Extensions.Options;

namespace ActivationWizard.Integrations.Mailbox.Graph;

/// <summary>
/// The mailbox over Graph. A key is the immutable id of a message and the folder it is in: whoever moved it made it another one.
/// </summary>
internal sealed class GraphStore(
    GraphClient graph, GraphHeads heads, GraphFolders folders, IOptions<MailboxOptions> options, TimeProvider time) : IMailStore
{
    // New mail is to be on a screen within seconds. Graph lets an app ask a mailbox 10,000 times in ten minutes.
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(9);
    private readonly ConcurrentDictionary<MailFolderPath, string> _seen = new();

    public Task<Reply<IReadOnlyList<MailHead>?>> ListAsync(MailFolderPath folder, int most, CancellationToken cancellation) =>
        SearchAsync(folder, most, path => path.With("$orderby", "receivedDateTime asc"), _ => true, cancellation);

    public Task<Reply<IReadOnlyList<MailHead>?>> FindAsync(
        MailFolderPath folder, string messageId, CancellationToken cancellation) => SearchAsync(
        folder, int.MaxValue,
        path => path.With(
            "$filter", $"internetMessageId eq '<{GraphClient.Quoted(messageId)}>'", GraphClient.LongestFilter),
        head => head.MessageId == messageId, cancellation);

    public Task<Reply<MailReading>> ReadAsync(MailKey key, CancellationToken cancellation) => BoundedAsync<MailReading>(
        async patience => await ExistingAsync(key, patience) switch
        {
            Reply<GraphHead?>.NotAnswered silent => new Reply<MailReading>.NotAnswered(silent.Why),
            Reply<GraphHead?>.Answered { Value: { } head } when head.Size > MailReading.LargestMessage =>
                new Reply<MailReading>.Answered(new MailReading.TooLarge(head.Size)),
            Reply<GraphHead?>.Answered { Value: not null } => await LoadAsync(key, patience),
            _ => new Reply<MailReading>.Answered(new MailReading.Gone()),
        },
        cancellation);

    public Task<Reply<MailMove>> MoveAsync(
        MailKey key, MailFolderPath to, CancellationToken cancellation) => BoundedAsync<MailMove>(
        async patience =>
        {
            var existing = await ExistingAsync(key, patience);
            if (existing is Reply<GraphHead?>.NotAnswered silent)
                return new Reply<MailMove>.NotAnswered(silent.Why);
            if (existing is not Reply<GraphHead?>.Answered { Value: { } head })
                return new Reply<MailMove>.Answered(new MailMove.Gone());
            return await folders.FindOrMakeAsync(to, patience) switch
            {
                Reply<string>.Answered { Value: var target } when target == head.Folder =>
                    new Reply<MailMove>.Answered(new MailMove.Moved(key)),
                Reply<string>.Answered { Value: var target } => await MoveToAsync(key, target, to, patience),
                var other => new Reply<MailMove>.NotAnswered(((Reply<string>.NotAnswered)other).Why),
            };
        },
        cancellation);

    public async Task<Reply<bool>> WaitAsync(MailFolderPath folder, TimeSpan most, CancellationToken cancellation)
    {
        var until = time.GetUtcNow() + (most < Longest ? most : Longest);
        var found = await BoundedAsync(patience => folders.FindAsync(folder, patience), cancellation);
        if (found is not Reply<string?>.Answered { Value: { } id })
            return new Reply<bool>.NotAnswered((found as Reply<string?>.NotAnswered)?.Why ?? FailureReason.Nonsense);
        while (true)
        {
            var reply = await BoundedAsync(patience => StateOfAsync(id, patience), cancellation);
            if (reply is not Reply<string>.Answered { Value: var state })
                return new Reply<bool>.NotAnswered(((Reply<string>.NotAnswered)reply).Why);
            if (_seen.GetValueOrDefault(folder) != state)
            {
                _seen[folder] = state;
                return new Reply<bool>.Answered(true);
            }

            var left = until - time.GetUtcNow();
            if (left <= TimeSpan.Zero)
                return new Reply<bool>.Answered(false);
            await Task.Delay(left < Between ? left : Between, time, cancellation);
        }
    }

    private Task<Reply<IReadOnlyList<MailHead>?>> SearchAsync(
        MailFolderPath folder, int most, Func<SystemPath, SystemPath> narrow, Func<MailHead, bool> isWanted,
        CancellationToken cancellation) => BoundedAsync<IReadOnlyList<MailHead>?>(
        async patience => await folders.FindAsync(folder, patience) switch
        {
            Reply<string?>.NotAnswered silent => new Reply<IReadOnlyList<MailHead>?>.NotAnswered(silent.Why),
            Reply<string?>.Answered { Value: { } id } => (await heads.ListAsync(id, most, narrow, patience))
                .Select<IReadOnlyList<MailHead>?>(found =>
                    [.. found.Select(one => one.In(folder)).Where(isWanted).OrderBy(head => head.ReceivedAt).Take(most)]),
            _ => new Reply<IReadOnlyList<MailHead>?>.Answered(null),
        },
        cancellation);

    // Null when it is not there any more, or in another folder.
    private async Task<Reply<GraphHead?>> ExistingAsync(MailKey key, CancellationToken cancellation)
    {
        var folder = await folders.FindAsync(key.Folder, cancellation);
        if (folder is Reply<string?>.NotAnswered silent)
            return new Reply<GraphHead?>.NotAnswered(silent.Why);
        return (await heads.ReadAsync(key.Id, cancellation)).Select(
            head => head?.Folder == ((Reply<string?>.Answered)folder).Value ? head : null);
    }

    private Task<Reply<MailReading>> LoadAsync(MailKey key, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Get, "read message", graph.Of("messages", key.Id, "$value"))
        {
            LongestResponse = MailReading.LargestMessage + 1,
            IsCutOff = true,
        },
        response => GraphClient.IsNotFound(response) ? new Reply<MailReading>.Answered(new MailReading.Gone())
            : response.IsSuccess ? new Reply<MailReading>.Answered(Read(response.Body))
            : null,
        cancellation);

    private Task<Reply<MailMove>> MoveToAsync(
        MailKey key, string folder, MailFolderPath to, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Post, "move message", graph.Of("messages", key.Id, "move")) { Body = new MoveBody(folder) },
        response => GraphClient.IsNotFound(response) ? new Reply<MailMove>.Answered(new MailMove.Gone())
            : response is { Status: HttpStatusCode.Created or HttpStatusCode.OK }
                && GraphHeads.IdIn(response) is { } id
                ? new Reply<MailMove>.Answered(new MailMove.Moved(new MailKey(to, id)))
                : null,
        cancellation);

    // How many there are, and which came last.
    private Task<Reply<string>> StateOfAsync(string folder, CancellationToken cancellation) => graph.Line.AskAsync(
        new SystemRequest(HttpMethod.Get, "watch folder", graph.Of("mailFolders", folder, "messages")
            .With("$top", "1").With("$select", "id").With("$orderby", "receivedDateTime desc").With("$count", "true")),
        response => GraphHeads.LatestIn(response) is { } latest ? new Reply<string>.Answered(latest) : null,
        cancellation);

    private async Task<Reply<T>> BoundedAsync<T>(Func<CancellationToken, Task<Reply<T>>> ask, CancellationToken caller)
    {
        using var deadline = new MailDeadline(options.Value.Timeout, time, caller);
        try
        {
            return await ask(deadline.Token);
        }
        catch (OperationCanceledException) when (!caller.IsCancellationRequested)
        {
            return new Reply<T>.NotAnswered(FailureReason.Unreachable);
        }
    }

    private static MailReading Read(ReadOnlyMemory<byte> text) => text.Length > MailReading.LargestMessage
        ? new MailReading.TooLarge(text.Length)
        : new MailReading.Found(text.ToArray());

    private sealed record MoveBody(string DestinationId);
}
