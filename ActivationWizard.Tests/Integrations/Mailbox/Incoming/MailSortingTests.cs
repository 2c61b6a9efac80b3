using ActivationWizard.Integrations.Mailbox.Incoming;
using ActivationWizard.Tests.Kit.Basics;
using ActivationWizard.Tests.Kit.Mailbox;

namespace ActivationWizard.Tests.Integrations.Mailbox.Incoming;

/// <summary>What a mail is when it has several signs at once: each combination, as a mail that has them.</summary>
public sealed class MailSortingTests
{
    private static readonly MailSign[] Signs = Enum.GetValues<MailSign>();

    // Here the form mails from our own address as well.
    private static readonly IncomingMailReader Reader = new(Letter.Options with
    {
        FormSenders = [.. Letter.Options.FormSenders, Letter.Options.Own[0]],
    });

    [Fact]
    public void Read_EveryCombinationOfSigns_IsWhatTheRulesSay()
    {
        var table = new Table("sorting");
        for (var which = 0; which < 1 << Signs.Length; which++)
        {
            var signs = Signs.Where(sign => (which & (1 << (int)sign)) is not 0).ToHashSet();
            table.Hold($"{string.Join('+', signs)}", Expected(signs), Told.SortOf(Reader.Read(With(signs).ToBytes()))
                .Split(',')[0]);
        }

        table.Check(512);
    }

    [Fact]
    public void Table_EachSign_IsInItOnceAndInOrder() => Assert.Equal(Signs, MailSorting.Table.Select(row => row.Sign));

    // Read from the issue and not from the table. What a server says of our mail is always heard. Nothing else that comes back,
    // is marked or is a machine's does anything, but for the form's mail, which a machine makes. What is left is people's.
    private static string Expected(HashSet<MailSign> has)
    {
        var isPeoples = !has.Overlaps([MailSign.Own, MailSign.List, MailSign.Automatic]);
        if (has.Contains(MailSign.Bounce))
            return "bounce: Failed";
        if (has.Contains(MailSign.Loop))
            return "skipped: Loop";
        if (has.Contains(MailSign.Spam))
            return "skipped: Spam";
        if (has.Contains(MailSign.Report))
            return "skipped: OtherReport";
        if (has.Contains(MailSign.Form) && !has.Contains(MailSign.Reply))
            return "form mail";
        if (isPeoples)
            return has.Contains(MailSign.Reply) ? "reply to ours" : "free mail";
        return has.Contains(MailSign.Own) ? "skipped: OwnMail"
            : has.Contains(MailSign.List) ? "skipped: MailingList"
            : "skipped: AutomaticAnswer";
    }

    private static Letter With(HashSet<MailSign> signs)
    {
        var letter = Letter.Free;
        foreach (var sign in signs.Order())
        {
            letter = sign switch
            {
                MailSign.Bounce => letter.Of("report; report-type=delivery-status",
                    Letter.Part("message/delivery-status", "Final-Recipient: rfc822; a@mail.example\r\nAction: failed\r\n"),
                    Letter.Part("text/rfc822-headers", $"Message-ID: {Letter.OurId}\r\n")),
                MailSign.Loop => letter.With("Message-ID", Letter.OurId),
                MailSign.Spam => letter.And("X-Spam-Flag", "YES"),
                MailSign.Report when signs.Contains(MailSign.Bounce) => letter,
                MailSign.Report => letter.Of("report; report-type=disposition-notification",
                    Letter.Part("message/disposition-notification", "Disposition: manual-action; displayed\r\n")),
                MailSign.Form => letter.With("From", "formulier@website.example").With("Subject", "Aanvraag activatiecode"),
                MailSign.Own => letter.With("From", "wonen@thuis.example"),
                MailSign.List => letter.And("List-Id", "<buurt.mail.example>"),
                MailSign.Automatic => letter.And("Auto-Submitted", "auto-replied"),
                MailSign.Reply => letter.And("In-Reply-To", Letter.OurId),
                _ => throw new ArgumentOutOfRangeException(nameof(signs), sign, null),
            };
        }

        return letter;
    }
}
