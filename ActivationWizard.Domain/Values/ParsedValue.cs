using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Domain.Values;

/// <summary>A value that only comes into being from text that is valid.</summary>
public interface IParsedValue<TSelf>
    where TSelf : class, IParsedValue<TSelf>
{
    /// <summary>False, and no value, for text that is not valid; never throws, null included.</summary>
    static abstract bool TryParse(string? text, [NotNullWhen(true)] out TSelf? value);
}

/// <summary>Writes a value as its text and refuses text that is not valid.</summary>
public sealed class ParsedValueConverter<T> : JsonConverter<T>
    where T : class, IParsedValue<T>
{
    /// <inheritdoc />
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.TryParse(reader.GetString(), out var value)
            ? value
            : throw new JsonException($"Not a valid {typeof(T).Name}.");

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
