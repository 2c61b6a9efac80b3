using System.Text;
using ActivationWizard.Domain.Values;
using ActivationWizard.Integrations.Mailbox.Incoming;

namespace ActivationWizard.Tests.Kit.Mailbox;

/// <summary>
/// A mail, line by line as it goes over the wire, well made or not: each character is one byte. What is in another encoding is
/// made by <see cref="Utf8"/>.
/// </summary>
internal sealed record Letter(IReadOnlyList<(string Name, string Value)> Head, string Body)
{
    /// <summary>By what the mails of these tests are told apart.</summary>
    public static readonly IncomingMailOptions Options = new()
    {
        Own = [Address("wonen@thuis.example"), Address("info@oud.example")],
        FormSenders = [Address("formulier@website.example")],
        FormSubject = "Aanvraag activatiecode",
    };

    /// <summary>A reference of ours, and the Message-ID that it is in.</summary>
    public static readonly EffectKey Key = MailboxBench.Reference;

    public static readonly string OurId = $"<{Key}@thuis.example>";

    /// <summary>What somebody could write.</summary>
    public static readonly Letter Free = new(
        [
            ("From", "Anna Jansen <a.jansen@mail.example>"),
            ("To", "wonen@thuis.example"),
            ("Subject", "Code voor het portaal"),
            ("Date", "Mon, 30 Nov 2026 09:12:00 +0100"),
            ("Message-ID", "<brief-1@mail.example>"),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
        ],
        "Ik wil graag een activatiecode.\r\nAdres: Dorpsstraat 12A, 5611 CD Eindhoven\r\n\r\nGroeten,\r\nAnna Jansen\r\n");

    /// <summary>What the website's form mails.</summary>
    public static readonly Letter Form = Free
        .With("From", "Website <formulier@website.example>").With("Subject", "Aanvraag activatiecode (nr. 812)")
        .Saying(
            "Soort: eerste\r\nAanvrager: huurder\r\nNaam: A. Jansen\r\nPostcode: 5611 CD\r\nHuisnummer: 12A\r\n"
            + "E-mailadres: a.jansen@mail.example\r\nOpmerking: Graag snel.\r\n");

    private static readonly IncomingMailReader Reader = new(Options);

    /// <summary>Read by the product.</summary>
    public static IncomingMail Read(byte[] mail) => Reader.Read(mail);

    /// <summary>The bytes of a text in UTF-8, as characters.</summary>
    public static string Utf8(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    public static string Base64(string text) => Convert.ToBase64String(Encoding.Latin1.GetBytes(text),
        Base64FormattingOptions.InsertLineBreaks);

    public static EmailAddress Address(string text) =>
        EmailAddress.TryParse(text, out var address) ? address : throw new ArgumentException(text, nameof(text));

    /// <summary>With this header instead of those of its name.</summary>
    public Letter With(string name, string value) => Without(name).And(name, value);

    /// <summary>With one header more.</summary>
    public Letter And(string name, string value) => this with { Head = [.. Head, (name, value)] };

    public Letter Without(string name) => this with { Head = [.. Head.Where(one => one.Name != name)] };

    public Letter Saying(string body) => this with { Body = body };

    /// <summary>In HTML, without a text beside it.</summary>
    public Letter InHtml(string html) => With("Content-Type", "text/html; charset=utf-8").Saying(html);

    /// <summary>Of these parts, each with its own head.</summary>
    public Letter Of(string type, params IEnumerable<string> parts) => With("Content-Type",
        $"multipart/{type}; boundary=\"=grens\"")
        .Saying(string.Concat(parts.Select(part => $"--=grens\r\n{part}\r\n")) + "--=grens--\r\n");

    /// <summary>A part of a mail.</summary>
    public static string Part(string type, string content, string more = "") => $"Content-Type: {type}\r\n{more}\r\n{content}";

    public byte[] ToBytes() => Encoding.Latin1.GetBytes(ToString());

    public override string ToString() => string.Concat(Head.Select(one => $"{one.Name}: {one.Value}\r\n")) + "\r\n" + Body;
}
