namespace ActivationWizard.Tests.Kit.Mailbox;

/// <content>Heads: subjects, senders, and heads as a whole.</content>
internal static partial class OddMails
{
    private static IEnumerable<OddMail> Subjects()
    {
        foreach (var (name, subject) in new[]
        {
            ("encoded", "=?utf-8?q?Code_voor_Ren=C3=A9e?="),
            ("encoded twice", "=?utf-8?q?=3D=3Futf-8=3Fq=3Fa=3F=3D?="),
            ("encoded and broken", "=?utf-8?q?Code=C3?= =?utf-8?b?!!?="),
            ("encoded in an unknown charset", "=?x-none?q?Code=E9?="),
            ("a line break encoded", "=?utf-8?q?Code=0D=0ABcc:_all@thuis.example?="),
            ("a zero byte encoded", "=?utf-8?q?Co=00de?="),
            ("direction turned", Letter.Utf8("Code \u202Egpj.exe")),
            ("zero-width", Letter.Utf8("C\u200Bo\u200Bde")),
            ("UTF-8 as it is", Letter.Utf8("Code voor Renée")),
            ("Latin-1 as it is", "Code voor Renée"),
            ("1,000 characters", new string('a', 1_000)),
            ("20,000 characters", new string('a', 20_000)),
            ("10,000 folded lines", string.Concat(Enumerable.Repeat("a\r\n ", 10_000))),
            ("white space", "   "),
            ("empty", ""),
            ("tabs", "Code\tvoor\t\tmij"),
            ("emoji", Letter.Utf8("Code \U0001F600")),
            ("a table's sign", "Code | voor | mij"),
        })
            yield return new($"subject: {name}", Letter.Free.With("Subject", subject));
        yield return new("subject: none", Letter.Free.Without("Subject"));
        yield return new("subject: two", Letter.Free.And("Subject", "Nog een"));
    }

    private static IEnumerable<OddMail> Senders()
    {
        foreach (var (name, from) in new[]
        {
            ("two", "a@mail.example, b@mail.example"),
            ("a group", "Buren: a@mail.example, b@mail.example;"),
            ("a group of one", "Buren: a@mail.example;"),
            ("empty brackets", "Anna <>"),
            ("no address", "Anna Jansen"),
            ("without a domain", "Anna <anna>"),
            ("named as another address", "\"wonen@thuis.example\" <boef@kwaad.example>"),
            ("named as the tenant's address", "a.jansen@mail.example <boef@kwaad.example>"),
            ("a line break in the name", "=?utf-8?q?Anna=0D=0ABcc:_all@thuis.example?= <a@mail.example>"),
            ("Cyrillic in the domain", Letter.Utf8("Anna <a@m\u0430il.example>")),
            ("Cyrillic before the @", Letter.Utf8("Anna <\u0430.jansen@mail.example>")),
            ("an A-label", "Anna <a@xn--mil-5cd.example>"),
            ("quoted before the @", "Anna <\"a b\"@mail.example>"),
            ("an IP address", "Anna <a@[127.0.0.1]>"),
            ("a comment", "a@mail.example (Anna Jansen)"),
            ("1,000 brackets", new string('(', 1_000) + "a@mail.example"),
            ("1,000 groups", string.Concat(Enumerable.Repeat("a:", 1_000)) + "a@mail.example;"),
            ("a long name", new string('a', 10_000) + " <a@mail.example>"),
            ("20,000 bytes", new string('a', 20_000) + " <a@mail.example>"),
            ("Latin-1 as it is", "Renée Müller <r@mail.example>"),
            ("direction turned", Letter.Utf8("\u202Eanna\u202C <a@mail.example>")),
            ("a name of signs", "\"!!! WIN !!!\" <a@mail.example>"),
            ("ours", "Wonen <wonen@thuis.example>"),
            ("ours in capitals", "WONEN@THUIS.EXAMPLE"),
            ("ours of before", "info@oud.example"),
            ("ours with something behind it", "wonen+x@thuis.example"),
            ("ours among others", "a@mail.example, wonen@thuis.example"),
            ("a domain that looks like ours", "Wonen <wonen@thuis.example.kwaad.example>"),
            ("a mail server", "MAILER-DAEMON@mail.example"),
        })
            yield return new($"sender: {name}", Letter.Free.With("From", from));
        yield return new("sender: none", Letter.Free.Without("From"));
        yield return new("sender: two lines", Letter.Free.And("From", "Bert <b@mail.example>"));
        yield return new("sender: 20,000 lines", Letter.Free with
        {
            Head = [.. Letter.Free.Head, .. Enumerable.Repeat(("From", "Bert <b@mail.example>"), 20_000)],
        });
        yield return new("sender: answers to another", Letter.Free.And("Reply-To", "boef@kwaad.example"));
        yield return new("sender: answers to two", Letter.Free.And("Reply-To", "a@mail.example, b@mail.example"));
        yield return new("sender: answers to the sender", Letter.Free.And("Reply-To", "A.Jansen@mail.example"));
    }

