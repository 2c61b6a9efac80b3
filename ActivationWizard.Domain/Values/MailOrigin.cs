using System.Globalization;

namespace ActivationWizard.Domain.Values;

/// <summary>The mail that a request came by, as far as an answer needs it to stand in its thread.</summary>
/// <param name="MessageId">Its Message-ID, with its brackets.</param>
/// <param name="References">
/// The Message-IDs that it refers to itself, oldest first; at most <see cref="MostReferences"/>.
/// </param>
/// <param name="Subject">Its subject on one line, at most <see cref="LongestSubject"/> characters; empty for none.</param>
public sealed record MailOrigin(string MessageId, IReadOnlyList<string> References, string Subject)
{
    /// <summary>The most Message-IDs that are kept; of a longer thread those at its begin and end.</summary>
    public const int MostReferences = 20;

    /// <summary>The longest subject that is kept, in characters.</summary>
    public const int LongestSubject = 200;

    private const int LongestMessageId = 250;
    private static readonly string[] ReplyWords = ["Re", "Antw", "Betr"];

    /// <summary>The subject of an answer.</summary>
    public string ReplySubject => IsReply(Subject) ? Subject : $"Re: {Subject}".TrimEnd();

    /// <summary>
    /// The origin of what a mail says about itself; null when its Message-ID is none, and then an answer stands by itself. What
    /// else is not as it should be is left out.
    /// </summary>
    public static MailOrigin? Of(string? messageId, IEnumerable<string> references, string? subject)
    {
        if (!IsMessageId(messageId))
            return null;
        List<string> ids = [.. references.Where(IsMessageId)];
        return new MailOrigin(
            messageId!,
            ids.Count <= MostReferences ? ids : [ids[0], .. ids.TakeLast(MostReferences - 1)],
            Line(subject ?? ""));
    }

    /// <summary>Compares the references one by one.</summary>
    public bool Equals(MailOrigin? other) => other is not null && MessageId == other.MessageId && Subject == other.Subject
        && References.SequenceEqual(other.References);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(MessageId, Subject, References.Count);

    private static bool IsMessageId(string? text) => text is ['<', .. var id, '>'] && text.Length <= LongestMessageId
        && id.All(one => one is > ' ' and <= '~' and not '<' and not '>')
        && id.IndexOf('@', StringComparison.Ordinal) > 0 && id[^1] is not '@';

    private static bool IsReply(string subject) => ReplyWords.Any(word =>
        subject.StartsWith(word, StringComparison.OrdinalIgnoreCase) && subject[word.Length..].TrimStart().StartsWith(':'));

    // What is not seen could make the line say something else in one mail program than in another.
    private static string Line(string text)
    {
        var seen = text
            .Where(one => char.GetUnicodeCategory(one) is not (UnicodeCategory.Format or UnicodeCategory.Surrogate))
            .Select(one => char.IsControl(one) || char.IsWhiteSpace(one) ? ' ' : one);
        var line = string.Join(' ', string.Concat(seen).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSubject ? line : line[..LongestSubject].TrimEnd();
    }
}
