using ActivationWizard.Domain.Values;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <content>What concerns mails of ours: reports, replies, and marks of machines.</content>
internal static partial class OddMails
{
    private const string Failed =
        "Reporting-MTA: dns; mail.example\r\n\r\nFinal-Recipient: rfc822; a.jansen@mail.example\r\nAction: failed\r\n"
        + "Status: 5.1.1\r\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\r\n";

    private static readonly Letter Server = Letter.Free.With("From", "Mail Delivery System <MAILER-DAEMON@mail.example>")
        .With("Subject", "Undelivered Mail Returned to Sender").And("Return-Path", "<>").And("Auto-Submitted", "auto-replied");

    private static readonly string OursReturned =
        Letter.Part("message/rfc822", Letter.Free.With("From", "wonen@thuis.example").With("Message-ID", Letter.OurId)
            .ToString());

    private static readonly string HeadReturned =
        Letter.Part("text/rfc822-headers",
            $"From: wonen@thuis.example\r\nMessage-ID: {Letter.OurId}\r\nSubject: Uw aanvraag\r\n");

    private static Letter Report(string status, params IEnumerable<string> more) =>
        Server.Of("report; report-type=delivery-status",
        [Letter.Part("text/plain", "Het is niet gelukt."), Letter.Part("message/delivery-status", status), .. more]);

    private static IEnumerable<OddMail> Reports()
    {
        foreach (var action in new[] { "failed", "FAILED", "delayed", "delivered", "relayed", "expanded", "weggegooid", "" })
        {
            foreach (var (name, returned) in new[] { ("message", OursReturned), ("head", HeadReturned) })
            {
                yield return new($"report: {(action.Length is 0 ? "no action" : action)}, with the {name}",
                    Report(Failed.Replace("failed", action, StringComparison.Ordinal), returned));
            }
        }

        yield return new("report: with nothing returned, answering ours", Report(Failed).And("In-Reply-To", Letter.OurId));
        yield return new("report: with nothing returned", Report(Failed));
        yield return new("report: about another's mail", Report(Failed, Letter.Part("message/rfc822", Letter.Free.ToString())));
        yield return new("report: about another's mail, answering ours",
            Report(Failed, Letter.Part("message/rfc822", Letter.Free.ToString())).And("In-Reply-To", Letter.OurId));
        yield return new("report: our key at another's domain", Report(Failed, OursReturned.Replace("@thuis.example>",
            "@kwaad.example>", StringComparison.Ordinal)));
        yield return new("report: our key at our domain of before", Report(Failed, OursReturned.Replace("@thuis.example>",
            "@oud.example>", StringComparison.Ordinal)));
        yield return new("report: a key of before epochs", Report(Failed, HeadReturned.Replace($"{Letter.Key}",
            "AW-2026-00412-017", StringComparison.Ordinal)));
        yield return new("report: a key that is none", Report(Failed, HeadReturned.Replace($"{Letter.Key}",
            "AW-2026-00412-017-XXXX", StringComparison.Ordinal)));
        yield return new("report: two recipients, one delayed", Report(Failed.Replace("failed", "delayed",
            StringComparison.Ordinal)
            + "\r\nFinal-Recipient: rfc822; b@mail.example\r\nAction: failed\r\nStatus: 5.2.2\r\n", HeadReturned));
        yield return new("report: only a status",
            Report("Final-Recipient: rfc822; a.jansen@mail.example\r\nStatus: 4.2.2 (full)\r\n", HeadReturned));
        yield return new("report: nothing in it", Report("", HeadReturned));
        yield return new("report: no address in it", Report("Final-Recipient: x400; /c=nl/\r\nAction: failed\r\n", HeadReturned));
        yield return new("report: a line break in the diagnosis", Report(Failed
            + "X: y\r\nDiagnostic-Code: =?utf-8?q?a=0D=0Ab?=\r\n", HeadReturned));
        yield return new("report: 10,000 groups", Report(string.Concat(Enumerable.Repeat("A: b\r\n\r\n", 10_000)) + Failed,
            HeadReturned));
        yield return new("report: 1 MB of groups", Report(string.Concat(Enumerable.Repeat("A: b\r\n\r\n", 130_000)) + Failed,
            HeadReturned));
        yield return new("report: marked as spam", Report(Failed, HeadReturned).And("X-Spam-Flag", "YES"));
        yield return new("report: from ourselves", Report(Failed, HeadReturned).With("From", "wonen@thuis.example"));
        yield return new("report: of Exim before the standard", Server.And("X-Failed-Recipients", "a.jansen@mail.example")
            .Saying("This message was created automatically.\r\n\r\n------ This is a copy of the message ------\r\n\r\n"
                + $"Message-ID: {Letter.OurId}\r\n"));
        yield return new("report: of qmail", Server.Without("Content-Type")
            .Saying("Hi. This is the qmail-send program.\r\n\r\n--- Below this line is a copy of the message.\r\n\r\n"
                + $"Message-ID: {Letter.OurId}\r\n"));
        yield return new("report: of Exchange, answering ours", Server.With("From", "postmaster@mail.example")
            .And("In-Reply-To", Letter.OurId)
            .Saying("Your message couldn't be delivered."));
        yield return new("report: of a server, about nothing", Server.Saying("Er ging iets mis."));
        yield return new("report: without a name, with ours in it", Server.With("From", "systeem@mail.example").Of("mixed",
            Plain, OursReturned));
        yield return new("report: ours passed on by a person", Letter.Free.Of("mixed", Plain, OursReturned));
        yield return new("report: a receipt", Letter.Free.And("In-Reply-To", Letter.OurId)
            .Of("report; report-type=disposition-notification",
            Plain, Letter.Part("message/disposition-notification",
                $"Original-Message-ID: {Letter.OurId}\r\nDisposition: manual-action; displayed\r\n")));
        yield return new("report: a complaint", Server.Of("report; report-type=feedback-report", Plain,
            Letter.Part("message/feedback-report", "Feedback-Type: abuse\r\n"), Letter.Part("message/rfc822",
                Letter.Free.ToString())));
        yield return new("report: of no type", Server.Of("report", Plain, Letter.Part("message/delivery-status", Failed),
            HeadReturned));
    }

