using System.Net;
using System.Text.Json;
using ActivationWizard.Domain.Ports;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Http;

namespace ActivationWizard.Integrations.Viewpoint;

/// <summary>
/// The four calls that VERA's process APIs are made of. What comes back is about what was asked for, or it is no answer.
/// </summary>
internal sealed class VeraCalls(SystemHttp http, TimeProvider time)
{
    /// <summary>Of at most 100 messages each. A search that needs more is not one for a person on an address.</summary>
    private const int MostPages = 50;

    /// <summary>How long one list may take, all its pages together.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>
    /// All pages of a list: the whole of it, or no answer. <paramref name="isAsked"/> says whether a message may meet the
    /// filters it was asked by; <paramref name="map"/> may throw <see cref="Unreadable"/>. A list that does not prove to be whole
    /// is read once more: see <see cref="VeraPages{T}"/>.
    /// </summary>
    public async Task<Reply<IReadOnlyList<T>>> ListAsync<TWire, T>(
        VeraQuery query, Func<TWire, bool> isAsked, Func<TWire, T> map, CancellationToken cancellation)
        where TWire : class, IVeraMessage
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellation);
        try
        {
            var first = await ReadAsync();
            if (first is not Reply<VeraPages<T>>.Answered { Value: { IsWhole: false } doubtful })
                return first.Select(pages => pages.Found);

            var second = await ReadAsync();
            return second is Reply<VeraPages<T>>.Answered { Value: var again } && !again.IsWhole && !again.IsSameAs(doubtful)
                ? new Reply<IReadOnlyList<T>>.NotAnswered(FailureReason.Nonsense)
                : second.Select(pages => pages.Found);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            return new Reply<IReadOnlyList<T>>.NotAnswered(FailureReason.Unreachable);
        }

        async Task<Reply<VeraPages<T>>> ReadAsync()
        {
            var pages = new VeraPages<T>();
            for (var read = 0; read < MostPages; read++)
            {
                var reply = await http.AskAsync(
                    new SystemRequest(HttpMethod.Get, $"GET {query.Path}", query.Page(pages.Next)), ReadPage, either.Token);
                if (reply is not Reply<VeraPages<T>>.Answered || pages.Next is null)
                    return reply;
            }

            return new Reply<VeraPages<T>>.NotAnswered(FailureReason.Nonsense);

            Reply<VeraPages<T>>? ReadPage(SystemResponse response) => Read(() =>
                response.ReadList<TWire>() is { } page && page.All(one => isAsked(one.Item))
                && pages.TryAdd(
                    page.Select(one => (one.Item.Id.Value, one.Fingerprint, map(one.Item))),
                    response.Header("X-Parameters-Aantal"),
                    response.Header("X-Parameters-Cursor"))
                    ? new Reply<VeraPages<T>>.Answered(pages)
                    : null);
        }
    }

    /// <summary>One message by its id; null when there is none.</summary>
    public Task<Reply<T?>> OneAsync<TWire, T>(string path, string id, Func<TWire, T> map, CancellationToken cancellation)
        where TWire : class, IVeraMessage
        where T : class =>
        http.AskAsync(
            new SystemRequest(HttpMethod.Get, $"GET {path}/id", VeraQuery.PathOf(path, id)),
            response => Read(() =>
                IsAbsent(response) ? new Reply<T?>.Answered(null)
                : response.Read<TWire>() is { } message && message.Id.Value == id ? new Reply<T?>.Answered(map(message))
                : null),
            cancellation);

    /// <summary>Adds a message under our reference, which the answer has to give back.</summary>
    public Task<EffectOutcome<NoResult>> AddAsync(
        string path, object message, EffectKey reference, CancellationToken cancellation) =>
        http.DoAsync(
            new SystemRequest(HttpMethod.Post, $"POST {path}", VeraQuery.PathOf(path)) { Body = message, Key = reference },
            response => response.Read<Echo>()?.Code.Value == reference.ToString() ? Done : null,
            cancellation);

    /// <summary>
    /// Changes part of a message. There need be no body in the answer; one that is there has to be the message.
    /// </summary>
    public Task<EffectOutcome<NoResult>> ChangeAsync(
        string path, string id, object change, EffectKey key, CancellationToken cancellation) =>
        http.DoAsync(
            new SystemRequest(HttpMethod.Patch, $"PATCH {path}/id", VeraQuery.PathOf(path, id)) { Body = change, Key = key },
            response =>
                response.IsSuccess && (response.IsEmpty || response.Read<VeraPointer>()?.Id.Value == id) ? Done
                : IsAbsent(response) ? new EffectOutcome<NoResult>.Refused(response.ErrorCode ?? RefusalCodes.Unexplained)
                : null,
            cancellation);

    /// <summary>A message lacks what is needed to say anything at all: the source then did not answer.</summary>
    public static JsonException Unreadable => new("A field that is needed cannot be read.");

    /// <summary>A text that has to be there.</summary>
    /// <exception cref="JsonException">It is not, or cannot be read.</exception>
    public static string Needed(Field<string> text) => string.IsNullOrWhiteSpace(text.Value) ? throw Unreadable : text.Value;

    private static EffectOutcome<NoResult> Done => new EffectOutcome<NoResult>.Done(NoResult.Value);

    private static bool IsAbsent(SystemResponse response) =>
        response.Status is HttpStatusCode.NotFound && (response.IsEmpty || response.ErrorCode is not null);

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

    private sealed record Echo(Field<string> Code = default);
}
