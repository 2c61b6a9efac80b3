using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>What can go otherwise in the simulators than their contracts have it: by the call, or for good.</summary>
internal sealed record Troubles(FaultScript Faults, Differing Differing);

/// <summary>Turns what is asked and what is answered into that of a system which differs from the contract in one way.</summary>
internal sealed class Differing
{
    private volatile Discrepancy? _now;

    /// <summary>Null when nothing differs.</summary>
    public Discrepancy? Now
    {
        get => _now;
        set => _now = value;
    }

    public SandboxRequest Asked(SandboxRequest request)
    {
        if (Now is not { } now || !now.Meets(request.System, request.Method, request.Path))
            return request;
        return request with
        {
            Query = [.. request.Query.Where(pair => !now.IgnoredFilters.Contains(pair.Key))],
            Headers = request.Headers.Where(pair => !Same(now.IgnoredHeader, pair.Key))
                .ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase),
        };
    }

    public SandboxReply Answered(SandboxRequest request, SandboxReply reply)
    {
        if (Now is not { } now || !now.Meets(request.System, request.Method, request.Path))
            return reply;
        if (now.Instead is { } status)
            return now.InsteadBody is null ? SandboxReply.Html(status, "Fout") : new(status, JsonNode.Parse(now.InsteadBody));
        var headers = new Dictionary<string, string>(reply.Headers.Where(one => !Same(now.LeftOutHeader, one.Key)));
        foreach (var (name, value) in now.Headers)
            headers[name] = value;
        var body = reply.Body?.DeepClone();
        if (now.Property is { } path)
            Change(body, path.Split('.'), now);
        if (now.KeepsOnly is { } kept && body is JsonArray list)
            body = new JsonArray([.. list.Where(item => IsKept(item, kept)).Select(item => item?.DeepClone())]);
        return reply with { Headers = headers, Body = body };
    }

    private static bool IsKept(JsonNode? item, string kept)
    {
        var parts = kept.Split('=');
        return parts[0].Split('.').Aggregate(item, (node, name) => (node as JsonObject)?[name])?.ToString() == parts[1];
    }

    // On the way to a property a list stands for each of its items.
    private static void Change(JsonNode? node, ReadOnlySpan<string> path, Discrepancy how)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Change(item, path, how);
        }
        else if (node is JsonObject parent && path.Length > 1)
        {
            Change(parent[path[0]], path[1..], how);
        }
        else if (node is JsonObject last && last.ContainsKey(path[0]))
        {
            last.Remove(path[0]);
            if (how.Value is { } value)
                last[path[0]] = JsonNode.Parse(value);
        }
    }

    private static bool Same(string? one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
