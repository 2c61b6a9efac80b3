using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Transfer;

/// <summary>Between a case's file and its bytes, and the digests in it.</summary>
internal static class CaseFiles
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static byte[] Write(CaseFile file) => JsonSerializer.SerializeToUtf8Bytes(file, Options);

    /// <summary>Null for what is no such file.</summary>
    public static CaseFile? Read(ReadOnlySpan<byte> bytes)
    {
        try
        {
            // An editor may have put a byte order mark before it.
            var text = bytes.StartsWith(Encoding.UTF8.Preamble) ? bytes[Encoding.UTF8.Preamble.Length..] : bytes;
            return JsonSerializer.Deserialize<CaseFile>(text, Options) is { Format: CaseFile.Name } file
                && file.Events.All(one => one is not null) ? file : null;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException or InvalidOperationException)
        {
            // InvalidOperationException: half of a character, written as an escape.
            return null;
        }
    }

    /// <summary>An event of the journal as it goes into a file, after the digest of the one before it.</summary>
    public static CaseFileEvent Of(EventRow row, byte[] fact, string previous)
    {
        using var document = JsonDocument.Parse(fact);
        var one = new CaseFileEvent(
            row.Sequence,
            row.Kind,
            row.SchemaVersion,
            row.ActorId,
            row.ActorName,
            row.ActorRole,
            row.Instance,
            new DateTimeOffset(row.At, TimeSpan.Zero),
            row.EffectKey,
            row.RulesVersion,
            document.RootElement.Clone(),
            "");
        return one with { Digest = DigestOf(one, previous) };
    }

    /// <summary>SHA-256 over everything of the event but its digest, and over the digest before it.</summary>
    public static string DigestOf(CaseFileEvent one, string previous)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string?[] parts =
        [
            previous, $"{one.Sequence}", one.Kind, $"{one.SchemaVersion}", one.ActorId, one.ActorName,
            one.ActorRole, one.Instance,
            $"{one.At.UtcTicks}", one.EffectKey, one.RulesVersion, Encoding.UTF8.GetString(Compact(one.Fact)),
        ];
        foreach (var part in parts)
            hash.AppendData(Encoding.UTF8.GetBytes(part is null ? "-;" : $"{part.Length};{part}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The fact as the journal writes it: without the white space of a file that is read by people.</summary>
    public static byte[] Compact(JsonElement fact)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = Options.Encoder }))
            fact.WriteTo(writer);
        return buffer.WrittenSpan.ToArray();
    }
}
