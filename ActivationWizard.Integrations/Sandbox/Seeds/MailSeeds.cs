using System.Text;
using ActivationWizard.Integrations.Sandbox.World;
using MimeKit;

namespace ActivationWizard.Integrations.Sandbox.Seeds;

/// <summary>
/// The post of a demonstration's mailbox: its Mailsjablonen, a mail of the website's form and one that somebody wrote. What is
/// answered to our mails comes when they are sent.
/// </summary>
public static class MailSeeds
{
    /// <summary>Whom the website's form mails as.</summary>
    public const string FormSender = "formulier@thuis.example";

    /// <summary>What the subject of the form's mail begins with.</summary>
    public const string FormSubject = "Aanvraag activatiecode";

    private const string Own = "wonen@thuis.example";
    private const string Folder = "AQMkADE-05AAAA";

    // The files that ship with the product, and what tells their messages apart in a folder: there the subject is the name.
    private static readonly (string File, string Subject)[] Shipped =
    [
        ("nl/NotTenant.txt", "Uw aanvraag voor een activatiecode (geen huurder)"),
        ("nl/UnderAdministration.txt", "Uw aanvraag voor een activatiecode (bewind)"),
        ("nl/PaymentArrangement.txt", "Uw aanvraag voor een activatiecode (betalingsregeling)"),
        ("nl/InstitutionCoResident.txt", "Uw aanvraag voor een activatiecode (instelling)"),
        ("nl/Neutral.txt", "Uw aanvraag voor een activatiecode (algemeen)"),
        ("en/NotTenant.txt", "Your request for an activation code (not a tenant)"),
        ("en/UnderAdministration.txt", "Your request for an activation code (administration)"),
        ("en/PaymentArrangement.txt", "Your request for an activation code (payment arrangement)"),
        ("en/InstitutionCoResident.txt", "Your request for an activation code (institution)"),
        ("en/Neutral.txt", "Your request for an activation code (general)"),
    ];

    /// <summary>The subjects of the Mailsjablonen, one for each standard reply.</summary>
    public static IReadOnlyList<string> TemplateSubjects { get; } = [.. Shipped.Select(one => one.Subject)];

    /// <summary>Puts it there, with the people who wrote; once.</summary>
    internal static void Fill(SandboxState state, Town town)
    {
        if (state.Mailbox.Folder(Folder) is not null)
            return;
        state.Mailbox.Folders.Add(new SimulatedFolder(Folder, "Mailsjablonen", state.Mailbox.Folder("msgfolderroot")!.Id));
        foreach (var (file, subject) in Shipped)
            Put(state, town, Folder, Own, subject, TextOf(file));

        town.Settle(
            new Home("M. Postma", "1979-04-12", "Postweg", "3", "5664HJ") { Private = "m.postma@mail.example" }, "309010");
        Put(state, town, SimulatedMailbox.Inbox, FormSender, $"{FormSubject} via de website", """
            Soort: eerste
            Aanvrager: huurder
            Naam: M. Postma
            Postcode: 5664 HJ
            Huisnummer: 3
            E-mailadres: m.postma@mail.example

            """);
        town.Settle(
            new Home("I. Schrijver", "1968-09-30", "Briefstraat", "14", "5665KL") { Private = "i.schrijver@mail.example" },
            "309020");
        Put(state, town, SimulatedMailbox.Inbox, "i.schrijver@mail.example", "Code voor het klantportaal", """
            Goedemiddag,

            Ik wil graag een activatiecode voor het klantportaal. Mijn naam is I. Schrijver. Ik woon op Briefstraat 14, 5665 KL.

            Met vriendelijke groet,
            I. Schrijver

            """);
    }

    private static void Put(SandboxState state, Town town, string folder, string from, string subject, string text)
    {
        var id = state.NextId();
        using var message = new MimeMessage(
            [MailboxAddress.Parse(from)], [MailboxAddress.Parse(Own)], subject,
            new TextPart("plain") { Text = text.ReplaceLineEndings("\r\n") })
        {
            Date = town.Now.AddHours(-1),
            MessageId = $"{id}@post.example",
        };
        using var written = new MemoryStream();
        message.WriteTo(written);
        state.Mailbox.Add(written.ToArray(), folder, isDraft: false, id, town.Now.AddHours(-1));
    }

    // Without the line that has its subject.
    private static string TextOf(string file)
    {
        var text = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "templates", file), Encoding.UTF8);
        return text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
    }
}