    private static IEnumerable<OddMail> Heads()
    {
        yield return new("head: no byte", () => []);
        yield return new("head: one byte", () => [0x20]);
        yield return new("head: only an empty line", () => "\r\n"u8.ToArray());
        yield return new("head: zero bytes", () => new byte[4_096]);
        yield return new("head: random bytes", () => RandomBytes(64 * 1024));
        yield return new("head: only a text", () => "Ik wil een code.\r\n"u8.ToArray());
        yield return new("head: cut off", () => Letter.Free.ToBytes()[..70]);
        yield return new("head: an empty line first", () => [.. "\r\n"u8, .. Letter.Free.ToBytes()]);
        yield return new("head: a mark of UTF-8 first", () => [0xEF, 0xBB, 0xBF, .. Letter.Free.ToBytes()]);
        yield return new("head: a mailbox file's line first", () => [.. "From a@mail.example Mon Nov 30\r\n"u8,
            .. Letter.Free.ToBytes()]);
        yield return new("head: a line without a colon", () => Lines(Letter.Free, text => text.Replace("To: ", "To ",
            StringComparison.Ordinal)));
        yield return new("head: a space before the colon", () => Lines(Letter.Free, text => text.Replace(": ", " : ",
            StringComparison.Ordinal)));
        yield return new("head: line feeds alone", () => Lines(Letter.Free, text => text.Replace("\r", "",
            StringComparison.Ordinal)));
        yield return new("head: carriage returns alone", () => Lines(Letter.Free, text => text.Replace("\n", "",
            StringComparison.Ordinal)));
        yield return new("head: a header of 1 MB", Letter.Free.And("X-Long", new string('a', 1_000_000)));
        yield return new("head: 50,000 headers", new Letter(
            [.. Letter.Free.Head, .. Enumerable.Range(0, 50_000).Select(at => ($"X-{at}", "a"))], Letter.Free.Body));
        yield return new("head: 1,100,000 lines", () => Lines(Letter.Free, text => text
            + string.Concat(Enumerable.Repeat("\r\n", 1_100_000))));
        yield return new("head: no date", Letter.Free.Without("Date"));
        foreach (var date in new[] { "gisteren", "Mon, 30 Feb 2026 09:12:00 +0100", "1 Jan 0001 00:00:00 +1400",
            "31 Dec 9999 23:59:59 -1200", "" })
            yield return new($"head: dated {(date.Length is 0 ? "empty" : date)}", Letter.Free.With("Date", date));
        yield return new("head: no Message-ID", Letter.Free.Without("Message-ID"));
        foreach (var (name, id) in new[]
        {
            ("without brackets", "brief-1@mail.example"), ("with spaces", "< brief 1 @ mail.example >"), ("empty", "<>"),
            ("5,000 characters", $"<{new string('a', 5_000)}@mail.example>"), ("with a line break", "<a\r\n @mail.example>"),
        })
            yield return new($"head: Message-ID {name}", Letter.Free.With("Message-ID", id));
        yield return new("head: two Message-IDs", Letter.Free.And("Message-ID", "<brief-2@mail.example>"));
    }

    private static byte[] Lines(Letter letter, Func<string, string> change) =>
        System.Text.Encoding.Latin1.GetBytes(change(letter.ToString()));

    private static byte[] RandomBytes(int count)
    {
        var bytes = new byte[count];
        new Random(15).NextBytes(bytes);
        return bytes;
    }
}
