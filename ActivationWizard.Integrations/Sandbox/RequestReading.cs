using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ActivationWizard.Integrations.Sandbox;

/// <summary>Turns a request on the wire into one the simulators read.</summary>
internal static class RequestReading
{
    public static async Task<SandboxRequest> ReadAsync(HttpContext context, string system)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync(context.RequestAborted);
        var path = request.Path.Value ?? "";
        return new(system, request.Method, path.Length > system.Length + 1 ? path[(system.Length + 1)..] : "/")
        {
            Origin = $"{request.Scheme}://{request.Host}/{system}",
            Query = [.. request.Query.SelectMany(pair => pair.Value.Select(value => KeyValuePair.Create(pair.Key, value ?? "")))],
            Headers = request.Headers.ToDictionary(
                pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Text = text,
            Body = Parsed(text),
        };
    }

    private static JsonNode? Parsed(string text)
    {
        try
        {
            return text.Length == 0 ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
