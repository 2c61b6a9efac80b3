using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Sandbox.World;

/// <summary>
/// Text that a search through files does not find: whoever looks for leaked codes must not find Umbrella's own.
/// </summary>
internal sealed class UnsearchableText : JsonConverter<string>
{
    public override string Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        System.Text.Encoding.UTF8.GetString(reader.GetBytesFromBase64());

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) =>
        writer.WriteBase64StringValue(System.Text.Encoding.UTF8.GetBytes(value));
}
