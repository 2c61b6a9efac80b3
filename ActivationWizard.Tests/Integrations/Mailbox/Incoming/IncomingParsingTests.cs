using System.Text;
using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;
using ActivationWizard.Tests.Kit.Run;
using CsCheck;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>
/// Whatever comes in is read as something, within its bounds: never an exception, and never without an end. A failure prints the
/// seed it can be had again with.
/// </summary>
public sealed class IncomingParsingTests
{
    private const int Small = 8_000;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    // Each is made once; the large ones have the approved table.
    private static readonly byte[][] Mails =
        [.. OddMails.All.Where(mail => !IsLarge(mail.Name)).Select(mail => mail.Make()).Where(mail => mail.Length <= Small)];

    private static readonly string[] Names =
    [
        "From", "Subject", "Date", "Message-ID", "In-Reply-To", "References", "Reply-To", "Content-Type", "Content-Disposition",
        "Content-Transfer-Encoding", "Auto-Submitted", "Return-Path", "List-Id", "X-Spam-Flag", "Delivered-To", "MIME-Version",
            "",
    ];

    private static readonly string[] Values =
    [
        Letter.OurId, "a@mail.example", "wonen@thuis.example", "formulier@website.example", "Aanvraag activatiecode", "base64",
        "quoted-printable", "multipart/mixed; boundary=\"=grens\"",
            "multipart/report; report-type=delivery-status; boundary=\"=grens\"",
        "message/rfc822", "message/delivery-status", "text/html", "text/plain; charset=utf-16", "=?utf-8?b?////?=", "<>", "YES",
            "(((", "\"",
    ];

    private static readonly Gen<byte[]> Any = Gen.Select(
        Gen.Int[0, Mails.Length - 1],
        Gen.Int[0, Mails.Length - 1],
        Gen.Select(Gen.OneOf(Names), Gen.OneOf(Gen.OneOf(Values), PastedTexts.Any), (name, value) => $"{name}: {value}\r\n")
            .Array[0, 3],
        Gen.Int[0, 5],
        Gen.Select(Gen.Int[0, Small], Gen.Byte).Array[0, 8],
        Made);

    [Fact]
    public void Read_AnyMail_IsReadAsPromised() => Check(PastedTexts.EveryDay);

    [Fact]
    [Nightly("A few thousand mails show a fault that a million would.")]
    public void Read_AMillionMails_AreReadAsPromised() => Check(PastedTexts.EveryNight);

    [Fact]
    [Nightly("It takes minutes, and what no expression looks back at is proved every day.")]
    public void Read_LongTextsThatRepeat_AreDoneAtOnce()
    {
        foreach (var text in PastedTexts.Repeated(64 * 1024))
        {
            foreach (var letter in new[] { Letter.Free.Saying(text), Letter.Form.Saying(text), Letter.Free.InHtml(text) })
                Assert.True(IsAsPromised(Encoding.UTF8.GetBytes(letter.ToString())), text[..20]);
        }
    }

    private static void Check(int mails)
    {
        var sorts = new HashSet<string>(StringComparer.Ordinal);
        Any.Sample(
            mail =>
            {
                var sort = Letter.Read(mail).GetType().Name;
                lock (sorts)
                    sorts.Add(sort);
                return IsAsPromised(mail);
            },
            iter: mails,
            print: mail => Convert.ToBase64String(mail));
        Assert.Equal(["Bounce", "FormMail", "FreeMail", "ReplyToOurs", "Skipped"], sorts.Order(StringComparer.Ordinal));
    }

    private static bool IsAsPromised(byte[] mail)
    {
        var started = TimeProvider.System.GetTimestamp();
        var read = Letter.Read(mail);
        return TimeProvider.System.GetElapsedTime(started) < Longest
            && Breaches.In(read).Count is 0
            && Letter.Read(mail).Envelope.Identity == read.Envelope.Identity;
    }

    // As it is, with headers before it, cut off, with bytes changed, with another's body, or within another.
    private static byte[] Made(int one, int other, string[] headers, int way, (int At, byte Value)[] changes)
    {
        var before = Encoding.UTF8.GetBytes(string.Concat(headers));
        byte[] mail = [.. before, .. Mails[one]];
        switch (way)
        {
            case 1 when changes.Length > 0:
                return mail[..(changes[0].At % (mail.Length + 1))];
            case 2:
                foreach (var (at, value) in changes.Where(_ => mail.Length > 0))
                    mail[at % mail.Length] = value;
                return mail;
            case 3:
                return [.. mail.AsSpan(0, mail.Length / 2), .. Mails[other].AsSpan(Mails[other].Length / 2)];
            case 4:
                return [.. before, .. "Content-Type: message/rfc822\r\n\r\n"u8, .. Mails[one]];
            default:
                return mail;
        }
    }

    private static bool IsLarge(string name) => name.Contains("MB", StringComparison.Ordinal)
        || name.Contains(",000", StringComparison.Ordinal) || name.Contains("1,1", StringComparison.Ordinal);
}
