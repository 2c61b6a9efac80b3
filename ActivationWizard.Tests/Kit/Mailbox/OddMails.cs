namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>A message that is hostile or odd, made when it is asked for.</summary>
internal sealed record OddMail(string Name, Func<byte[]> Make)
{
    public OddMail(string name, Letter letter)
        : this(name, letter.ToBytes)
    {
    }
}

/// <summary>Messages that are hostile, broken or odd, made by rules: each has a name, and no two have the same.</summary>
internal static partial class OddMails
{
    // Not made before the fields of the other files are.
    private static readonly Lazy<IReadOnlyList<OddMail>> Every = new(() =>
    [
        .. Letters(), .. Charsets(), .. Encodings(), .. Subjects(), .. Senders(), .. Heads(), .. Structures(), .. Attachments(),
        .. Pages(), .. Reports(), .. Replies(), .. Marks(), .. Forms(),
    ]);

    public static IReadOnlyList<OddMail> All => Every.Value;

    // What people write, for what is read in it.
    private static IEnumerable<OddMail> Letters()
    {
        yield return Says("address in one line", "Ik wil een code. Ik woon op Dorpsstraat 12A, 5611 CD Eindhoven.");
        yield return Says("postcode, then number", "Mijn naam is Jan de Vries, 5611CD 12 bis. Graag een eerste code.");
        yield return Says("labelled lines", "Naam: J. Slaap\r\nPostcode: 5611 cd\r\nHuisnummer: 7-2\r\nIk wil een nieuwe code.");
        yield return Says("two postcodes", "Ik verhuis van Dorpsstraat 1, 5611 CD naar Kerkstraat 2, 5612 AB. Code?");
        yield return Says("one postcode, two numbers", "Dorpsstraat 12, 5611 CD. O nee, huisnummer 14.");
        yield return Says("a year before a word", "In 2026 is mijn code verlopen.");
        yield return Says("post office box", "Postbus 12, 5611 CD Eindhoven. Ik wil een code.");
        yield return Says("a day behind a postcode", "5611 CD, 12-05-1984 ben ik geboren. Mijn code?");
        yield return Says("a telephone number behind a postcode", "5611 CD 0612345678, ik wil een code.");
        yield return Says("a court administrator", "Ik ben bewindvoerder van de heer Slaap, Dorpsstraat 3, 5611 CD.");
        yield return Says("a tenant about administration", "Ik sta onder bewind. Mag ik een code?");
        yield return Says("for a mother", "Namens mijn moeder vraag ik een code. Dorpsstraat 3, 5611 CD. Naam huurder: M. Slaap");
        yield return Says("first and new at once", "Dit is mijn eerste code, de nieuwe code werkt niet.");
        yield return Says("another address in the text", "Mail mij op anna.oud@mail.example. Ik wil een code.");
        yield return Says("ours in the text", "Ik mail naar wonen@thuis.example. Ik wil een code.");
        yield return Says("another name below", "Ik wil een code.\r\n\r\nMet vriendelijke groet,\r\nPiet de Boer");
        yield return Says("quoted by signs",
            "Ik wil een code.\r\n\r\nOp 1 mei 2026 schreef Jan <jan@mail.example>:\r\n> 5611 CD 9\r\n");
        yield return Says("quoted by Outlook",
            "Ja graag.\r\n\r\nVan: Jan\r\nVerzonden: maandag\r\nAan: Anna\r\n\r\n5611 CD 9\r\n");
        yield return Says("a signature", "Ik wil een code.\r\n-- \r\nBedrijf BV, Kade 1, 5612 AB\r\n");
        yield return Says("a telephone's signature",
            "Ik wil een code, Dorpsstraat 3, 5611 CD.\r\n\r\nVerstuurd vanaf mijn iPhone\r\n");
        yield return Says("nothing", "");
        yield return Says("only white space", " \r\n\t\r\n ");
        yield return Says("a number, a space, a number", "5611 CD 1 2 is mijn adres. Ik wil een code.");
        yield return Says("something else", "Wanneer komt de loodgieter?");
        yield return Says("English", "My name is John Smith. I live at Dorpsstraat 12, 5611 CD. I need an activation code.");
    }

