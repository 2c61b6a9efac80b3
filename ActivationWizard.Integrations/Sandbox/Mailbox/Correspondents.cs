using ActivationWizard.Integrations.Sandbox.World;
using MimeKit;

namespace ActivationWizard.Integrations.Sandbox.Mailbox;

/// <summary>
/// Who writes back in a demonstration: a mail to one address cannot be delivered, and comes back as RFC 3464 has it; somebody at
/// another answers. Everybody else is silent.
/// </summary>
public static class Correspondents
{
    /// <summary>Nobody is there: mail to it comes back.</summary>
    public const string Nobody = "d.oudhof@mail.example";

    /// <summary>Somebody who answers each mail.</summary>
    public const string Answering = "t.schuldink@mail.example";

    private const string Server = "mx.mail.example";

    /// <summary>What comes of a mail that was just sent, if anything.</summary>
    internal static void Answer(SandboxWorld world, SimulatedMail sent)
    {
        using var read = new MemoryStream(sent.Mime);
        using var ours = MimeMessage.Load(read);
        foreach (var recipient in sent.To.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            using var answer = recipient.ToLowerInvariant() switch
            {
                Nobody => Bounce(ours, recipient),
                Answering => Reply(ours, recipient),
                _ => null,
            };
            if (answer is null) continue;
            // Graph may have given the mail another one since it was written.
            answer.Headers.Replace(HeaderId.InReplyTo, sent.MessageId ?? "");
            answer.Headers.Replace(HeaderId.References, sent.MessageId ?? "");
            answer.Date = world.Now;
            using var written = new MemoryStream();
            answer.WriteTo(written);
            var mail = world.State.Mailbox.Receive(written.ToArray(), SimulatedMailbox.Inbox, world.State.NextId(), world.Now);
            mail.Conversation = sent.Conversation;
        }
    }

    private static MimeMessage Reply(MimeMessage ours, string from)
    {
        var reply = new MimeMessage(
            [MailboxAddress.Parse(from)], ours.From, Again(ours.Subject),
            new TextPart("plain") { Text = "Dank u wel. Mijn regeling is deze week klaar. Kan ik dan opnieuw vragen?\r\n" });
        reply.Headers.Replace(HeaderId.ReturnPath, $"<{from}>");
        return reply;
    }

    private static MimeMessage Bounce(MimeMessage ours, string recipient)
    {
        var status = new MessageDeliveryStatus();
        status.StatusGroups.Add(new HeaderList { { "Reporting-MTA", $"dns; {Server}" } });
        status.StatusGroups.Add(new HeaderList
        {
            { "Final-Recipient", $"rfc822; {recipient}" },
            { "Action", "failed" },
            { "Status", "5.1.1" },
            { "Diagnostic-Code", "smtp; 550 5.1.1 No such user here" },
        });
        var report = new MultipartReport("delivery-status")
        {
            new TextPart("plain") { Text = $"Your message to {recipient} could not be delivered: no such user here.\r\n" },
            status,
            new TextRfc822Headers { Message = Heads(ours) },
        };
        var bounce = new MimeMessage(
            [new MailboxAddress("Mail Delivery Subsystem", $"MAILER-DAEMON@{Server}")], ours.From,
            "Undelivered Mail Returned to Sender", report);
        bounce.Headers.Replace(HeaderId.ReturnPath, "<>");
        bounce.Headers.Replace(HeaderId.AutoSubmitted, "auto-replied");
        return bounce;
    }

    private static MimeMessage Heads(MimeMessage ours)
    {
        var heads = new MimeMessage();
        heads.Headers.Clear();
        foreach (var header in ours.Headers)
            heads.Headers.Add(header.Clone());
        return heads;
    }

    private static string Again(string? subject) =>
        subject?.StartsWith("Re:", StringComparison.OrdinalIgnoreCase) is true ? subject : $"Re: {subject}";
}
