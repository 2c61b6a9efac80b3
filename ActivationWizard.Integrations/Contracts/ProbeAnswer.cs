using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ActivationWizard.Domain.Ports;

namespace ActivationWizard.Integrations.Contracts;

/// <summary>What a system answered to a look, before anybody judges it.</summary>
/// <param name="Status">Null when it gave no answer.</param>
/// <param name="Body">Null when there is none, or none that is JSON.</param>
/// <param name="IsEmpty">There is no body.</param>
/// <param name="Failure">Why it gave none; null when it did.</param>
internal sealed record ProbeAnswer(int? Status, JsonNode? Body, bool IsEmpty, FailureReason? Failure)
{
    /// <summary>Of the answer's headers those that the contracts speak of.</summary>
    public required IReadOnlyDictionary<string, string> Headers { get; init; }

    /// <summary>The code in the system's own error body; null for none.</summary>
    public string? ErrorCode { get; init; }

    public bool IsOk => Status is 200;

    /// <summary>The objects of a list; null when it is no list, or holds anything else.</summary>
    public IReadOnlyList<JsonObject>? Items =>
        IsOk && Body is JsonArray list && list.All(one => one is JsonObject) ? [.. list.OfType<JsonObject>()] : null;

    /// <summary>The first of the list; null when it is empty or no list.</summary>
    public JsonObject? First => Items is [var first, ..] ? first : null;

    /// <summary>The status, and the body with every value masked; nothing of one that is no JSON.</summary>
    public string Said => string.Create(
        CultureInfo.InvariantCulture, $"HTTP {Status} {(Body is { } body ? Masked.Of(body) : "")}").TrimEnd();

    private bool IsNoJson => Body is null && !IsEmpty;

    /// <summary>
    /// An observation of an answer: it fits, or differs by what it said. Without one, and without a question, it cannot be told.
    /// </summary>
    public static Observation Judge(ProbeAnswer? answer, Func<ProbeAnswer, bool> fits, Func<ProbeAnswer, string>? said = null) =>
        answer is null ? Observation.Untold(UntoldReason.NothingThere)
        : answer.Failure is FailureReason.NotAllowed
            ? Observation.Differs(SystemProbe.Refused, new CheckFault(FailureReason.NotAllowed))
        : answer.Failure is { } failure ? Observation.Untold(UntoldReason.NoAnswer, new CheckFault(failure))
        : fits(answer) ? Observation.Works
        : Observation.Differs(
            (said ?? (one => one.Said))(answer),
            answer.IsNoJson ? [new CheckFault(OddAnswer.NoJson)] : Array.Empty<CheckFault>());

    /// <summary>
    /// The same for a list of which every item has to fit; an empty list is as expected where <paramref name="mayBeEmpty"/>, and
    /// cannot be told otherwise.
    /// </summary>
    public static Observation JudgeAll(ProbeAnswer? answer, Func<JsonObject, bool> fits, bool mayBeEmpty = true) =>
        answer?.Items is { Count: 0 } && !mayBeEmpty
            ? Observation.Untold(UntoldReason.NothingThere)
            : Judge(
                answer,
                one => one.Items is { } items && items.All(fits),
                one => one.Items?.FirstOrDefault(item => !fits(item)) is { } odd
                    ? $"HTTP {one.Status} {Masked.Of(odd)}"
                    : one.Said);
}

/// <summary>Reading answers whose shape is what is asked about: nothing throws on another one.</summary>
internal static class Loosely
{
    /// <summary>The value at a path of property names; null when the way there ends.</summary>
    public static JsonNode? At(this JsonNode? node, params string[] path) =>
        path.Aggregate(node, (current, name) => current is JsonObject parent ? parent[name] : null);

    /// <summary>A text; null for anything else.</summary>
    public static string? Text(this JsonNode? node, params string[] path) =>
        node.At(path) is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    /// <summary>The objects of a list at a path; none for anything else.</summary>
    public static IEnumerable<JsonObject> Each(this JsonNode? node, params string[] path) =>
        node.At(path) is JsonArray list ? list.OfType<JsonObject>() : [];

    /// <summary>The code of a reference at a path.</summary>
    public static string? Code(this JsonNode? node, params string[] path) => node.Text([.. path, "code"]);

    public static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
