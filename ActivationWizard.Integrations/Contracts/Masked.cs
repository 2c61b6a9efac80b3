using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ActivationWizard.Integrations.Contracts;

/// <summary>
/// JSON without anybody in it: the names of its properties as they came, of a text only which kind of character stands where, no
/// number, of a list the first item and how many there are.
/// </summary>
internal static partial class Masked
{
    private const int Longest = 300;
    private const int LongestText = 24;

    private const string Between = "-:.@ +/";

    // What reference data and errors say: codes, not data of anybody.
    private static readonly string[] Codes = ["code", "status", "type", "channel", "error"];

    public static string Of(JsonNode? node)
    {
        var text = new StringBuilder();
        Write(text, node, name: "");
        return text.Length > Longest ? text.ToString(0, Longest) + "…" : text.ToString();
    }

    /// <summary>Letters become x, digits 9; what stands between them stays: it tells one notation from another.</summary>
    public static string Text(string value)
    {
        var masked = string.Concat(value.Take(LongestText).Select(one =>
            char.IsAsciiDigit(one) ? '9' : char.IsLetter(one) ? 'x' : Between.Contains(one) ? one : '*'));
        return value.Length > LongestText ? masked + "…" : masked;
    }

    private static void Write(StringBuilder text, JsonNode? node, string name)
    {
        switch (node)
        {
            case null:
                text.Append("null");
                break;
            case JsonObject parent:
                text.Append('{');
                foreach (var (index, (property, value)) in parent.Index())
                {
                    text.Append(index is 0 ? "" : ", ").Append(PropertyName().IsMatch(property) ? property : "…").Append(": ");
                    Write(text, value, property);
                }

                text.Append('}');
                break;
            case JsonArray { Count: 0 }:
                text.Append("[]");
                break;
            case JsonArray list:
                text.Append('[');
                Write(text, list[0], name);
                text.Append(list.Count > 1 ? $", … {list.Count}]" : "]");
                break;
            default:
                text.Append(Value(node, name));
                break;
        }
    }

    private static string Value(JsonNode value, string name) => value.GetValueKind() switch
    {
        JsonValueKind.String => Codes.Contains(name) && CodeWord().IsMatch(value.GetValue<string>())
            ? $"\"{value.GetValue<string>()}\""
            : $"\"{Text(value.GetValue<string>())}\"",
        JsonValueKind.Number => "9",
        _ => value.ToJsonString(),
    };

    [GeneratedRegex(@"\A[A-Za-z_][A-Za-z0-9_.-]{0,39}\z")]
    private static partial Regex PropertyName();

    // No digits: a relation number may stand where a code is expected.
    [GeneratedRegex(@"\A([A-Z]{3}|[a-z:_-]{3,40})\z")]
    private static partial Regex CodeWord();
}
