using MimeKit;

namespace ActivationWizard.Integrations.Mailbox.Store;

/// <summary>
/// One message in one folder. It names no other message ever: where a server numbers its folder anew, the key names none. A
/// message that is moved gets another key.
/// </summary>
/// <param name="Folder">Where it is.</param>
/// <param name="Id">What the adapter knows it by; at most 100 characters of ASCII.</param>
public sealed record MailKey(MailFolderPath Folder, string Id);

/// <summary>What is known of a message without reading it.</summary>
/// <param name="Key">What it is read and moved by.</param>
/// <param name="MessageId">
/// The first Message-ID in its headers, without brackets; null when it has none, or one that is none. Whoever wrote the message
/// chose it: it can be that of another message.
/// </param>
/// <param name="Size">In bytes, as the server says.</param>
/// <param name="ReceivedAt">When it came into the mailbox, by the server's clock.</param>
public sealed record MailHead(MailKey Key, string? MessageId, long Size, DateTimeOffset ReceivedAt);

/// <summary>What came of reading a message. Closed.</summary>
public abstract record MailReading
{
    /// <summary>The most bytes of a message that is read: 25 MB of attachments, written as letters, and room to spare.</summary>
    public const int LargestMessage = 50 * 1024 * 1024;

    private MailReading()
    {
    }

    /// <summary>
    /// The message as it came over the wire; reading it marks it as nothing. What is made of it is the caller's: some messages
    /// are made to keep a parser busy for hours.
    /// </summary>
    public sealed record Found(byte[] Source) : MailReading
    {
        /// <summary>
        /// The message taken apart, for who knows whose it is; the caller disposes it. Throws <see cref="FormatException"/> for
        /// what is no message.
        /// </summary>
        public MimeMessage Parse() => MimeMessage.Load(new MemoryStream(Source), persistent: true);
    }

    /// <summary>It is not there any more, or is marked as deleted.</summary>
    public sealed record Gone : MailReading;

    /// <summary>It is larger than <see cref="LargestMessage"/>.</summary>
    public sealed record TooLarge(long Size) : MailReading;
}

/// <summary>What came of moving a message. Closed.</summary>
public abstract record MailMove
{
    private MailMove()
    {
    }

    /// <summary>It is there. <paramref name="Key"/> is null where the server does not say under which key.</summary>
    public sealed record Moved(MailKey? Key) : MailMove;

    /// <summary>It was not there any more: somebody else moved it, or an earlier attempt whose answer was lost did.</summary>
    public sealed record Gone : MailMove;
}
