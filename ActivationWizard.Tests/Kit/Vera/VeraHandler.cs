using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>
/// Reads along: every request under one of the standard's paths, and its answer, is validated; nothing is changed or refused.
/// </summary>
public sealed class VeraHandler : DelegatingHandler
{
    private readonly ConcurrentQueue<string> _violations = new();
    private int _calls;

    /// <summary>For a chain that sets the inner handler itself, such as a client factory's.</summary>
    public VeraHandler()
    {
    }

    /// <summary>For a client of its own.</summary>
    public VeraHandler(HttpMessageHandler inner) : base(inner)
    {
    }

    /// <summary>How many calls of the standard passed: a test that expects no violation also expects this not to be 0.</summary>
    public int Calls => _calls;

    /// <summary>What was wrong so far, each line with its call.</summary>
    public IReadOnlyCollection<string> Violations => _violations;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        if (!VeraOperation.Covers(path)) return await base.SendAsync(request, cancellationToken);

        Interlocked.Increment(ref _calls);
        if (VeraOperation.Find(request.Method, path) is not { } operation)
        {
            _violations.Enqueue($"{request.Method} {path}: the standard has no such call");
            return await base.SendAsync(request, cancellationToken);
        }
        var call = $"{request.Method} {path}";
        Keep($"{call} request", await BodyAsync(request.Content, cancellationToken), body =>
            [.. VeraSchema.ValidateRequest(request.Method, path, body), .. Beside(request, operation)]);
        var answer = await base.SendAsync(request, cancellationToken);
        var status = (int)answer.StatusCode;
        Keep($"{call} answer {status}", await BodyAsync(answer.Content, cancellationToken), body =>
            VeraSchema.ValidateAnswer(request.Method, path, status, body));
        return answer;
    }

    private void Keep(string call, string body, Func<JsonNode?, IEnumerable<string>> validate)
    {
        try
        {
            foreach (var text in validate(body.Length == 0 ? null : JsonNode.Parse(body))) _violations.Enqueue($"{call}: {text}");
        }
        catch (JsonException)
        {
            _violations.Enqueue($"{call}: the body is no JSON");
        }
    }

    private static IEnumerable<string> Beside(HttpRequestMessage request, VeraOperation operation)
    {
        var query = QueryHelpers.ParseQuery(request.RequestUri!.Query)
            .SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")));
        return
        [
            .. VeraFilters.InQuery(operation, query),
            .. VeraFilters.InHeaders(operation, name =>
                request.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null),
        ];
    }

    private static async Task<string> BodyAsync(HttpContent? content, CancellationToken cancellationToken)
    {
        if (content is null) return "";
        await content.LoadIntoBufferAsync(cancellationToken);
        return await content.ReadAsStringAsync(cancellationToken);
    }
}
