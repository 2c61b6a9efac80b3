using System.Text.Json;
using System.Text.Json.Serialization;

namespace ActivationWizard.Integrations.Http;

/// <summary>
/// JSON as agreed: camelCase, at most 32 deep, no property twice, no null where a value is promised, moments with their offset.
/// </summary>
internal static class SystemJson
{
    public const int DeepestResponse = 32;

    public static JsonSerializerOptions Options { get; } = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        MaxDepth = DeepestResponse,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new MomentConverter() },
    };

    public static JsonDocumentOptions Document { get; } = new() { MaxDepth = DeepestResponse, AllowDuplicateProperties = false };
}
