using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActivationWizard.Tests.Kit.Vera;

/// <summary>What the standard asks of a single value: its type, format, pattern, bounds and choices.</summary>
internal static class VeraValues
{
    private const string PatternInDescription = "Validatie-regex: ";

    /// <summary>Why the message is not of the type, or null when it is.</summary>
    public static string? Misfit(string type, JsonNode? message)
    {
        var kind = message?.GetValueKind() ?? JsonValueKind.Null;
        var fits = type switch
        {
            "object" => kind == JsonValueKind.Object,
            "array" => kind == JsonValueKind.Array,
            "string" => kind == JsonValueKind.String,
            "boolean" => kind is JsonValueKind.True or JsonValueKind.False,
            "number" => kind == JsonValueKind.Number,
            "integer" => kind == JsonValueKind.Number && decimal.IsInteger(Number(message!.ToJsonString())),
            _ => throw new NotSupportedException($"type {type}"),
        };
        return fits ? null : $"{kind} where {type} is asked";
    }

    /// <summary>What a value breaks of one part of its schema.</summary>
    public static IEnumerable<string> Violations(JsonObject part, JsonValue value)
    {
        var text = value.ToString();
        if (part["format"]?.ToString() is { } format && !HasFormat(format, text)) yield return $"'{text}' is no {format}";
        foreach (var pattern in Patterns(part).Where(pattern => !Regex.IsMatch(text, pattern, RegexOptions.ECMAScript)))
        {
            yield return $"'{text}' does not match {pattern}";
        }
        var choices = part["enum"]?.AsArray().Select(choice => choice!.ToString());
        if (choices?.Contains(text) == false) yield return $"'{text}' is not a choice";
        if (Bound(part, "minLength") is { } shortest && text.Length < shortest)
        {
            yield return $"'{text}' is shorter than {shortest}";
        }
        if (Bound(part, "maxLength") is { } longest && text.Length > longest) yield return $"'{text}' is longer than {longest}";
        if (Bound(part, "minimum") is { } least && Number(text) < least) yield return $"{text} is less than {least}";
        if (Bound(part, "maximum") is { } most && Number(text) > most) yield return $"{text} is more than {most}";
    }

    private static bool HasFormat(string format, string text) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        // All moments are UTC here, also where the files forget the pattern that says so.
        "date-time" => Regex.IsMatch(text, @"\A\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z\z", RegexOptions.ECMAScript)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        "byte" => Convert.TryFromBase64String(text, new byte[text.Length], out _),
        "int32" => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
        "float" or "duration" => true,
        _ => throw new NotSupportedException($"format {format}"),
    };

    private static IEnumerable<string> Patterns(JsonObject part)
    {
        if (part["pattern"] is { } pattern) yield return ToTheEnd(pattern.ToString());
        if (part["description"]?.ToString().Split(PatternInDescription) is [_, var described]) yield return ToTheEnd(described);
    }

    // `$` of the standard is the end; here it would also be the place before a last line feed.
    private static string ToTheEnd(string pattern) => pattern.EndsWith('$') ? pattern[..^1] + @"\z" : pattern;

    private static decimal? Bound(JsonObject part, string keyword) =>
        part[keyword] is { } bound ? Number(bound.ToString()) : null;

    private static decimal Number(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);
}
