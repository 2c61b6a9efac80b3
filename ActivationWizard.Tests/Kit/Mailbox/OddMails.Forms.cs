namespace ActivationWizard.Tests.Kit.Mailbox;

/// <content>Mails of the website's form.</content>
internal static partial class OddMails
{
    private static IEnumerable<OddMail> Forms()
    {
        yield return new("form: as it should be", Letter.Form);
        foreach (var (name, body) in new[]
        {
            ("labels in capitals", Letter.Form.Body.ToUpperInvariant()),
            ("labels in small letters, no space", Letter.Form.Body.ToLowerInvariant().Replace(": ", ":",
                StringComparison.Ordinal)),
            ("labels with uw", "Uw naam: A. Jansen\r\nUw postcode: 5611 CD\r\n"
                + "Uw huisnummer: 12\r\nUw e-mailadres: a@mail.example\r\nSoort aanvraag: nieuw\r\nIk ben: huurder\r\n"),
            ("labels above values", "Naam\r\nA. Jansen\r\n\r\nPostcode\r\n\r\n5611 CD\r\n\r\nHuisnummer\r\n12\r\n"),
            ("labels set off by tabs", "Naam\tA. Jansen\r\nPostcode\t5611 CD\r\nHuisnummer\t12\r\n"),
            ("labels with stars", "* Naam: A. Jansen\r\n*Postcode:* 5611 CD\r\n"),
            ("values folded", "Naam: Anna Maria\r\n van den Berg-Jansen\r\nPostcode:\r\n  5611 CD\r\n"),
            ("an unknown label", Letter.Form.Body + "Kleur: blauw\r\n"),
            ("unknown labels before a remark", "Kleur: blauw\r\nMaat: XL\r\n" + Letter.Form.Body),
            ("a label twice, the same", Letter.Form.Body + "Naam: A. Jansen\r\n"),
            ("a label twice, another", Letter.Form.Body + "Postcode: 5612 AB\r\n"),
            ("labels missing", "Naam: A. Jansen\r\n"),
            ("labels without values", "Naam:\r\nPostcode:\r\nHuisnummer:\r\nOpmerking:\r\n"),
            ("a remark of several lines", Letter.Form.Body + "En nog iets: ik ben vaak weg.\r\n\r\nGroet\r\n"),
            ("a remark with a label", Letter.Form.Body + "Ik woon hier:\r\nHuisnummer: 14\r\n"),
            ("zero-width in a label", Letter.Utf8("Na\u200Bam: A. Jansen\r\nPost\u00ADcode: 5611 CD\r\n")),
            ("a value of 10,000 signs", $"Naam: {new string('a', 10_000)}\r\n"),
            ("a remark of 100,000 signs", $"Naam: A. Jansen\r\nOpmerking: {new string('a', 100_000)}\r\n"),
            ("200 unknown labels", string.Concat(Enumerable.Range(0, 200).Select(at => $"L{at}x: y\r\n"))),
            ("an address with a colon", "Zie https://website.example/aanvraag?naam=x\r\nNaam: A. Jansen\r\n"),
            ("a time", "Verzonden: 09:12\r\nNaam: A. Jansen\r\n"),
            ("nothing", ""),
        })
            yield return new($"form: {name}", Letter.Form.Saying(body));
        yield return new("form: a table",
            Letter.Form.InHtml("<p>Er is een aanvraag.</p><table><tr><th>Naam</th><td>A. Jansen</td></tr>"
            + "<tr><th>Postcode</th><td>5611 CD</td></tr><tr><th>Huisnummer</th><td>12</td></tr></table>"
            + "<p>Verzonden door de website</p>"));
        yield return new("form: bold labels",
            Letter.Form.InHtml("<strong>Naam</strong>: A. Jansen<br><strong>Postcode:</strong> 5611 CD<br>"));
        yield return new("form: bold labels above values",
            Letter.Form.InHtml("<p><b>Naam</b></p><p>A. Jansen</p><p><b>Postcode</b></p><p>5611 CD</p>"));
        yield return new("form: base64", Letter.Form.And("Content-Transfer-Encoding", "base64")
            .Saying(Letter.Base64(Letter.Form.Body)));
        yield return new("form: made by a machine", Letter.Form.And("Auto-Submitted", "auto-generated").And("Precedence",
            "bulk"));
        yield return new("form: marked as spam", Letter.Form.And("X-Spam-Flag", "YES"));
        yield return new("form: of another sender", Letter.Form.With("From", "formulier@kwaad.example"));
        yield return new("form: of a sender that looks like it", Letter.Form.With("From",
            "\"formulier@website.example\" <boef@kwaad.example>"));
        yield return new("form: its sender in capitals", Letter.Form.With("From", "FORMULIER@WEBSITE.EXAMPLE"));
        yield return new("form: with another subject", Letter.Form.With("Subject", "Klacht"));
        yield return new("form: its subject passed on", Letter.Form.With("Subject", "Fwd: Aanvraag activatiecode"));
        yield return new("form: its subject in capitals", Letter.Form.With("Subject", "AANVRAAG ACTIVATIECODE"));
        yield return new("form: two senders", Letter.Form.With("From", "formulier@website.example, boef@kwaad.example"));
        yield return new("form: answers to the tenant", Letter.Form.And("Reply-To", "a.jansen@mail.example"));
        yield return new("form: with a file", Letter.Form.Of("mixed", Letter.Part("text/plain", Letter.Form.Body),
            Letter.Part("image/png; name=foto.png", "AAAA")));
    }
}
