using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// The items of a list; a list that is absent has none. An item that cannot be read, and a null, could be anything and so stands
/// there as a null; instead of a list that is no list there is one such item.
/// </summary>
[JsonConverter(typeof(ItemsConverter))]
internal readonly struct Items<T>(IReadOnlyList<T?> items) : IEnumerable<T?>
    where T : class
{
    private readonly IReadOnlyList<T?>? _items = items;

    /// <summary>The items that can be read.</summary>
    public IEnumerable<T> Readable => this.OfType<T>();

    /// <summary>True when there is something that cannot be read.</summary>
    public bool HasUnreadable => this.Contains(null);

    public IEnumerator<T?> GetEnumerator() => (_items ?? []).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Reads a list item by item.</summary>
internal sealed class ItemsConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Items<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => (JsonConverter)
        Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Converter<T> : JsonConverter<Items<T>>
        where T : class
    {
        public override bool HandleNull => true;

        public override Items<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType is JsonTokenType.Null)
                return default;
            if (reader.TokenType is not JsonTokenType.StartArray)
            {
                reader.Skip();
                return new Items<T>([null]);
            }

            var items = new List<T?>();
            while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
                items.Add(FieldConverter.Read<T>(ref reader, options).Value);
            return new Items<T>(items);
        }

        public override void Write(Utf8JsonWriter writer, Items<T> value, JsonSerializerOptions options) =>
            throw new NotSupportedException("Items are for reading; what is sent has types of its own.");
    }
}
