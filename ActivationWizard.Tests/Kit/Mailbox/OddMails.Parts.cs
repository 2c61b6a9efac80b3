namespace ActivationWizard.Tests.Kit.Mailbox;

/// <content>Parts: how they are put together, and attachments.</content>
internal static partial class OddMails
{
    private const int Megabyte = 1024 * 1024;
    private static readonly string Plain = Letter.Part("text/plain; charset=utf-8", "Ik wil een code.");
    private static readonly string Html = Letter.Part("text/html; charset=utf-8", "<p>Ik wil een <b>code</b>.</p>");

    private static IEnumerable<OddMail> Structures()
    {
        foreach (var depth in new[] { 10, 100, 149, 150, 151, 1_000, 20_000 })
            yield return new($"parts: {depth} deep", () => Letter.Free.With("Content-Type", "multipart/mixed; boundary=b0")
                .Saying(Nested(depth)).ToBytes());
        foreach (var count in new[] { 2, 999, 1_000, 10_000 })
            yield return new($"parts: {count} texts", () => Letter.Free.Of("mixed", Enumerable.Repeat(Plain, count)).ToBytes());
        yield return new("parts: 10,000 empty ones", Letter.Free.Of("mixed", Enumerable.Repeat("", 10_000)));
        foreach (var depth in new[] { 60, 1_000, 20_000 })
        {
            yield return new($"parts: messages {depth} deep",
                () => Letter.Free.With("Content-Type", "message/rfc822").Saying(Messages(depth)).ToBytes());
        }

        foreach (var (name, parameters) in new[]
        {
            ("parameters", Enumerable.Range(0, 50_000).Select(at => $"a{at}=b")),
            ("pieces of a parameter", Enumerable.Range(0, 50_000).Select(at => $"a*{at}=b")),
            ("parameters of one name", Enumerable.Repeat("charset=utf-8", 50_000)),
        })
        {
            yield return new($"parts: 50,000 {name}",
                () => Letter.Free.With("Content-Type", $"text/plain; {string.Join(";\r\n ", parameters)}").ToBytes());
        }

        yield return new("parts: text and HTML", Letter.Free.Of("alternative", Plain, Html));
        yield return new("parts: text that says to look at the HTML", Letter.Free.Of("alternative", Letter.Part("text/plain",
            "HTML!"),
            Letter.Part("text/html", "<p>Ik wil graag een code voor mijn huis. Dorpsstraat 3, 5611 CD</p>")));
        yield return new("parts: an empty text and HTML", Letter.Free.Of("alternative", Letter.Part("text/plain", ""), Html));
        yield return new("parts: HTML and a text below it", Letter.Free.Of("mixed", Html, Letter.Part("text/plain",
            "Gescand op virussen.")));
        yield return new("parts: HTML with its picture", Letter.Free.Of("related", Html,
            Letter.Part("image/png; name=logo.png", "AAAA", "Content-ID: <a>\r\nContent-Transfer-Encoding: base64\r\n")));
        yield return new("parts: text, picture, text", Letter.Free.Of("mixed", Plain, Letter.Part("image/png; name=foto.png",
            "AAAA"), Plain));
        yield return new("parts: none", Letter.Free.Of("mixed"));
        yield return new("parts: no boundary named", Letter.Free.With("Content-Type", "multipart/mixed")
            .Saying("--x\r\n\r\nTekst\r\n--x--"));
        yield return new("parts: an empty boundary", Letter.Free.With("Content-Type", "multipart/mixed; boundary=\"\"")
            .Saying("--\r\n\r\nTekst\r\n"));
        yield return new("parts: a boundary that never comes", Letter.Free.With("Content-Type",
            "multipart/mixed; boundary=nooit").Saying("Ik wil een code."));
        yield return new("parts: never closed", Letter.Free.With("Content-Type", "multipart/mixed; boundary=b")
            .Saying($"--b\r\n{Plain}\r\n"));
        yield return new("parts: a boundary of 300 signs", Letter.Free.With("Content-Type",
            $"multipart/mixed; boundary={new string('b', 300)}")
            .Saying($"--{new string('b', 300)}\r\n{Plain}\r\n"));
        yield return new("parts: one boundary within itself", Letter.Free.Of("mixed",
            Letter.Part("multipart/mixed; boundary=\"=grens\"", $"--=grens\r\n{Plain}")));
        foreach (var type in new[] { "text", "/", "text/", "text/plain; charset", ";;;", "text/plain; a*0*=utf-8''x; a*2=y",
            "application/octet-stream", "" })
            yield return new($"parts: of type {(type.Length is 0 ? "empty" : type)}", Letter.Free.With("Content-Type", type)
                .Saying("Ik wil een code."));
        yield return new("parts: of no type", Letter.Free.Without("Content-Type"));
        yield return new("parts: flowed", Letter.Free.With("Content-Type", "text/plain; charset=utf-8; format=flowed")
            .Saying("Ik wil \r\neen code.\r\n"));
        yield return new("parts: flowed, spaces deleted", Letter.Free.With("Content-Type",
            "text/plain; format=flowed; delsp=yes").Saying("Ik w \r\nil een code.\r\n"));
        yield return new("parts: a message that is passed on", Letter.Free.Of("mixed", Plain, Letter.Part("message/rfc822",
            Letter.Form.ToString())));
        yield return new("parts: a piece of a message", Letter.Free.With("Content-Type",
            "message/partial; id=x; number=1; total=9").Saying("Ik wil"));
        yield return new("parts: a message elsewhere", Letter.Free.With("Content-Type",
            "message/external-body; access-type=URL; URL=\"http://kwaad.example\"")
            .Saying("Content-Type: text/plain\r\n\r\n"));
        yield return new("parts: signed", Letter.Free.Of("signed; protocol=\"application/pkcs7-signature\"", Plain,
            Letter.Part("application/pkcs7-signature; name=smime.p7s", "AAAA")));
        yield return new("parts: encrypted by S/MIME", Letter.Free.With("Content-Type",
            "application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m").Saying("AAAA"));
        yield return new("parts: encrypted by PGP", Letter.Free.Of("encrypted; protocol=\"application/pgp-encrypted\"",
            Letter.Part("application/pgp-encrypted", "Version: 1"), Letter.Part("application/octet-stream",
                "-----BEGIN PGP MESSAGE-----")));
        yield return new("parts: an invitation", Letter.Free.Of("alternative", Plain,
            Letter.Part("text/calendar; method=REQUEST", "BEGIN:VCALENDAR")));
        yield return new("parts: rich text", Letter.Free.With("Content-Type", "text/enriched")
            .Saying("<bold>Ik wil</bold> een code."));
        yield return new("parts: 25 MB of text", () =>
            Letter.Free.Saying(string.Concat(Enumerable.Repeat("Ik wil een code.\r\n", 25 * Megabyte / 18))).ToBytes());
        yield return new("parts: 25 MB attached", () => Letter.Free.Of("mixed", Plain, Letter.Part("image/jpeg; name=foto.jpg",
            string.Concat(Enumerable.Repeat(new string('A', 76) + "\r\n", 25 * Megabyte / 78)),
                "Content-Transfer-Encoding: base64\r\n")).ToBytes());
        yield return new("parts: 25 MB of HTML", () => Letter.Free.InHtml(new string('<', 25 * Megabyte)).ToBytes());
        yield return new("parts: 51 MB", () => Letter.Free.Saying(new string('a', 51 * Megabyte)).ToBytes());
    }

