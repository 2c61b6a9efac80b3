using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// Reads a moment with its offset from UTC. One without could be any of 24 hours, and would be read by the zone of this server:
/// it is no moment.
/// </summary>
internal sealed class MomentConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
        && reader.TryGetDateTime(out var written) && written.Kind is not DateTimeKind.Unspecified
        && reader.TryGetDateTimeOffset(out var moment)
            ? moment
            : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);
}
