namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>How much of a mail is read. What is beyond is left out, and a note says so.</summary>
public static class MailBounds
{
    /// <summary>In bytes, as it comes over the wire: 25 MB of attachments, written as letters, and room to spare.</summary>
    public const int LargestMail = 50 * 1024 * 1024;

    /// <summary>Of a whole mail: a parser keeps something for each line of a head, and a mail of people has no more.</summary>
    public const int MostLines = 1_000_000;

    /// <summary>Of one header as it is written, in bytes.</summary>
    public const int LongestHeader = 16 * 1024;

    /// <summary>
    /// Of one header that says what a part is, folds included, in bytes: a parser takes it apart at once, and looks at every
    /// parameter again for each.
    /// </summary>
    public const int LongestContentHeader = 8 * 1024;

    /// <summary>Parts that are looked at, those that hold others included.</summary>
    public const int MostParts = 1_000;

    /// <summary>Parts within parts.</summary>
    public const int DeepestPart = 150;

    /// <summary>Of one part that is text, as it is written, in characters.</summary>
    public const int LongestPart = 1024 * 1024;

    /// <summary>Of the text that is kept, in characters.</summary>
    public const int LongestText = 100_000;

    /// <summary>Of a subject, a name or a line of a report, in characters.</summary>
    public const int LongestLine = 300;

    public const int MostAttachments = 50;

    /// <summary>Of the name of an attachment, in characters.</summary>
    public const int LongestAttachmentName = 100;

    // Of a part that a mail server wrote about a mail, in bytes.
    internal const int LongestReport = 256 * 1024;

    // Of a mail that is too large, from its beginning, in bytes.
    internal const int HeadOfTooLarge = 64 * 1024;
}
