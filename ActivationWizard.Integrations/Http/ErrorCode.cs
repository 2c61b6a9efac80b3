using System.Text.Json;
using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Http;

/// <summary>Finds the code in one system's own error body; <paramref name="find"/> is given a JSON object only.</summary>
internal sealed partial class ErrorCode(Func<JsonElement, string?> find)
{
    /// <summary>Null for a body that is not this system's own.</summary>
    public string? In(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, SystemJson.Document);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object && find(root) is { } code && Word().IsMatch(code) ? code : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The text of a property of an object; null for anything else.</summary>
    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind is JsonValueKind.Object && parent.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String
            ? value.GetString()
            : null;

    // A code is a word of the contract; a sentence may name somebody.
    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Word();
}