    private static IEnumerable<OddMail> Replies()
    {
        var reply = Letter.Free.With("Subject", "Re: Uw aanvraag")
            .Saying("Dank u wel!\r\n\r\nOp 1 mei 2026 schreef wonen:\r\n> Beste\r\n");
        var other = EffectKey.ByHand(CaseNumber.Of(2026, 7), 3);
        foreach (var (name, header, value) in new[]
        {
            ("in In-Reply-To", "In-Reply-To", Letter.OurId),
            ("in References", "References", $"<a@mail.example> {Letter.OurId}"),
            ("last but one in References", "References", $"{Letter.OurId} <a@mail.example>"),
            ("two of ours in References", "References", $"<{other}@thuis.example> {Letter.OurId}"),
            ("folded", "References", $"<a@mail.example>\r\n\t{Letter.OurId}"),
            ("without brackets", "In-Reply-To", Letter.OurId.Trim('<', '>')),
            ("with words around it", "In-Reply-To", $"Your message of Monday {Letter.OurId}"),
            ("in small letters", "In-Reply-To", Letter.OurId.ToLowerInvariant()),
            ("its domain in capitals", "In-Reply-To", Letter.OurId.Replace("thuis.example", "THUIS.EXAMPLE",
                StringComparison.Ordinal)),
            ("at our domain of before", "In-Reply-To", Letter.OurId.Replace("thuis.example", "oud.example",
                StringComparison.Ordinal)),
            ("at another's domain", "In-Reply-To", Letter.OurId.Replace("thuis.example", "kwaad.example",
                StringComparison.Ordinal)),
            ("of another of our mails, not of an effect", "In-Reply-To", "<klacht-1@thuis.example>"),
            ("of an effect that cannot be", "In-Reply-To", "<AW-1026-0-1@thuis.example>"),
            ("after 20 KB", "References", string.Concat(Enumerable.Repeat("<aaaaaaaaaaaa@mail.example>\r\n ", 800))
                + Letter.OurId),
            ("with a broken bracket", "In-Reply-To", "<<" + Letter.OurId),
            ("300 cut ones", "References", string.Concat(Enumerable.Repeat(Letter.OurId[..40] + "\r\n ", 300))),
        })
            yield return new($"reply: {name}", reply.And(header, value));

        var ours = reply.And("In-Reply-To", Letter.OurId);
        yield return new("reply: out of office", ours.And("Auto-Submitted", "auto-replied"));
        yield return new("reply: out of office, without a return path", ours.And("Return-Path", "<>"));
        yield return new("reply: from ourselves", ours.With("From", "wonen@thuis.example"));
        yield return new("reply: marked as spam", ours.And("X-Spam-Flag", "YES"));
        yield return new("reply: with a file", ours.Of("mixed", Plain, Letter.Part("image/png; name=foto.png", "AAAA")));
        yield return new("reply: our own Message-ID on it", ours.With("Message-ID", Letter.OurId));
        yield return new("reply: of the form's sender and subject", Letter.Form.And("In-Reply-To", Letter.OurId));
        yield return new("reply: by subject alone", reply);
        yield return new("reply: ours came back", Letter.Free.With("From", "wonen@thuis.example").With("Message-ID",
            Letter.OurId));
        yield return new("reply: ours came back in another's name", Letter.Free.With("Message-ID", Letter.OurId));
    }

