using System.Text;
using MimeKit;
using MimeKit.Text;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>The text of one part of a mail: decoded, and as plain text whatever it was written in.</summary>
internal static class PartText
{
    private const int Latin1 = 28591;
    private const int PlainAscii = 20127;
    private const int Windows = 1252;

    /// <summary>At most <see cref="MailBounds.LongestText"/> characters; empty for a part without content.</summary>
    public static string Of(TextPart part, ICollection<MailNote> notes)
    {
        var written = Decoded(part, notes);
        var text = part.IsHtml ? HtmlText.Of(written, MailBounds.LongestText + 1)
            : part.IsFlowed ? Unflowed(part, written)
            : written;
        if (CleanText.TurnsDirection(text))
            notes.Add(MailNote.DirectionTurned);
        var clean = CleanText.Lines(text);
        if (clean.Length > MailBounds.LongestText)
            notes.Add(MailNote.TextCut);
        return CleanText.Start(clean, MailBounds.LongestText);
    }

    private static string Decoded(TextPart part, ICollection<MailNote> notes)
    {
        if (part.Content is null)
            return "";
        var declared = Declared(part);
        var utf8 = Strict(new UTF8Encoding(false));
        // What is right as UTF-8 and not ASCII is UTF-8, whatever of eight bits it says it is: no text is so by chance.
        foreach (var encoding in (Encoding?[])(declared is { IsSingleByte: false } ? [declared, utf8] : [utf8, declared]))
        {
            if (encoding is not null && TryRead(part, encoding, notes) is { } text)
            {
                if (part.ContentType.Charset is { Length: > 0 } && encoding != declared && !Ascii.IsValid(text))
                    notes.Add(MailNote.CharsetGuessed);
                return text;
            }
        }

        notes.Add(MailNote.CharsetGuessed);
        return Read(part, Encoding.GetEncoding(Windows), notes);
    }

    private static string? TryRead(TextPart part, Encoding encoding, ICollection<MailNote> notes)
    {
        try
        {
            return Read(part, encoding, notes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    private static string Read(TextPart part, Encoding encoding, ICollection<MailNote> notes)
    {
        using var stream = part.Content!.Open();
        using var reader = new StreamReader(stream, encoding, detectEncodingFromByteOrderMarks: true);
        var text = new StringBuilder();
        var buffer = new char[4096];
        while (text.Length <= MailBounds.LongestPart && reader.Read(buffer, 0, buffer.Length) is var count and > 0)
            text.Append(buffer, 0, count);
        if (text.Length > MailBounds.LongestPart)
        {
            notes.Add(MailNote.TextCut);
            text.Length = MailBounds.LongestPart;
        }

        return text.ToString();
    }

    // Null when it says none, or one that nobody knows. What is said to be Latin-1 is, with the signs of Windows in it, what
    // browsers read it as.
    private static Encoding? Declared(TextPart part) => part.ContentType.CharsetEncoding switch
    {
        null or { CodePage: PlainAscii } => null,
        { CodePage: Latin1 } => Encoding.GetEncoding(Windows),
        { } encoding => Strict(encoding),
    };

    private static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    private static string Unflowed(TextPart part, string written) => new FlowedToText
    {
        DeleteSpace = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase),
    }.Convert(written);
}
