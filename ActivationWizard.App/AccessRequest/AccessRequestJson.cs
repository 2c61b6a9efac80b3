using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using ActivationWizard.App.Journal.Incoming;
using ActivationWizard.App.Journal.Transfer;

namespace ActivationWizard.App.AccessRequest;

/// <summary>
/// What is known about a tenant as JSON: every case with its events as in the file of a case, and what is beside it. It is
/// written a case at a time; cut off, it is no JSON.
/// </summary>
public static class AccessRequestJson
{
    /// <summary>The format of the file.</summary>
    public const string Format = "activationwizard-access-request/1";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter() },
    };

    public static async Task WriteAsync(
        CasesOfTenant cases, DateTimeOffset madeAt, Stream output, CancellationToken cancellation)
    {
        var buffer = new ArrayBufferWriter<byte>();
        await using var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, Encoder = Options.Encoder });
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteString("madeAt", madeAt);
        writer.WriteStartArray("cases");
        await foreach (var one in cases.AllAsync(cancellation))
        {
            JsonSerializer.Serialize(writer, Of(one), Options);
            await PassOnAsync();
        }

        writer.WriteEndArray();
        writer.WritePropertyName("messages");
        JsonSerializer.Serialize(writer, cases.Messages.Select(Of), Options);
        writer.WriteEndObject();
        await PassOnAsync();

        async Task PassOnAsync()
        {
            await writer.FlushAsync(cancellation);
            await output.WriteAsync(buffer.WrittenMemory, cancellation);
            buffer.ResetWrittenCount();
        }
    }

    private static object Of(StoredMessage message) => new
    {
        message.ReceivedAt,
        message.ReadAt,
        message.Kind,
        message.State,
        message.Reason,
        message.Head,
        message.Effect,
        message.DecidedBy,
        message.DecidedAt,
        message.TakenBack,
    };

    private static object Of(TenantCase one) => new
    {
        Number = one.Case.Number.ToString(),
        one.Case.ErasedAt,
        NotReadableFrom = one.Case.Break?.Sequence,
        one.Events,
        Comments = one.Comments.Select(said => new { said.At, By = said.Author.Name, said.Kind, said.Text, said.ResolvedAt }),
        one.Drafts,
        Review = one.Review is { } review
            ? new { review.At, By = review.Reviewer, review.Assessment, review.Reason, review.Remark } : null,
        Messages = one.Messages.Select(Of),
        Accesses = one.Accesses.Select(look => new
        {
            look.At,
            By = look.Actor.Name,
            look.Actor.Role,
            look.Kind,
            look.Ground,
            look.Reason,
            look.Note,
            look.Detail,
        }),
    };
}