    private static IEnumerable<OddMail> Marks()
    {
        foreach (var (header, value) in new[]
        {
            ("Auto-Submitted", "no"), ("Auto-Submitted", "No (a person)"), ("Auto-Submitted", "auto-replied"),
            ("Auto-Submitted", "AUTO-GENERATED; owner-email=\"a@mail.example\""), ("Auto-Submitted", ""),
            ("X-Auto-Response-Suppress", "All"), ("X-Auto-Response-Suppress", "OOF, AutoReply"), ("X-Auto-Response-Suppress",
                "None"),
            ("Precedence", "bulk"), ("Precedence", "List"), ("Precedence", "junk"), ("Precedence", "first-class"),
                ("Precedence", "auto_reply"),
            ("X-Autoreply", "yes"), ("List-Id", "<buurt.mail.example>"), ("List-Unsubscribe", "<mailto:weg@mail.example>"),
            ("Return-Path", "<>"), ("Return-Path", "< >"), ("Return-Path", "<a.jansen@mail.example>"),
            ("X-Spam-Flag", "YES"), ("X-Spam-Flag", "yes, score=9"), ("X-Spam-Flag", "NO"),
            ("X-MS-Exchange-Organization-SCL", "-1"), ("X-MS-Exchange-Organization-SCL", "4"),
                ("X-MS-Exchange-Organization-SCL", "5"),
            ("X-MS-Exchange-Organization-SCL", "9"), ("X-MS-Exchange-Organization-SCL", "veel"),
            ("X-Forefront-Antispam-Report", "CIP:1.2.3.4;SCL:6;SRV:"), ("X-Forefront-Antispam-Report", "SCL:1"),
            ("X-Loop", "wonen@thuis.example"), ("Delivered-To", "wonen@thuis.example"),
        })
            yield return new($"mark: {header} {(value.Length is 0 ? "empty" : value)}", Letter.Free.And(header, value));
        yield return new("mark: Delivered-To twice", Letter.Free.And("Delivered-To", "wonen@thuis.example").And("Delivered-To",
            "<Wonen@thuis.example>"));
        foreach (var count in new[] { 99, 100 })
            yield return new($"mark: {count} servers", Letter.Free with
            {
                Head = [.. Enumerable.Repeat(("Received",
                "from a by b; Mon, 30 Nov 2026 09:12:00 +0100"), count), .. Letter.Free.Head]
            });
        yield return new("mark: a mark of 20 KB", Letter.Free.And("X-Spam-Flag", "YES" + new string(' ', 20_000) + "x"));
    }
}
