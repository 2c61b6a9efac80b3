using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using ActivationWizard.App.Journal.Storage;

namespace ActivationWizard.App.Journal.Integrity;

/// <summary>
/// The one way in which an event is written as bytes for its hash: every column in a fixed order, numbers big-endian, texts and
/// arrays with their length before them, so that no two events have the same bytes.
/// </summary>
internal static class Envelope
{
    private const byte Form = 1;

    /// <summary>Everything of the event but its hash.</summary>
    public static ReadOnlySpan<byte> BytesOf(EventRow row)
    {
        var writer = new ArrayBufferWriter<byte>(row.Payload.Length + 512);
        writer.GetSpan(1)[0] = Form;
        writer.Advance(1);
        Add(writer, row.Case);
        Add(writer, row.Sequence);
        Add(writer, row.Kind);
        Add(writer, row.SchemaVersion);
        Add(writer, row.ActorId);
        Add(writer, row.ActorName);
        Add(writer, row.ActorRole);
        Add(writer, row.Instance);
        Add(writer, row.At);
        Add(writer, row.EffectKey);
        Add(writer, row.RulesVersion);
        Add(writer, row.Payload);
        Add(writer, row.KeyId.ToByteArray(bigEndian: true));
        Add(writer, row.PreviousHash);
        return writer.WrittenSpan;
    }

    /// <summary>What a payload is bound to: it opens in no other case, at no other place, as no other kind.</summary>
    public static byte[] PlaceOf(long @case, int sequence, string kind)
    {
        var place = new byte[12 + Encoding.UTF8.GetByteCount(kind)];
        BinaryPrimitives.WriteInt64BigEndian(place, @case);
        BinaryPrimitives.WriteInt32BigEndian(place.AsSpan(8), sequence);
        Encoding.UTF8.GetBytes(kind, place.AsSpan(12));
        return place;
    }

    /// <summary>
    /// What the text of a comment is bound to: its case, its event, who said it, when and what for. An earlier version bound it
    /// to less, see <see cref="EarlierPlaceOf"/>.
    /// </summary>
    public static byte[] PlaceOf(CommentRow row) => PlaceOf(
        row.Case,
        row.Sequence,
        FormattableString.Invariant($"comment {row.Id:N} {row.Kind} {row.At} {row.AuthorRole} {row.AuthorId.Length} ")
        + $"{row.AuthorId} {row.AuthorName}");

    /// <summary>What an earlier version bound the text of a comment to.</summary>
    public static byte[] EarlierPlaceOf(CommentRow row) => PlaceOf(row.Case, 0, $"comment {row.Id:N}");

    /// <summary>What the note of an access record is bound to: its case, who opened it, and when.</summary>
    public static byte[] PlaceOf(AccessRow row) => PlaceOf(
        row.Case, 0, FormattableString.Invariant($"access {row.Id:N} {row.At} ") + row.ActorId);

    /// <summary>What a draft is bound to.</summary>
    public static byte[] PlaceOf(DraftRow row) =>
        PlaceOf(row.Case, row.Question, $"draft {row.PersonId.Length} {row.PersonId} {row.Field}");

    /// <summary>What the remark of a review is bound to: its case, who wrote it, when, and how it judges.</summary>
    public static byte[] PlaceOf(ReviewRow row) => PlaceOf(
        row.Case, 0, FormattableString.Invariant($"review {row.ReviewedAt} {row.Assessment} {row.Reason} ") + row.ReviewerId);

    /// <summary>What the reason of a hand-over that is due is bound to; its act where it has one.</summary>
    public static byte[] PlaceOf(DueHandOverRow row) => PlaceOf(
        row.Case,
        0,
        FormattableString.Invariant($"hand over {row.At} {row.FromId.Length} {row.FromId} {row.ToId?.Length} {row.ToId} ")
        + row.ById + (row.Act is { } act ? $" {act}" : ""));

    private static void Add(ArrayBufferWriter<byte> writer, long number)
    {
        BinaryPrimitives.WriteInt64BigEndian(writer.GetSpan(8), number);
        writer.Advance(8);
    }

    private static void Add(ArrayBufferWriter<byte> writer, string? text)
    {
        Add(writer, text is null ? -1L : Encoding.UTF8.GetByteCount(text));
        if (text is not null)
            writer.Advance(Encoding.UTF8.GetBytes(text, writer.GetSpan(Encoding.UTF8.GetByteCount(text))));
    }

    private static void Add(ArrayBufferWriter<byte> writer, byte[] bytes)
    {
        Add(writer, (long)bytes.Length);
        writer.Write(bytes);
    }
}
