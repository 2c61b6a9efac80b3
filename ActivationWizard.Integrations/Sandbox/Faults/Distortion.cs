using System.Text.Json.Nodes;

namespace ActivationWizard.Integrations.Sandbox.Faults;

/// <summary>Answers that are well delivered and wrong.</summary>
internal static class Distortion
{
    public static SandboxReply Apply(FaultRule rule, SandboxRequest request, SandboxReply reply) => rule.Fault switch
    {
        FaultKind.MalformedJson => reply with { Text = "{ \"klantId\": \"12", Bytes = null },
        FaultKind.WrongSubject => Changed(reply, body => Misdirection.Apply(body, request)),
        FaultKind.Duplicate => Changed(reply, Twice),
        FaultKind.UnknownCode => Changed(reply, body => Drift.UnknownCodes(body, rule.Fields)),
        FaultKind.MissingFields => Changed(reply, body => Drift.LeftOut(body, rule.Fields)),
        FaultKind.Oversize => reply with { Text = new string(' ', (1 << 20) + 1) + reply.Content, Bytes = null },
        FaultKind.TooDeep => Changed(reply, Deep),
        _ => reply,
    };

    /// <summary>What is said instead of an answer; null when the answer itself is sent.</summary>
    public static SandboxReply? Instead(FaultRule rule, SandboxRequest request, SimulatedSystem system, DateTimeOffset now) =>
        rule.Fault switch
        {
            FaultKind.ErrorBefore or FaultKind.ErrorAfter => system.Error(rule.Status ?? 500, "storing", "Something went wrong."),
            FaultKind.LateEffect => system.Error(rule.Status ?? 503, "storing", "Try again later."),
            FaultKind.TooManyRequests => Busy(rule, system, now),
            FaultKind.LoginPage => SandboxReply.Html(200, "Inloggen"),
            FaultKind.NotFoundHtml => SandboxReply.Html(404, "Niet gevonden"),
            FaultKind.Unauthorized => new(401),
            FaultKind.Forbidden => new(403),
            FaultKind.Conflict => system.Error(409, "conflict", "The state is another."),
            FaultKind.Redirect => new SandboxReply(302).With("Location", $"{request.Origin}/elders/inloggen"),
            _ => null,
        };

    private static SandboxReply Busy(FaultRule rule, SimulatedSystem system, DateTimeOffset now)
    {
        var reply = system.Error(429, "te-veel", "Too many calls.");
        return rule.RetryAfter switch
        {
            "absent" => reply,
            "date" => reply.With("Retry-After", (now + rule.Delay).ToUniversalTime().ToString("R")),
            var value => reply.With("Retry-After", value),
        };
    }

    private static SandboxReply Changed(SandboxReply reply, Func<JsonNode, JsonNode> change) =>
        reply.Body is null ? reply : reply with { Body = change(reply.Body.DeepClone()) };

    private static JsonNode Twice(JsonNode body)
    {
        var list = body as JsonArray ?? (body as JsonObject)?["data"] as JsonArray;
        if (list is { Count: > 0 }) list.Add(list[0]!.DeepClone());
        return body;
    }

    private static JsonNode Deep(JsonNode body)
    {
        var nested = new JsonArray();
        for (var depth = 0; depth < 40; depth++) nested = [nested];
        if (body is JsonArray list) list.Add(new JsonObject { ["diep"] = nested });
        if (body is JsonObject one) one["diep"] = nested;
        return body;
    }
}