    private static OddMail Says(string name, string text) => new($"letter: {name}", Letter.Free.Saying(text));

    private static IEnumerable<OddMail> Charsets()
    {
        const string Text = "Groeten van Renée Müller, 5611 CD";
        var written = new (string Name, string Body)[] { ("UTF-8", Letter.Utf8(Text)), ("Latin-1", Text) };
        foreach (var declared in new[]
        {
            "utf-8", "iso-8859-1", "windows-1252", "us-ascii", "", "x-unknown", "utf-16", "utf-7", "iso-2022-jp", "koi8-r",
                "\"utf-8",
        })
        {
            foreach (var (name, body) in written)
            {
                yield return new($"charset: says {(declared.Length is 0 ? "nothing" : declared)}, is {name}",
                    Letter.Free.With("Content-Type", declared.Length is 0 ? "text/plain" : $"text/plain; charset={declared}")
                        .Saying(body));
            }
        }

        yield return new("charset: UTF-16 with a mark", Letter.Free.With("Content-Type", "text/plain; charset=utf-16")
            .And("Content-Transfer-Encoding", "base64").Saying(Convert.ToBase64String([0xFF, 0xFE,
                .. System.Text.Encoding.Unicode.GetBytes(Text)])));
        yield return new("charset: half of a character", Letter.Free.Saying(Letter.Utf8("Dag €")[..^1]));
        yield return new("charset: lone surrogates in UTF-8", Letter.Free.Saying("a\u00ED\u00A0\u0080b"));
    }

    private static IEnumerable<OddMail> Encodings()
    {
        const string Text = "Ik wil een code. Dorpsstraat 3, 5611 CD";
        foreach (var (name, encoding, body) in new[]
        {
            ("base64", "base64", Letter.Base64(Text)),
            ("base64 in capitals", "BASE64", Letter.Base64(Text)),
            ("base64 with junk in it", "base64", Letter.Base64(Text).Insert(8, "!*&^")),
            ("base64 cut off", "base64", Letter.Base64(Text)[..13]),
            ("base64 that is none", "base64", Text),
            ("quoted-printable", "quoted-printable", "Ik wil een code. Dorps=\r\nstraat 3, 5611=20CD"),
            ("quoted-printable that is wrong", "quoted-printable", "Ik wil=ZZ een code=\r\n=3"),
            ("uuencode", "x-uuencode", "begin 644 a.txt\r\n#0V%T\r\n`\r\nend\r\n"),
            ("an unknown encoding", "x-zip", Text),
            ("zero bytes", "8bit", "Ik wil\0\0 een code\0"),
            ("control characters", "8bit", "Ik\a wil\b een\x1B[31m code\x7F"),
            ("carriage returns alone", "8bit", "Ik wil\reen code\r"),
            ("a megabyte on one line", "8bit", new string('a', 1_000_000)),
        })
            yield return new($"encoding: {name}", Letter.Free.And("Content-Transfer-Encoding", encoding).Saying(body));

        foreach (var (name, text) in new[]
        {
            ("zero-width", "56\u200B11\u200B CD 1\u2060 2, ik wil een c\u00ADode"),
            ("right-to-left", "Ik wil \u202Eedoc nee\u202C een code"),
            ("isolates", "Ik \u2067wil\u2069 een code"),
            ("emoji that are joined", "Ik wil een code \U0001F468\u200D\U0001F469\u200D\U0001F467 \u2764\uFE0F"),
            ("full-width digits", "５６１１ CD １２"),
            ("combining marks", "Ik " + new string('\u0301', 5_000) + " wil"),
            ("line separators", "Ik wil\u2028een code\u2029"),
        })
            yield return new($"encoding: {name}", Letter.Free.Saying(Letter.Utf8(text)));
    }
}
