using System.Text;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>The headers of a mail and its parts that a parser takes apart as soon as it comes to them.</summary>
internal static class ContentHeaders
{
    /// <summary>True when one is longer than <see cref="MailBounds.LongestContentHeader"/>, wherever in the mail.</summary>
    public static bool AreTooLong(ReadOnlySpan<byte> mail)
    {
        var length = 0;
        while (mail.Length > 0)
        {
            var end = mail.IndexOf((byte)'\n');
            var line = end < 0 ? mail : mail[..(end + 1)];
            mail = mail[line.Length..];
            length = line[0] is not ((byte)' ' or (byte)'\t') ? IsOne(line) ? line.Length : 0
                : length > 0 ? length + line.Length
                : 0;
            if (length > MailBounds.LongestContentHeader)
                return true;
        }

        return false;
    }

    private static bool IsOne(ReadOnlySpan<byte> line)
    {
        var name = "content-"u8;
        return line.Length > name.Length && Ascii.EqualsIgnoreCase(line[..name.Length], name);
    }
}
