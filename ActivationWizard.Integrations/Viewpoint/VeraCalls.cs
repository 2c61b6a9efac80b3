using System.Net;
using System.Text.Json;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// The four calls that VERA's process APIs are made of. What comes back is about what was asked for and every message has an id,
/// or it is no answer.
/// </summary>
internal sealed class VeraCalls(SystemHttp http)
{
    /// <summary>Of at most 100 messages each. A search that needs more is not one for a person on an address.</summary>
    private const int MostPages = 50;

    /// <summary>
    /// All pages of a list. <paramref name="isAsked"/> says whether a message meets the filters it was asked by.
    /// </summary>
    public async Task<Reply<IReadOnlyList<T>>> ListAsync<TWire, T>(
        VeraQuery query, Func<TWire, bool> isAsked, Func<TWire, T> map, CancellationToken cancellation)
        where TWire : class, IVeraMessage
    {
        var found = new OrderedDictionary<string, T>(StringComparer.Ordinal);
        var cursors = new HashSet<string>(StringComparer.Ordinal);
        for (string? cursor = null; ;)
        {
            var reply = await http.AskAsync(
                new SystemRequest(HttpMethod.Get, $"GET {query.Path}", query.Page(cursor)), ReadPage, cancellation);
            if (reply is not Reply<string>.Answered { Value: var next })
                return new Reply<IReadOnlyList<T>>.NotAnswered(((Reply<string>.NotAnswered)reply).Why);
            if (next.Length is 0)
                return new Reply<IReadOnlyList<T>>.Answered([.. found.Values]);
            if (!cursors.Add(next) || cursors.Count >= MostPages)
                return new Reply<IReadOnlyList<T>>.NotAnswered(FailureReason.Nonsense);
            cursor = next;
        }

        Reply<string>? ReadPage(SystemAnswer answer) => Read(() =>
        {
            if (answer.ReadList<TWire>() is not { } page)
                return null;
            foreach (var message in page)
            {
                if (!isAsked(message))
                    return null;
                found.TryAdd(VeraItems.Needed(message.Id, "id"), map(message));
            }

            return new Reply<string>.Answered(answer.Header("X-Parameters-Cursor") ?? "");
        });
    }

    /// <summary>One message by its id; null when there is none.</summary>
    public Task<Reply<T?>> OneAsync<TWire, T>(string path, string id, Func<TWire, T> map, CancellationToken cancellation)
        where TWire : class, IVeraMessage
        where T : class =>
        http.AskAsync(
            new SystemRequest(HttpMethod.Get, $"GET {path}/id", VeraQuery.PathOf(path, id)),
            answer => Read(() =>
                IsAbsent(answer) ? new Reply<T?>.Answered(null)
                : answer.Read<TWire>() is { } message && message.Id == id ? new Reply<T?>.Answered(map(message))
                : null),
            cancellation);

    /// <summary>Adds a message under our reference, which the answer has to give back.</summary>
    public Task<EffectOutcome<NoResult>> AddAsync(
        string path, object message, EffectKey reference, CancellationToken cancellation) =>
        http.DoAsync(
            new SystemRequest(HttpMethod.Post, $"POST {path}", VeraQuery.PathOf(path)) { Body = message, Key = reference },
            answer => answer.Read<Echo>()?.Code == reference.ToString() ? Done : null,
            cancellation);

    /// <summary>
    /// Changes part of a message. There need be no body in the answer; one that is there has to be the message.
    /// </summary>
    public Task<EffectOutcome<NoResult>> ChangeAsync(
        string path, string id, object change, EffectKey key, CancellationToken cancellation) =>
        http.DoAsync(
            new SystemRequest(HttpMethod.Patch, $"PATCH {path}/id", VeraQuery.PathOf(path, id)) { Body = change, Key = key },
            answer =>
                answer.IsSuccess && (answer.IsEmpty || answer.Read<VeraKey>()?.Id == id) ? Done
                : IsAbsent(answer) ? new EffectOutcome<NoResult>.Refused(answer.ErrorCode ?? "onbekend")
                : null,
            cancellation);

    private static EffectOutcome<NoResult> Done => new EffectOutcome<NoResult>.Done(NoResult.Value);

    private static bool IsAbsent(SystemAnswer answer) =>
        answer.Status is HttpStatusCode.NotFound && (answer.IsEmpty || answer.ErrorCode is not null);

    private static T? Read<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Echo(string? Code = null);
}
