using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// A field that a fact may need: given, absent (null is the same), or of a shape that cannot be read. It never spoils the message
/// it is in; whoever needs it decides. Fields that no fact needs are not declared, and so not looked at.
/// </summary>
/// <param name="Value">Null unless given. For a value type, <typeparamref name="T"/> is its nullable.</param>
/// <param name="IsUnreadable">There is something that is no <typeparamref name="T"/>.</param>
[JsonConverter(typeof(FieldConverter))]
internal readonly record struct Field<T>(T? Value, bool IsUnreadable = false);

/// <summary>Reads what can be read as <c>T</c>, and steps over what cannot.</summary>
internal sealed class FieldConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Field<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)
        Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    /// <summary>
    /// The value at the reader, which then stands at its end; unreadable when it is no <typeparamref name="T"/>.
    /// </summary>
    /// <exception cref="JsonException">It is no JSON, or nested too deeply.</exception>
    public static Field<T> Read<T>(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var start = reader;
        try
        {
            return new Field<T>(JsonSerializer.Deserialize<T>(ref reader, options));
        }
        catch (JsonException)
        {
            reader = start;
            reader.Skip();
            return new Field<T>(default, IsUnreadable: true);
        }
    }

    private sealed class Converter<T> : JsonConverter<Field<T>>
    {
        public override bool HandleNull => true;

        public override Field<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType is JsonTokenType.Null ? default : Read<T>(ref reader, options);

        public override void Write(Utf8JsonWriter writer, Field<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Fields are for reading; what is sent has types of its own.");
    }
}