    private static IEnumerable<OddMail> Attachments()
    {
        foreach (var (name, written) in new[]
        {
            ("plain", "filename=brief.pdf"),
            ("direction turned", Letter.Utf8("filename=\"factuur\u202Efdp.exe\"")),
            ("zero-width", Letter.Utf8("filename=\"brief.p\u200Bdf\"")),
            ("a line break", "filename=\"=?utf-8?q?brief=0D=0Apdf?=\""),
            ("a path", "filename=\"../../etc/passwd\""),
            ("a path of Windows", "filename=\"C:\\\\Windows\\\\brief.exe\""),
            ("300 signs", $"filename=\"{new string('a', 300)}.exe\""),
            ("encoded", "filename=\"=?utf-8?q?Ren=C3=A9e.pdf?=\""),
            ("in pieces", "filename*0*=utf-8''Ren%C3%A9; filename*1*=e.pdf"),
            ("in wrong pieces", "filename*1*=e.pdf; filename*0*=x-none''%FF"),
            ("a zero byte", "filename=\"brief.pdf\0.exe\""),
            ("empty", "filename=\"\""),
            ("none", "x=y"),
            ("white space", "filename=\"   \""),
        })
            yield return new($"attached: {name}", Letter.Free.Of("mixed", Plain, Letter.Part("application/pdf", "AAAA",
                $"Content-Disposition: attachment; {written}\r\n")));
        yield return new("attached: 60", Letter.Free.Of("mixed", Enumerable.Range(1, 60)
            .Select(at => Letter.Part($"image/png; name=foto{at}.png", "AAAA")).Prepend(Plain)));
        yield return new("attached: a text", Letter.Free.Of("mixed", Plain, Letter.Part("text/plain; name=lees.txt", "Geheim",
            "Content-Disposition: attachment\r\n")));
        yield return new("attached: a page", Letter.Free.Of("mixed", Letter.Part("text/html; name=a.html", "<script>x</script>",
            "Content-Disposition: attachment\r\n")));
        yield return new("attached: Outlook's own", Letter.Free.Of("mixed", Plain,
            Letter.Part("application/ms-tnef; name=winmail.dat", "eJ8+")));
        yield return new("attached: nothing else", Letter.Free.With("Content-Type", "application/pdf; name=aanvraag.pdf")
            .Saying("JVBERi0"));
    }

    private static string Nested(int depth) => string.Concat(Enumerable.Range(0, depth)
            .Select(at => $"--b{at}\r\nContent-Type: multipart/mixed; boundary=b{at + 1}\r\n\r\n"))
        + $"--b{depth}\r\n{Plain}\r\n";

    private static string Messages(int depth) =>
        string.Concat(Enumerable.Repeat("Content-Type: message/rfc822\r\n\r\n", depth)) + Letter.Free;
}
