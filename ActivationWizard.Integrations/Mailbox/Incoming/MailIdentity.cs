using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ActivationWizard.Domain.Values;

namespace ActivationWizard.Integrations.Mailbox.Incoming;

/// <summary>
/// What a mail is known by. Servers fold lines anew, change how letters are written and rewrite one form of a text from the
/// other: only letters and digits count, and the moment that it was sent.
/// </summary>
internal static class MailIdentity
{
    // The way it is made; another way needs another number, or every mail comes in once more.
    private const string Form = "1";

    public static string Of(MailHeaders headers, string text) => Of(Encoding.UTF8.GetBytes(string.Join(
        '\n',
        headers.MessageId,
        string.Join(',', headers.From.Select(from => from.Address.ToLowerInvariant()).Order(StringComparer.Ordinal)),
        headers.Date?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "",
        Folding.Of(headers.Subject),
        Folding.Of(text))));

    /// <summary>For what is no mail, or more than is read.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => $"{Form}-{Convert.ToHexString(SHA256.HashData(bytes))}";
}
