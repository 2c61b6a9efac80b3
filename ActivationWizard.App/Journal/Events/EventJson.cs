using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;
using ActivationWizard.App.Journal.Integrity;
using ActivationWizard.Domain.Cases;
using ActivationWizard.Domain.Events;
using ActivationWizard.Domain.Facts;
using ActivationWizard.Domain.Rules;

namespace ActivationWizard.App.Journal.Events;

/// <summary>
/// The events as JSON, as they are kept for years: camelCase, enums by name, what was not asked left out. Strict both ways:
/// what a type does not have, or misses, makes the event unreadable instead of half read.
/// </summary>
public static class EventJson
{
    /// <summary>The form of all payloads so far.</summary>
    public const int SchemaVersion = 1;

    private static readonly JsonSerializerOptions Options = Make();

    /// <summary>The event without its kind, which is the envelope's.</summary>
    public static byte[] Write(CaseEvent happened) => JsonSerializer.SerializeToUtf8Bytes(happened, happened.GetType(), Options);

    /// <summary>False when the kind or the schema version is not known, or the JSON is not such an event.</summary>
    public static bool TryRead(
        string kind, int schemaVersion, ReadOnlySpan<byte> json, [NotNullWhen(true)] out CaseEvent? happened, out CaseFault fault)
    {
        (happened, fault) = (null, CaseFault.UnknownKind);
        if (schemaVersion is not SchemaVersion || !JournalNames.Types.TryGetValue(kind, out var type))
            return false;

        fault = CaseFault.UnreadablePayload;
        try
        {
            happened = (CaseEvent?)JsonSerializer.Deserialize(json, type, Options);
        }
        catch (Exception exception) when (exception
            is JsonException or NotSupportedException or ArgumentException or InvalidOperationException)
        {
            return false;
        }

        return happened is not null;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
            TypeInfoResolver = new DefaultJsonTypeInfoResolver
            {
                Modifiers = { LeaveOutWhatFollows, LeaveOutWhatWasNotAsked, NameOutcomes },
            },
            Converters = { new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false) },
        };
        options.MakeReadOnly();
        return options;
    }

    // What is computed from the rest of a record is not kept.
    private static void LeaveOutWhatFollows(JsonTypeInfo type)
    {
        foreach (var computed in type.Properties.Where(property => property.Set is null).ToList())
            type.Properties.Remove(computed);
    }

    private static void NameOutcomes(JsonTypeInfo type)
    {
        if (type.Type != typeof(Ruling))
            return;

        type.PolymorphismOptions = new JsonPolymorphismOptions
        {
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
            DerivedTypes =
            {
                new JsonDerivedType(typeof(Ruling.Send), "send"),
                new JsonDerivedType(typeof(Ruling.Refuse), "refuse"),
                new JsonDerivedType(typeof(Ruling.Hold), "hold"),
                new JsonDerivedType(typeof(Ruling.AskTreatAsNewCode), "ask-new-code"),
            },
        };
    }

    private static void LeaveOutWhatWasNotAsked(JsonTypeInfo type)
    {
        foreach (var property in type.Type == typeof(CaseFacts) ? type.Properties : [])
        {
            var notAsked = property.Get!(CaseFacts.None);
            property.ShouldSerialize = (_, fact) => !Equals(fact, notAsked);
        }
    }
}
