using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Mailbox;
using MimeKit;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>The same mail is known again, and another is not taken for it.</summary>
public sealed class MailIdentityTests
{
    private static readonly Letter Mail = Letter.Free.With("Subject", "Code voor Anna")
        .Saying(Letter.Utf8("Ik wil een code.\r\n\r\nGroeten van Renée\r\n"));

    private static readonly Dictionary<string, Letter> SameMail = new(StringComparer.Ordinal)
    {
        ["other servers on the way"] = Mail with
        {
            Head = [("Received", "from a by b"), ("Delivered-To", "x@thuis.example"),
            .. Mail.Head]
        },
        ["its head folded"] = Mail.With("Subject", "Code\r\n voor\r\n Anna"),
        ["its subject encoded"] = Mail.With("Subject", "=?utf-8?q?Code_voor_Anna?="),
        ["its text in base64"] = Mail.And("Content-Transfer-Encoding", "base64").Saying(Letter.Base64(Mail.Body)),
        ["its text in Latin-1"] = Mail.With("Content-Type", "text/plain; charset=iso-8859-1")
            .Saying("Ik wil een code.\r\n\r\nGroeten van Renée"),
        ["its text flowed"] = Mail.With("Content-Type", "text/plain; charset=utf-8; format=flowed")
            .Saying(Letter.Utf8("Ik wil \r\neen code.\r\n\r\nGroeten van Renée\r\n")),
        ["its text made of its page"] = Mail.InHtml(Letter.Utf8("<p>Ik wil een <b>code</b>.</p><p>Groeten van Renée</p>")),
        ["its date in another zone"] = Mail.With("Date", "Mon, 30 Nov 2026 08:12:00 +0000"),
        ["its sender's name left out"] = Mail.With("From", "A.Jansen@mail.example"),
        ["marked and moved"] = Mail.And("X-Spam-Flag", "NO").And("Return-Path", "<a.jansen@mail.example>"),
    };

    private static readonly Dictionary<string, Letter> OtherMail = new(StringComparer.Ordinal)
    {
        ["another text"] = Mail.Saying("Ik wil twee codes."),
        ["another sender"] = Mail.With("From", "boef@kwaad.example"),
        ["another subject"] = Mail.With("Subject", "Code voor Bert"),
        ["another moment"] = Mail.With("Date", "Mon, 30 Nov 2026 09:12:01 +0100"),
        ["another Message-ID"] = Mail.With("Message-ID", "<brief-2@mail.example>"),
    };

    public static TheoryData<string> Same => [.. SameMail.Keys];

    public static TheoryData<string> Other => [.. OtherMail.Keys];

    [Theory]
    [MemberData(nameof(Same))]
    public void Identity_SameMailOnAnotherWay_IsTheSame(string how) =>
        Assert.Equal(IdentityOf(Mail), IdentityOf(SameMail[how]));

    [Theory]
    [MemberData(nameof(Other))]
    public void Identity_ForgedMessageId_IsAnother(string how) =>
        Assert.NotEqual(IdentityOf(Mail), IdentityOf(OtherMail[how]));

    [Fact]
    public void Identity_MailTakenApartBySomebodyElse_IsTheSame()
    {
        using var message = MimeMessage.Load(new MemoryStream(Mail.ToBytes()), TestContext.Current.CancellationToken);

        Assert.Equal(IdentityOf(Mail), new IncomingMailReader(Letter.Options).Read(message).Envelope.Identity);
    }

    [Fact]
    public void Identity_OfATooLargeMail_TellsTwoApart()
    {
        var (one, other) = (new byte[MailBounds.LargestMail + 1], new byte[MailBounds.LargestMail + 1]);
        other[^1] = 1;

        Assert.NotEqual(Letter.Read(one).Envelope.Identity, Letter.Read(other).Envelope.Identity);
    }

    private static string IdentityOf(Letter letter) => Letter.Read(letter.ToBytes()).Envelope.Identity;
}
